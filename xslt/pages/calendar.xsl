<?xml version="1.0" encoding="UTF-8"?>
<!--
  All documents in rows of time: a table whose cells hold a bar, a number and a link.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  exclude-result-prefixes="#all">

  <xsl:function name="f:calendar" as="element()?">
    <xsl:param name="calendar" as="map(*)?"/>
    <xsl:if test="exists($calendar)">
      <figure class="calendar-figure">
        <table class="calendar{' calendar-tall'[$calendar?tall]}">
          <caption class="visually-hidden"><xsl:sequence select="f:string('calendar.title')"/></caption>
          <thead>
            <tr>
              <td/>
              <xsl:for-each select="$calendar?columns?*">
                <th scope="col" abbr="{.?label}">
                  <span class="calendar-long"><xsl:sequence select="string(.?label)"/></span>
                  <span class="calendar-short" aria-hidden="true"><xsl:sequence select="string(.?short)"/></span>
                </th>
              </xsl:for-each>
              <th scope="col" class="number">
                <span class="visually-hidden"><xsl:sequence select="f:string('calendar.total')"/></span>
              </th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$calendar?rows?*">
              <tr>
                <th scope="row"><xsl:sequence select="f:link(.)"/></th>
                <xsl:for-each select=".?cells?*">
                  <td><xsl:sequence select="f:calendar-cell(., string($calendar?height))"/></td>
                </xsl:for-each>
                <td class="number"><xsl:sequence select="string(.?total[. gt 0])"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
        <figcaption>
          <xsl:sequence select="f:string(if ($calendar?both) then 'calendar.both' else 'calendar.text')"/>
        </figcaption>
      </figure>
    </xsl:if>
  </xsl:function>

  <!-- Letters stand at the foot of the bar, other documents, drawn open, on top of them. -->
  <xsl:function name="f:calendar-cell" as="element()?">
    <xsl:param name="cell" as="map(*)"/>
    <xsl:param name="height" as="xs:string"/>
    <xsl:if test="$cell?url">
      <!-- Whoever speaks the number that stands in the cell must be understood: it is in the name. -->
      <xsl:variable name="total" as="item()?" select="$cell?count[$cell?letters ne '0' and $cell?others ne '0']"/>
      <a href="{$cell?url}" title="{$cell?title}" aria-label="{string-join(($total, $cell?title), f:string('mark.comma'))}">
        <svg width="100%" height="{$height}" aria-hidden="true" focusable="false">
          <xsl:if test="$cell?others ne '0'">
            <rect class="bar-others" x="8%" width="84%" y="{$cell?top}" height="{$cell?others}"/>
          </xsl:if>
          <xsl:if test="$cell?letters ne '0'">
            <rect class="bar-letters" x="8%" width="84%" y="{number($cell?top) + number($cell?others)}" height="{$cell?letters}"/>
          </xsl:if>
        </svg>
        <span class="calendar-count"><xsl:sequence select="string($cell?count)"/></span>
      </a>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
