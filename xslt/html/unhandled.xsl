<?xml version="1.0" encoding="UTF-8"?>
<!--
  The floor: an element that no family knows. Its content is kept, its place is visible, and it is
  reported by a message <unhandled name="…"/>, so that nothing is lost and nothing is hidden.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  exclude-result-prefixes="#all">

  <xsl:template match="*" mode="m:html" as="node()*">
    <xsl:message><unhandled name="{name()}"/></xsl:message>
    <xsl:element name="{f:html-name(.)}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:attribute name="class" select="'tei-unhandled', 'tei-' || local-name()"/>
      <xsl:attribute name="data-element" select="name()"/>
      <xsl:choose>
        <xsl:when test="f:holds-blocks(.) or f:is-division(.)">
          <xsl:call-template name="t:flow"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="." mode="m:content"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
