<?xml version="1.0" encoding="UTF-8"?>
<!--
  Names, dates and quantities. A name leads to its register entry; links never lie in one another: the
  outer name keeps its link.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="persName | placeName | orgName | name | rs | geogName | settlement | country | region | district
      | bloc | eventName | objectName | term | surname | forename | roleName | addName | genName | nameLink | geogFeat
      | offset | idno | email | lang | objectType | affiliation | occupation | roleDesc | role | actor | editor | author"
    mode="m:html" as="node()*">
    <xsl:call-template name="t:linked"/>
  </xsl:template>

  <!-- The element as a link to where @ref, or else @key, leads; without a link where neither leads
       anywhere. References to notes within it come after it. -->
  <xsl:template name="t:linked" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="pointers" as="xs:string*" select="f:pointers(@ref), f:pointers(@key)"/>
    <xsl:param name="name" as="xs:string" select="f:html-name(.)"/>
    <xsl:variable name="link" as="map(*)?" select="
      if ($linked or f:holds-blocks(.)) then () else f:first-link($pointers)"/>
    <xsl:choose>
      <xsl:when test="exists($link)">
        <a href="{$link?url}">
          <xsl:call-template name="t:attributes">
            <xsl:with-param name="class" select="'ref-' || ($link?kind, 'external')[1]"/>
          </xsl:call-template>
          <xsl:if test="normalize-space(string($link?title))">
            <xsl:attribute name="title" select="$link?title"/>
          </xsl:if>
          <xsl:choose>
            <xsl:when test="node()">
              <xsl:apply-templates select="." mode="m:content">
                <xsl:with-param name="linked" select="true()" tunnel="yes"/>
              </xsl:apply-templates>
            </xsl:when>
            <xsl:otherwise>
              <span class="tei-added">
                <xsl:value-of select="($link?label, $link?url)[normalize-space(string(.))][1]"/>
              </span>
            </xsl:otherwise>
          </xsl:choose>
        </a>
        <xsl:for-each select="f:places-in(.)">
          <xsl:call-template name="t:references"/>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:element">
          <xsl:with-param name="name" select="$name"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Dates: time where HTML knows the form of the value, so that machines read it too. -->
  <xsl:template match="date | time | origDate" mode="m:html" as="node()*">
    <xsl:variable name="value" as="xs:string?" select="f:datetime((@when, @when-iso)[1])"/>
    <xsl:choose>
      <xsl:when test="exists($value) and not(f:holds-blocks(.))">
        <time datetime="{$value}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates select="." mode="m:content"/>
        </time>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:linked"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A TEI date that HTML's time element takes: year (of four digits), month, day, day and hour, hour. -->
  <xsl:function name="f:datetime" as="xs:string?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="text" as="xs:string" select="normalize-space($value)"/>
    <xsl:sequence select="
      if ($text castable as xs:date and matches($text, '^\d{4}-\d\d-\d\d$') and not(starts-with($text, '0000'))) then $text
      else if ($text castable as xs:dateTime and matches($text, '^\d{4}-')) then $text
      else if ($text castable as xs:time) then $text
      else if (matches($text, '^\d{4}(-(0[1-9]|1[0-2]))?$') and not(starts-with($text, '0000'))) then $text
      else ()"/>
  </xsl:function>

  <xsl:template match="num | measure | measureGrp | depth | height | width | dim | dimensions | unit | geo | ident
      | code | gi | att | val" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- A measure without words says its value: "2 leaves". -->
  <xsl:template match="measure[not(node())]" mode="m:content" as="text()?">
    <xsl:value-of select="f:extent(.)"/>
  </xsl:template>

</xsl:stylesheet>
