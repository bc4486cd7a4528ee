<?xml version="1.0" encoding="UTF-8"?>
<!--
  Where pointers lead. The only place that makes URLs out of what the source points at; the facts
  come from the index, by way of the page's `links`.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <!-- The pointers in a pointing attribute (TEI Guidelines, 17: separated by white space). A value
       that contains blanks and is known as a whole, as keys in some editions are, stays whole. -->
  <xsl:function name="f:pointers" as="xs:string*">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="
      if (exists($value) and exists($v:links($value)))
      then $value
      else tokenize($value)"/>
  </xsl:function>

  <!-- Where a pointer leads, exactly as the source writes it: url, kind (person, place,
       organisation, work, event, document, page, fragment, external), label, title. What the index
       does not know still leads somewhere if it is a web address, or an id in the same text. -->
  <xsl:function name="f:resolve" as="map(*)?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="known" as="map(*)?" select="$v:links($pointer)"/>
    <xsl:variable name="target" as="element()?" select="
      $v:source[starts-with($pointer, '#')] ! key('f:element-by-id', substring($pointer, 2), .)[1]"/>
    <xsl:sequence select="
      if (exists($known)) then $known
      else if (matches($pointer, '^(https?://\S|mailto:\S)')) then map{'url': $pointer, 'kind': 'external'}
      else if (exists($target) and f:is-within-text($target) and not(f:stands-apart($target)) or exists($target[f:is-numbered(.)]))
        then map{'url': $pointer, 'kind': 'fragment'}
      else ()"/>
  </xsl:function>

  <!-- The first of the pointers that leads anywhere. -->
  <xsl:function name="f:first-link" as="map(*)?">
    <xsl:param name="pointers" as="xs:string*"/>
    <xsl:sequence select="($pointers ! f:resolve(.))[normalize-space(string(.?url))][1]"/>
  </xsl:function>

  <!-- The URL of a file of the site, from this page. -->
  <xsl:function name="f:url" as="xs:string">
    <xsl:param name="path" as="xs:string"/>
    <xsl:sequence select="$v:root || $path"/>
  </xsl:function>

</xsl:stylesheet>
