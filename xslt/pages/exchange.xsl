<?xml version="1.0" encoding="UTF-8"?>
<!--
  An exchange: both sides on one axis, the letters below.
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

  <xsl:template match="document-node()[$v:kind eq 'exchange']" mode="m:main" as="element()*" priority="1">
    <p class="up">
      <xsl:sequence select="f:string('nav.up') || ' '"/>
      <a href="index.html"><xsl:sequence select="f:string('correspondence.title')"/></a>
    </p>
    <header class="page-head">
      <h1><xsl:sequence select="string($page?title)"/></h1>
      <p class="lead">
        <xsl:sequence select="string-join(($v:main?count, $v:main?span)[normalize-space()], ' · ')"/>
      </p>
      <ul class="pair">
        <xsl:for-each select="$v:main?people?*">
          <li>
            <xsl:sequence select="f:link(.)"/>
            <xsl:value-of select=".?description[normalize-space()] ! (f:string('mark.comma') || .)"/>
          </li>
        </xsl:for-each>
      </ul>
    </header>
    <xsl:variable name="caption" as="text()">
      <xsl:value-of select="string-join((f:string('exchange.picture'), f:string('exchange.ties')[exists($v:main?picture?ties?*)]), ' ')"/>
    </xsl:variable>
    <xsl:sequence select="f:timeline($v:main?picture, $caption)"/>
    <xsl:sequence select="f:exchange-years($v:main?years)"/>
    <xsl:sequence select="f:rhythm($v:main?rhythm, f:string('entity.rhythm'))"/>
    <xsl:sequence select="f:jumps($v:main?groups, 'y', f:string('nav.years'))"/>
    <xsl:sequence select="f:parts($v:main?parts)"/>
    <xsl:sequence select="f:groups($v:main?groups, 'y', 2)"/>
  </xsl:template>

  <!-- The figures behind the time line. -->
  <xsl:function name="f:exchange-years" as="element()?">
    <xsl:param name="years" as="map(*)?"/>
    <xsl:if test="exists($years)">
      <details class="behind exchange-years">
        <summary><xsl:sequence select="f:string('exchange.table')"/></summary>
        <table>
          <thead>
            <tr>
              <th scope="col"><xsl:sequence select="f:string('table.years')"/></th>
              <xsl:for-each select="($years?heads?*, f:string('table.letters'))">
                <th scope="col" class="number"><xsl:sequence select="string(.)"/></th>
              </xsl:for-each>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$years?rows?*">
              <tr>
                <th scope="row" class="years"><xsl:sequence select="string(.?label)"/></th>
                <xsl:for-each select="(.?counts?*, .?total)">
                  <td class="number"><xsl:sequence select="string(.)"/></td>
                </xsl:for-each>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </details>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
