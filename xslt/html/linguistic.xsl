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

  <xsl:template match="w | pc | m | c | rb" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- Words with nothing between them are words all the same, unless they are said to be joined. -->
  <xsl:template match="w[f:needs-blank(.)]" mode="m:html m:text" as="item()*" priority="0.7">
    <xsl:text> </xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:function name="f:needs-blank" as="xs:boolean">
    <xsl:param name="word" as="element()"/>
    <xsl:variable name="before" as="element()?" select="$word/preceding-sibling::node()[1][self::w]"/>
    <xsl:sequence select="
      exists($before)
      and not($word/@join = ('left', 'both') or $before/@join = ('right', 'both') or $word/@part = ('M', 'F'))
      and f:ends-apart(string($before))"/>
  </xsl:function>

  <!-- Whether a text ends in a character after which another word would need a blank: none in scripts
       that write without, none after a hyphen, apostrophe or opening bracket. -->
  <xsl:function name="f:ends-apart" as="xs:boolean">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="
      matches($text, '[^\s\-‐¬⸗\p{Ps}’''&#x3000;-&#x30FF;&#x3400;-&#x9FFF;&#xF900;-&#xFAFF;&#xFF00;-&#xFFEF;]$')"/>
  </xsl:function>

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
      <xsl:for-each select="* | text()[normalize-space()]">
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
            <xsl:apply-templates select="." mode="m:html"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </ruby>
  </xsl:template>

</xsl:stylesheet>
