<?xml version="1.0" encoding="UTF-8"?>
<!--
  How words are set, and what kind of words they are: highlighting, emphasis, foreign words, terms,
  titles. The HTML element says the principal rendition without CSS; classes rend-… say them all.
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

  <xsl:variable name="v:rendition-elements" as="map(xs:string, xs:string)" select="map{
    'italic': 'i', 'bold': 'b', 'underline': 'u', 'sup': 'sup', 'sub': 'sub', 'strike': 's', 'small': 'small'}"/>

  <xsl:template match="hi" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="f:html-name(., (f:renditions(.) ! $v:rendition-elements(.), 'span')[1])"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="emph" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="f:html-name(., 'em')"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="foreign | distinct | mentioned | gloss" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- Words that the author keeps at a distance stand in quotation marks, unless they do already. -->
  <xsl:template match="soCalled" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="f:html-name(., if (f:has-quotation-marks(.)) then 'span' else 'q')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A title is a link to the work where it has a pointer. -->
  <xsl:template match="title" mode="m:html" as="node()*">
    <xsl:call-template name="t:linked">
      <xsl:with-param name="name" select="f:html-name(., 'cite')"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
