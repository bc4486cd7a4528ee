<?xml version="1.0" encoding="UTF-8"?>
<!--
  Formulae: TeX keeps its characters, MathML is MathML in the page too, which browsers and screen readers
  know by themselves.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:mml="http://www.w3.org/1998/Math/MathML"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="formula" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="'span'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Without a prefix, as HTML has it, and without what could act: links and scripts. -->
  <xsl:template match="mml:*" mode="m:html" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1998/Math/MathML">
      <xsl:copy-of select="@*[namespace-uri() eq ''][not(starts-with(local-name(), 'on') or local-name() = ('href', 'style'))]"/>
      <xsl:apply-templates mode="m:html"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
