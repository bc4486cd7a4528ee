<?xml version="1.0" encoding="UTF-8"?>
<!--
  Two encodings of one place: abbreviation and expansion, error and correction, old and modern spelling.
  Readers see the editors' version; the other is there, hidden, and CSS shows it in the diplomatic view.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="choice" mode="m:html" as="element()">
    <xsl:element name="{f:html-name(.)}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:variable name="alternatives" as="element()*" select="*[not(self::lb or self::pb)]"/>
      <xsl:variable name="shown" as="element()?" select="f:reading-choice(.)"/>
      <xsl:choose>
        <xsl:when test="$shown[self::unclear or self::seg or self::supplied]">
          <xsl:for-each select="$alternatives">
            <xsl:if test="position() gt 1">
              <span class="tei-editorial">/</span>
            </xsl:if>
            <xsl:apply-templates select="." mode="m:html"/>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="$alternatives | text()[normalize-space()]">
            <xsl:apply-templates select="." mode="m:html">
              <xsl:with-param name="hidden" select="not(. is $shown)"/>
            </xsl:apply-templates>
          </xsl:for-each>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:element>
  </xsl:template>

  <!-- The alternative for reading: corrected, expanded, modern; else the first there is. -->
  <xsl:function name="f:reading-choice" as="element()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:variable name="alternatives" as="element()*" select="$choice/*[not(self::lb or self::pb)]"/>
    <xsl:sequence select="
      ($alternatives[self::corr], $alternatives[self::expan], $alternatives[self::reg], $alternatives[self::choice],
        $alternatives)[1]"/>
  </xsl:function>

  <xsl:template match="sic | corr | orig | reg | expan | choice/*" mode="m:html" as="element()*" priority="0.6">
    <xsl:param name="hidden" as="xs:boolean" select="false()"/>
    <xsl:choose>
      <xsl:when test="not($hidden)">
        <xsl:next-match/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="name" as="xs:string" select="f:html-name(.)"/>
        <xsl:element name="{$name}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:attribute name="hidden" select="'hidden'"/>
          <xsl:apply-templates select="." mode="m:content"/>
        </xsl:element>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sic | corr | orig | reg | expan" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- An error that nobody corrects is marked as the source's own. -->
  <xsl:template match="sic[not(parent::choice)]" mode="m:content" as="node()*">
    <xsl:next-match/>
    <span class="tei-editorial">
      <xsl:value-of select="' ' || f:string('sic.mark')"/>
    </span>
  </xsl:template>

  <xsl:template match="abbr" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="f:html-name(., 'abbr')"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
