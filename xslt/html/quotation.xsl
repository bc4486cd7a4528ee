<?xml version="1.0" encoding="UTF-8"?>
<!--
  Quotations and speech. Browsers put quotation marks round q: it is used only where the source has none.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="quote | q | said | cit" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="f:quotation-element(.)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="quote | q | said | cit" mode="m:content" as="node()*">
    <xsl:choose>
      <xsl:when test="f:holds-blocks(.)">
        <xsl:call-template name="t:flow">
          <xsl:with-param name="annotated" select="true()" tunnel="yes"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:next-match/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:quotation-element" as="xs:string">
    <xsl:param name="quotation" as="element()"/>
    <xsl:sequence select="
      if ($quotation/self::cit) then f:html-name($quotation)
      else if (f:html-name($quotation) eq 'div') then 'blockquote'
      else if (f:has-quotation-marks($quotation)) then 'span'
      else 'q'"/>
  </xsl:function>

  <!-- Whether the source sets quotation marks in or round an element, or says that it has none. -->
  <xsl:function name="f:has-quotation-marks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="marks" as="xs:string" select="'[&quot;“”„‟«»‹›‚‘’「」『』＂]'"/>
    <xsl:sequence select="
      matches(normalize-space($element), '^' || $marks)
      or matches(string($element/preceding-sibling::node()[1][self::text()]), $marks || '\s*$')
      or $element/@rend = ('none', 'noquotes')"/>
  </xsl:function>

</xsl:stylesheet>
