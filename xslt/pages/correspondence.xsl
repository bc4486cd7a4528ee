<?xml version="1.0" encoding="UTF-8"?>
<!--
  The correspondence index: exchanges, correspondents, and a table of letters by date.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="document-node()[$v:kind = ('correspondence', 'correspondence-year')]" mode="m:main"
    as="element()*" priority="1">
    <xsl:sequence select="f:up($v:main?up)"/>
    <xsl:sequence select="f:list-head(string($page?title), (
      string-join(($v:main?count, $v:main?exchanges_count), ' · '),
      f:string('correspondence.lead')[empty($v:main?up)]))"/>
    <xsl:sequence select="f:filters($v:main?filters)"/>
    <xsl:if test="exists($v:main?network)">
      <p class="way-on"><xsl:sequence select="f:link($v:main?network)"/></p>
    </xsl:if>
    <xsl:sequence select="f:exchanges($v:main?exchanges)"/>
    <xsl:sequence select="f:correspondents-table($v:main?correspondents)"/>
    <xsl:if test="exists($v:main?years?*)">
      <section aria-labelledby="by-year">
        <h2 id="by-year"><xsl:sequence select="f:string('correspondence.by-year')"/></h2>
        <xsl:sequence select="f:parts($v:main?years)"/>
      </section>
    </xsl:if>
    <xsl:if test="exists($v:main?tables?*)">
      <section aria-labelledby="by-date">
        <h2 id="by-date"><xsl:sequence select="f:string('correspondence.by-date')"/></h2>
        <xsl:sequence select="f:jumps($v:main?tables, 'y', f:string('nav.years')), f:letters($v:main?tables)"/>
      </section>
    </xsl:if>
    <xsl:sequence select="f:list-neighbours()"/>
  </xsl:template>

  <!-- Exchanges with the share of each side. -->
  <xsl:function name="f:exchanges" as="element()?">
    <xsl:param name="exchanges" as="array(*)?"/>
    <xsl:if test="exists($exchanges?*)">
      <section aria-labelledby="exchanges">
        <h2 id="exchanges"><xsl:sequence select="f:string('correspondence.exchanges')"/></h2>
        <xsl:if test="exists($v:main?all_exchanges?*)">
          <p><xsl:sequence select="f:string('correspondence.busiest')"/></p>
          <xsl:sequence select="f:parts($v:main?all_exchanges)"/>
        </xsl:if>
        <table class="exchanges">
          <thead>
            <tr>
              <th scope="col"><xsl:sequence select="f:string('table.exchange')"/></th>
              <th scope="col" class="number"><xsl:sequence select="f:string('table.letters')"/></th>
              <th scope="col"><xsl:sequence select="f:string('table.years')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$exchanges?*">
              <tr>
                <th scope="row"><xsl:sequence select="f:link(.)"/></th>
                <td class="number"><xsl:sequence select="string(.?count)"/></td>
                <td class="years"><xsl:sequence select="string(.?span)"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:correspondents-table" as="element()?">
    <xsl:param name="correspondents" as="array(*)?"/>
    <xsl:variable name="roles" as="xs:string+" select="'sent', 'received', 'carried'"/>
    <xsl:if test="exists($correspondents?*)">
      <section aria-labelledby="correspondents">
        <h2 id="correspondents"><xsl:sequence select="f:string('correspondence.correspondents')"/></h2>
        <table class="correspondents">
          <thead>
            <tr>
              <th scope="col"><xsl:sequence select="f:string('table.name')"/></th>
              <xsl:for-each select="$roles">
                <th scope="col" class="number role-{.}"><xsl:sequence select="f:string('table.' || .)"/></th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$correspondents?*">
              <xsl:variable name="row" as="map(*)" select="."/>
              <tr>
                <th scope="row"><xsl:sequence select="f:link(.)"/></th>
                <xsl:for-each select="$roles">
                  <td class="number"><xsl:sequence select="string($row(.)[. gt 0])"/></td>
                </xsl:for-each>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </section>
    </xsl:if>
  </xsl:function>

  <!-- Letters of each year: date, from, to, through, place. -->
  <xsl:function name="f:letters" as="element()*">
    <xsl:param name="tables" as="array(*)"/>
    <xsl:for-each select="$tables?*">
      <table class="letters">
        <caption id="y-{.?key}">
          <xsl:sequence select="string(.?label)"/>
          <span class="year-count"><xsl:sequence select="' ' || .?count"/></span>
        </caption>
        <thead>
          <tr>
            <xsl:for-each select="('date', 'sender', 'receiver', 'carriers', 'place')">
              <th scope="col"><xsl:sequence select="f:string('table.' || .)"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select=".?rows?*">
            <tr>
              <td class="letters-date"><a href="{.?url}"><xsl:sequence select="string(.?date)"/></a></td>
              <td class="role-sent"><xsl:sequence select="f:side(.?senders, 'letter.unknown-sender')"/></td>
              <td class="role-received"><xsl:sequence select="f:side(.?receivers, 'letter.unknown-receiver')"/></td>
              <td class="role-carried"><xsl:sequence select="f:names(.?carriers)"/></td>
              <td class="letters-place"><xsl:sequence select="f:names(.?from)"/></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </xsl:for-each>
  </xsl:function>
</xsl:stylesheet>
