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
            <xsl:value-of select=".?description[normalize-space()] ! (', ' || .)"/>
          </li>
        </xsl:for-each>
      </ul>
    </header>
    <xsl:variable name="caption" as="text()">
      <xsl:value-of select="f:string('exchange.picture')"/>
    </xsl:variable>
    <xsl:sequence select="f:timeline($v:main?picture, $caption)"/>
    <xsl:sequence select="f:rhythm($v:main?rhythm, f:string('entity.rhythm'))"/>
    <xsl:sequence select="f:jumps($v:main?groups, 'y', f:string('nav.years'))"/>
    <xsl:sequence select="f:parts($v:main?parts)"/>
    <xsl:sequence select="f:groups($v:main?groups, 'y', 2)"/>
  </xsl:template>
</xsl:stylesheet>
