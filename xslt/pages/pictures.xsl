<?xml version="1.0" encoding="UTF-8"?>
<!--
  Pictures of the letters in time. Places come from the plan in per cent and pixels; the words beside
  a picture, and the list below it, say the same.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- Two sides on one axis: a stroke for each letter. -->
  <xsl:function name="f:timeline" as="element()?">
    <xsl:param name="line" as="map(*)?"/>
    <xsl:param name="caption" as="node()*"/>
    <xsl:if test="exists($line)">
      <figure class="timeline">
        <xsl:sequence select="f:timeline-side($line?sides?1, 'above')"/>
        <svg width="100%" height="{$line?height}" aria-hidden="true" focusable="false">
          <line class="axis" x1="0" x2="100%" y1="{$line?above}" y2="{$line?above}"/>
          <line class="axis" x1="0" x2="100%" y1="{$line?below}" y2="{$line?below}"/>
          <xsl:for-each select="$line?ties?*">
            <line class="tie" x1="{.?x1}" y1="{.?y1}" x2="{.?x2}" y2="{.?y2}"/>
          </xsl:for-each>
          <xsl:for-each select="$line?ticks?*">
            <line class="grid" x1="{.?x}" x2="{.?x}" y1="{$line?above}" y2="{$line?below}"/>
            <text class="tick" x="{.?x}" dx="5" y="{$line?labels}">
              <xsl:sequence select="string(.?label)"/>
            </text>
          </xsl:for-each>
          <xsl:for-each select="$line?pauses?*">
            <text class="pause pause-{.?size}" x="{.?x}" y="{number($line?above) - 8}" text-anchor="middle">
              <xsl:sequence select="string(.?label)"/>
            </text>
          </xsl:for-each>
          <xsl:for-each select="$line?marks?*">
            <a href="{.?url}" tabindex="-1">
              <g class="mark mark-{.?side}">
                <title><xsl:sequence select="string(.?label)"/></title>
                <line x1="{.?x}" x2="{.?x}" y1="{.?from}" y2="{.?to}"/>
                <circle cx="{.?x}" cy="{.?to}" r="4"/>
              </g>
            </a>
          </xsl:for-each>
        </svg>
        <xsl:sequence select="f:timeline-side($line?sides?2, 'below')"/>
        <xsl:if test="exists($caption)">
          <figcaption><xsl:sequence select="$caption"/></figcaption>
        </xsl:if>
      </figure>
    </xsl:if>
  </xsl:function>

  <!-- Who writes on a side, and how often; nothing, where nobody does. -->
  <xsl:function name="f:timeline-side" as="element()?">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="side" as="xs:string"/>
    <xsl:if test="$label">
      <p class="timeline-side timeline-{$side}"><xsl:sequence select="$label"/></p>
    </xsl:if>
  </xsl:function>

  <!-- Rows of bars, one for each role: a table with its numbers, the bars an addition for the eye. -->
  <xsl:function name="f:rhythm" as="element()?">
    <xsl:param name="picture" as="map(*)?"/>
    <xsl:param name="caption" as="xs:string"/>
    <xsl:if test="exists($picture)">
      <table class="rhythm">
        <caption class="visually-hidden"><xsl:sequence select="$caption"/></caption>
        <tbody>
          <xsl:for-each select="$picture?rows?*">
            <tr class="role-{.?role}">
              <th scope="row"><xsl:sequence select="string(.?label)"/></th>
              <td class="number"><xsl:sequence select="string(.?count)"/></td>
              <td class="rhythm-bars">
                <svg width="100%" height="{$picture?height}" aria-hidden="true" focusable="false">
                  <line class="axis" x1="0" x2="100%" y1="{$picture?height}" y2="{$picture?height}"/>
                  <xsl:for-each select=".?bars?*">
                    <rect x="{.?x}" width="{.?width}" y="{.?y}" height="{.?height}"/>
                  </xsl:for-each>
                </svg>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
        <tbody class="rhythm-axis" aria-hidden="true">
          <tr>
            <td colspan="2"/>
            <td>
              <svg width="100%" height="20" focusable="false">
                <xsl:for-each select="$picture?ticks?*">
                  <line class="grid" x1="{.?x}" x2="{.?x}" y1="0" y2="16"/>
                  <!-- On a phone, the name of the last would not fit beside the axis. -->
                  <text class="{'tick', 'tick-month'[not(matches(current()?label, '\d'))],
                    'tick-late'[number(substring-before(current()?x, '%')) gt 83]}" x="{.?x}" dx="5" y="15"><xsl:sequence select="string(.?label)"/></text>
                </xsl:for-each>
              </svg>
            </td>
          </tr>
        </tbody>
      </table>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
