<?xml version="1.0" encoding="UTF-8"?>
<!--
  Verse and drama: lines and groups of lines with their numbers, speeches.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="lg" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <xsl:template match="lg | sp" mode="m:content" as="node()*">
    <xsl:call-template name="t:flow">
      <xsl:with-param name="annotated" select="true()" tunnel="yes"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="l" mode="m:html" as="element()">
    <xsl:variable name="number" as="xs:string?" select="f:line-number(.)"/>
    <xsl:element name="{f:html-name(.)}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="exists($number)">
        <span class="tei-line-number">
          <xsl:value-of select="$number || ' '"/>
        </span>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- The number of a line where readers see one: every fifth, by @n where the edition numbers its
       lines, else by counting in a poem of ten lines or more. A line's later parts have none. -->
  <xsl:function name="f:line-number" as="xs:string?">
    <xsl:param name="line" as="element(l)"/>
    <xsl:variable name="poem" as="element()?" select="$line/ancestor::lg[last()]"/>
    <xsl:choose>
      <xsl:when test="$line/@part = ('M', 'F')"/>
      <xsl:when test="$line/@n castable as xs:integer">
        <xsl:sequence select="string($line/@n)[xs:integer(.) mod 5 eq 0]"/>
      </xsl:when>
      <xsl:when test="$line/@n">
        <xsl:sequence select="normalize-space($line/@n)[.]"/>
      </xsl:when>
      <xsl:when test="exists($poem) and empty($poem//l/@n)">
        <xsl:variable name="lines" as="element(l)*" select="$poem//l[not(@part = ('M', 'F'))]"/>
        <xsl:variable name="number" as="xs:integer" select="count($lines[. &lt;&lt; $line]) + 1"/>
        <xsl:sequence select="string($number)[count($lines) ge 10][$number mod 5 eq 0]"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <xsl:template match="caesura" mode="m:html" as="element()">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:text>&#x2003;</xsl:text>
    </span>
  </xsl:template>

  <xsl:template match="prologue | epilogue | performance | set | rhyme | sp | spGrp | castList | castItem | castGroup | camera | caption | move | sound | tech | view"
    mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

</xsl:stylesheet>
