<?xml version="1.0" encoding="UTF-8"?>
<!--
  The element table of the configuration: the HTML name, the classes and the words around it that an
  edition gives to an element. It wins over the families, and a customisation wins over it.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <!-- The names in the table, without what else its keys say: most elements are not looked up. -->
  <xsl:variable name="v:own-names" as="map(xs:string, xs:boolean)" select="
    map:merge(map:keys($elements) ! map{replace(., '^\*:|\[.*', ''): true()})"/>
  <xsl:variable name="v:has-table" as="xs:boolean" select="map:size($elements) gt 0"/>

  <!-- What the table says of an element; the more exact key counts. -->
  <xsl:function name="f:own-rule" as="map(*)?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="map:contains($v:own-names, local-name($element))">
      <xsl:variable name="names" as="xs:string+" select="
        local-name($element)[namespace-uri($element) eq 'http://www.tei-c.org/ns/1.0'], '*:' || local-name($element)"/>
      <xsl:variable name="keys" as="xs:string+" select="
        $names ! (. || &quot;[@type='&quot; || $element/@type || &quot;']&quot;), $names"/>
      <xsl:sequence select="($keys ! $elements(.))[1]"/>
    </xsl:if>
  </xsl:function>

  <!-- The element by another name. What leads somewhere stays a link, and a note under a number a note. -->
  <xsl:template match="*[$v:has-table][f:own-rule(.)?html][not(f:stands-apart(.))]" mode="m:html" as="node()*" priority="10">
    <xsl:call-template name="t:linked">
      <xsl:with-param name="name" select="f:html-name(., f:own-rule(.)?html)"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="*[$v:has-table][f:own-rule(.)?class]" mode="m:attributes" as="attribute()*" priority="10">
    <xsl:variable name="attributes" as="attribute()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="$attributes"/>
    <xsl:attribute name="class" select="$attributes[name() eq 'class'], f:own-rule(.)?class"/>
  </xsl:template>

  <xsl:template match="*[$v:has-table][f:own-rule(.)?before or f:own-rule(.)?after]" mode="m:content" as="node()*" priority="10">
    <xsl:sequence select="f:own-words(f:own-rule(.)?before)"/>
    <xsl:next-match/>
    <xsl:sequence select="f:own-words(f:own-rule(.)?after)"/>
  </xsl:template>

  <xsl:function name="f:own-words" as="element()?">
    <xsl:param name="words" as="xs:string?"/>
    <xsl:if test="$words">
      <span class="tei-editorial">
        <xsl:sequence select="$words"/>
      </span>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
