<?xml version="1.0" encoding="UTF-8"?>
<!--
  Documents by date: the chronology, a year of it, a part of any other list that was split.
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

  <xsl:template match="document-node()[$v:kind eq 'documents']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:up($v:main?up)"/>
    <xsl:sequence select="f:list-head(string($page?title),
      ($v:main?count, f:string('documents.lead')[empty($v:main?up)]) ! string())"/>
    <xsl:sequence select="f:filters($v:main?filters)"/>
    <xsl:sequence select="f:calendar($v:main?calendar)"/>
    <xsl:sequence select="f:jumps($v:main?groups, 'y', f:string('nav.years'))"/>
    <xsl:sequence select="f:parts($v:main?parts)"/>
    <xsl:sequence select="f:groups($v:main?groups, 'y', 2)"/>
    <xsl:sequence select="f:list-neighbours()"/>
  </xsl:template>

  <xsl:function name="f:list-neighbours" as="element()?">
    <xsl:if test="exists(($v:main?previous, $v:main?next))">
      <nav class="document-neighbours" aria-label="{f:string('nav.neighbours')}">
        <xsl:sequence select="f:neighbours((), $v:main?previous, $v:main?next)"/>
      </nav>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
