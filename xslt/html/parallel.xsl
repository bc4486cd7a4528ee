<?xml version="1.0" encoding="UTF-8"?>
<!--
  An original and its translations: siblings in the source, side by side where there is room. Where the
  encoding aligns them, what belongs together begins at one height.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:variable name="v:translations" as="xs:string+" select="'translation', 'translated', 'trans'"/>

  <!-- Divisions that go with a text, but are none that could have been translated. -->
  <xsl:variable name="v:secondary" as="xs:string+" select="
    $v:translations, 'notes', 'footnotes', 'endnotes', 'annotations', 'commentary', 'apparatus', 'bibliography', 'summary',
    'abstract', 'regest', 'attachment', 'enclosure'"/>

  <!-- An original with its translations, in the order of the source, by the generate-id() of each of them. -->
  <xsl:variable name="v:parallels" as="map(xs:string, element()+)">
    <xsl:map>
      <xsl:for-each-group select="$v:source//(text | div | div1 | div2 | div3)[f:types(.) = $v:translations or @corresp]"
        group-by="f:original(.) ! generate-id()">
        <xsl:variable name="texts" as="element()+" select="current-group() | f:original(.)"/>
        <xsl:for-each select="$texts[not(f:original(.) ! f:original(.))]">
          <xsl:map-entry key="generate-id()" select="$texts"/>
        </xsl:for-each>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:variable name="v:has-parallels" as="xs:boolean" select="map:size($v:parallels) gt 0"/>

  <xsl:function name="f:types" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="tokenize(lower-case($element/@type)), tokenize(lower-case($element/@subtype))"/>
  </xsl:function>

  <!-- The sibling that a text translates: what it points at, if that is in another language; of those that say they are
       translations, else the nearest before it, else the nearest after it. -->
  <xsl:function name="f:original" as="element()?">
    <xsl:param name="text" as="element()"/>
    <xsl:variable name="siblings" as="element()*" select="
      $text/../*[local-name() = local-name($text)][not(. is $text)][not(f:types(.) = $v:secondary)]"/>
    <xsl:variable name="named" as="element()?" select="
      $siblings[@xml:id = tokenize($text/@corresp) ! replace(., '^#', '')][1]"/>
    <xsl:sequence select="
      if (f:types($text) = $v:translations)
      then ($named, $siblings[. &lt;&lt; $text][last()], $siblings[. >> $text][1])[1]
      else $named[not(f:types($text) = $v:secondary)][. &lt;&lt; $text][@xml:lang and $text/@xml:lang and @xml:lang ne $text/@xml:lang]"/>
  </xsl:function>

  <!-- The texts among which an element is; nothing, where it is none of several. -->
  <xsl:function name="f:parallels" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if ($v:has-parallels) then $v:parallels(generate-id($element)) else ()"/>
  </xsl:function>

  <!-- All texts at the place of the first one, nothing at the place of the others. -->
  <xsl:template name="t:parallel" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="texts" as="element()+" select="f:parallels(.)"/>
    <xsl:if test="$texts[1] is .">
      <div class="{'tei-parallel', 'tei-parallel-aligned'[f:is-aligned(current())]}">
        <xsl:apply-templates select="$texts" mode="m:html"/>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- What each one is, and in which language. -->
  <xsl:template match="(text | div | div1 | div2 | div3)[f:parallels(.)]" mode="m:content" as="node()*" priority="2">
    <xsl:variable name="type" as="xs:string" select="
      if (f:original(.)) then 'translation' else (f:types(.)[exists($v:strings('text.' || .))], 'original')[1]"/>
    <xsl:variable name="language" as="xs:string?" select="
      f:language(ancestor-or-self::*[@xml:lang][1]/@xml:lang) ! $v:main?languages?(.)"/>
    <h2 class="tei-text-label tei-row" lang="{$v:language}" dir="{$v:direction}">
      <xsl:value-of select="f:string('text.' || $type), $language" separator=" · "/>
    </h2>
    <xsl:next-match/>
  </xsl:template>

  <!-- The rows of a text or of a division of it: what begins at one height with its counterpart. What is loose
       between blocks, such as page breaks, goes with the block that follows. -->
  <xsl:template match="(text | group | front | body | back | div | div1 | div2 | div3 | div4 | div5 | div6 | div7)[f:is-aligned(.)]"
    mode="m:content" as="node()*" priority="1">
    <xsl:variable name="division" as="element()" select="."/>
    <xsl:for-each-group select="node()[self::* or self::text()]" group-adjacent="f:row(.)">
      <xsl:variable name="nodes" as="node()+" select="current-group()"/>
      <xsl:choose>
        <xsl:when test="current-grouping-key() eq 0">
          <xsl:apply-templates select="$nodes/self::*" mode="m:html"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:for-each select="1 to f:rows-left-out($nodes)">
            <div class="tei-row"/>
          </xsl:for-each>
          <div class="tei-row">
            <xsl:for-each select="$division">
              <xsl:call-template name="t:flow">
                <xsl:with-param name="nodes" select="$nodes"/>
              </xsl:call-template>
            </xsl:for-each>
          </div>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

</xsl:stylesheet>
