<?xml version="1.0" encoding="UTF-8"?>
<!--
  Addresses of lines: those of verse, and those that the source breaks prose into. They are counted
  through the text, the first line of a block too, which often has no lb of its own.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The number of each line by the generate-id() of the lb, l or block at which it begins. -->
  <xsl:variable name="v:lines" as="map(xs:string, xs:integer)">
    <xsl:variable name="breaks" as="element(lb)*" select="$v:source//lb[f:is-within-text(.)][not(ancestor::note)]"/>
    <xsl:variable name="blocks" as="element()*" select="
      for $block in ($breaks ! f:block-of(.)) | ()
      return $block[empty($breaks intersect .//lb[f:begins-block(.)][1])]"/>
    <xsl:variable name="lines" as="element()*" select="
      $breaks | $blocks[not(self::l)] | $v:source//l[f:is-within-text(.)][not(ancestor::note)]"/>
    <xsl:sequence select="map:merge(for $i in 1 to count($lines) return map{generate-id($lines[$i]): $i})"/>
  </xsl:variable>

  <xsl:template match="lb | l" mode="m:attributes" as="attribute()*">
    <xsl:variable name="attributes" as="attribute()*">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:sequence select="$attributes"/>
    <xsl:variable name="number" as="xs:integer?" select="$v:lines(generate-id())"/>
    <xsl:if test="exists($number) and empty($attributes[name() eq 'id'])">
      <xsl:attribute name="id" select="f:free-id(., 'l-' || $number)"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
