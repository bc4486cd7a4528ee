<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words of the interface. The only place that reads them; a word that is missing is reported and
  its key stands in its place, so that a translation that lags behind never breaks a page.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <!-- The word for $key in the language of the interface. -->
  <xsl:function name="f:string" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="map:contains($v:strings, $key)" xmlns:map="http://www.w3.org/2005/xpath-functions/map">
        <xsl:sequence select="string($v:strings($key))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:message><missing-string key="{$key}"/></xsl:message>
        <xsl:sequence select="$key"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The same with {name} in the string replaced by $values('name'). -->
  <xsl:function name="f:string" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:anyAtomicType)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="f:string($key)" regex="\{{([a-z]+)\}}">
        <xsl:matching-substring>
          <xsl:sequence select="string(($values(regex-group(1)), .)[1])"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- The form of a word that goes with a number, such as "unit.line" with 3; nothing where the
       interface has no such word. Of two numbers ("2–4") the last one decides. -->
  <xsl:function name="f:plural" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="number" as="xs:string"/>
    <xsl:variable name="last" as="xs:string" select="tokenize($number, '\D+')[.][last()]"/>
    <xsl:variable name="value" as="xs:integer" select="xs:integer(('0' || $last)[1])"/>
    <xsl:variable name="category" as="xs:string?" select="
      tokenize($v:strings('plural.categories'))[position() eq 1 + (if ($value lt 200) then $value else 100 + $value mod 100)]"/>
    <xsl:variable name="form" as="xs:string?" select="
      (($category, 'other') ! ($key || '.' || .))[exists($v:strings(.))][1]"/>
    <xsl:sequence select="$form ! f:string(., map{'n': $number})"/>
  </xsl:function>

  <!-- The word for a coded value where the interface has one ("gap.illegible"), else the value
       itself: editions use vocabularies of their own, and a missing word is then no mistake. -->
  <xsl:function name="f:string-or-value" as="xs:string">
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="word" as="item()?" select="$v:strings($prefix || '.' || $value)"/>
    <xsl:sequence select="if (exists($word)) then string($word) else $value"/>
  </xsl:function>

</xsl:stylesheet>
