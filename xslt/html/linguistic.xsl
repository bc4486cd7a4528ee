<?xml version="1.0" encoding="UTF-8"?>
<!--
  Words, characters and glyphs.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="w | pc | m | c" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- A glyph: as the transcription writes it, else as the character declaration maps it, else by name. -->
  <xsl:template match="g" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <xsl:template match="g[not(node())]" mode="m:content" as="node()*">
    <xsl:variable name="id" as="xs:string" select="replace(string(@ref), '^.*#', '')"/>
    <xsl:variable name="glyph" as="element()?" select="key('f:element-by-id', $id, root())[self::char or self::glyph][1]"/>
    <xsl:value-of select="
      ($glyph/mapping[@type = ('Unicode', 'unicode', 'standardized', 'standardised')], $glyph/mapping,
        f:string('glyph', map{'name': ($glyph/(glyphName, charName, localProp/@value, unicodeProp/@value, desc), @type, $id)[normalize-space()][1] ! string()}))
        [normalize-space()][1]"/>
  </xsl:template>

  <!-- Ruby: the reading beside the characters, with parentheses where browsers cannot do that. -->
  <xsl:template match="ruby" mode="m:html" as="element()">
    <ruby>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:for-each select="rb | rt">
        <xsl:choose>
          <xsl:when test="self::rt">
            <rp>(</rp>
            <rt>
              <xsl:apply-templates select="." mode="m:attributes"/>
              <xsl:apply-templates select="." mode="m:content"/>
            </rt>
            <rp>)</rp>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="t:element"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </ruby>
  </xsl:template>

  <!-- Formulae and code keep their characters. -->
  <xsl:template match="formula" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="'span'"/>
    </xsl:call-template>
  </xsl:template>

</xsl:stylesheet>
