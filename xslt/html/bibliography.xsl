<?xml version="1.0" encoding="UTF-8"?>
<!--
  Bibliographic items in running text and in lists.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="bibl | biblFull" mode="m:html" as="node()*">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <xsl:template match="listBibl" mode="m:html" as="element()">
    <div class="tei-list-group">
      <xsl:apply-templates select="head | desc" mode="m:html"/>
      <xsl:call-template name="t:entries"/>
    </div>
  </xsl:template>

  <!-- A structured item, written out: authors, title in its host, place: publisher, date, pages. -->
  <xsl:template match="biblStruct" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <xsl:template match="biblStruct" mode="m:content" as="node()*">
    <xsl:for-each select="analytic, monogr, series, (* | text()[normalize-space()]) except (analytic, monogr, series)">
      <xsl:if test="position() gt 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:html"/>
    </xsl:for-each>
    <xsl:text>.</xsl:text>
  </xsl:template>

  <xsl:template match="analytic | monogr | series | imprint" mode="m:html" as="element()">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:for-each select="* | text()[normalize-space()]">
        <xsl:if test="position() gt 1">
          <xsl:value-of select="if (self::publisher[preceding-sibling::*[1][self::pubPlace]]) then ': ' else ', '"/>
        </xsl:if>
        <xsl:apply-templates select="." mode="m:html"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <xsl:template match="publisher | pubPlace | biblScope | citedRange | edition | extent | series[text()[normalize-space()]] | locus
      | locusGrp | repository | institution | collection | respStmt | resp | textLang | relatedItem | meeting | sponsor
      | funder | principal | distributor | authority | availability | licence | citedRange | msName | altIdentifier
      | msIdentifier" mode="m:html" as="node()*">
    <xsl:call-template name="t:linked"/>
  </xsl:template>

</xsl:stylesheet>
