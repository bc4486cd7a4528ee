<?xml version="1.0" encoding="UTF-8"?>
<!--
  The structure of a text: divisions, headings, paragraphs, the parts of a floating or composite text.
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

  <xsl:template match="text | group | front | body | back | floatingText | abstract | argument | epigraph
      | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | titlePage | docTitle | docImprint | noteGrp
      | sourceDoc | surface | surfaceGrp | zone"
    mode="m:html" as="node()*">
    <xsl:if test="not(f:is-emptied(.))">
      <xsl:call-template name="t:element">
        <xsl:with-param name="name" select="if (child::head and not(self::argument | self::noteGrp)) then 'section' else 'div'"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <xsl:template match="text | group | front | body | back | floatingText | abstract | argument | epigraph
      | div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | titlePage | docTitle | docImprint | noteGrp
      | sourceDoc | surface | surfaceGrp | zone"
    mode="m:content" as="node()*">
    <xsl:call-template name="t:flow"/>
  </xsl:template>

  <!-- One of several texts in a text (the original, a translation) says what it is. -->
  <xsl:template match="(text | group)/text[@type][not(f:parallels(.))]" mode="m:content" as="node()*">
    <xsl:if test="empty((head, body/head, body/*[1]/self::div/head))">
      <p class="tei-text-label" lang="{$v:language}" dir="{$v:direction}">
        <xsl:sequence select="f:string-or-value('text', normalize-space(@type))"/>
      </p>
    </xsl:if>
    <xsl:next-match/>
  </xsl:template>

  <!-- A list of notes all of which are shown in the text leaves nothing to show. -->
  <xsl:function name="f:is-emptied" as="xs:boolean">
    <xsl:param name="division" as="element()"/>
    <xsl:variable name="notes" as="element()*" select="$division//note[f:is-numbered(.)]"/>
    <xsl:sequence select="
      exists($notes)
      and empty($notes ! $v:place-of(generate-id())[ancestor::*[. is $division]])
      and empty($division//*[not(self::head or self::div or self::list or self::item or self::lb or self::pb or self::noteGrp)]
        [not(ancestor-or-self::note[f:is-numbered(.)])])
      and empty($division//text()[normalize-space()]
        [not(ancestor::note[f:is-numbered(.)] or ancestor::head)])"/>
  </xsl:function>

  <xsl:function name="f:is-division" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$v:kinds-of(local-name($element)) = 'division'"/>
  </xsl:function>

  <!-- Headings by depth: the title of the page is h1, those of its text begin at h2. -->
  <xsl:template match="head" mode="m:html" as="node()*" priority="-0.2">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <xsl:template match="(front | body | back | group | text | abstract | argument | div | div1 | div2 | div3
      | div4 | div5 | div6 | div7 | floatingText)/head" mode="m:html" as="element()">
    <xsl:variable name="depth" as="xs:integer" select="f:heading-level(.)"/>
    <xsl:choose>
      <xsl:when test="f:holds-blocks(.)">
        <div role="heading" aria-level="{$depth}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates select="." mode="m:content"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:element">
          <xsl:with-param name="name" select="'h' || $depth"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:function name="f:heading-level" as="xs:integer">
    <xsl:param name="head" as="element(head)"/>
    <xsl:variable name="divisions" as="element()*" select="
      $head/ancestor::*[f:is-division(.)][head[not(f:is-page-title(.))]]"/>
    <xsl:variable name="label" as="xs:integer" select="count($head/ancestor::*[f:parallels(.)][1])"/>
    <xsl:sequence select="min((1 + max((count($divisions), 1)) + $label, 6))"/>
  </xsl:function>

  <!-- Whether a heading repeats the title of its page of prose, which stands above it. -->
  <xsl:function name="f:is-page-title" as="xs:boolean">
    <xsl:param name="head" as="element(head)"/>
    <xsl:sequence select="$v:kind = ('home', 'prose') and normalize-space($head) eq string($page?title)"/>
  </xsl:function>

  <!-- Paragraphs: p where HTML allows it, and with an address of their own in any case. -->
  <xsl:template match="p | ab" mode="m:html" as="element()">
    <xsl:variable name="number" as="xs:integer?" select="f:paragraph-number(.)"/>
    <xsl:element name="{if (f:holds-blocks(.)) then 'div' else 'p'}">
      <xsl:variable name="attributes" as="attribute()*">
        <xsl:call-template name="t:attributes">
          <xsl:with-param name="class" select="f:lineation(.)"/>
        </xsl:call-template>
      </xsl:variable>
      <xsl:variable name="id" as="xs:string?" select="
        ($attributes[name() eq 'id'] ! string(), $number ! f:free-id(current(), 'p-' || .))[1]"/>
      <xsl:sequence select="$attributes"/>
      <xsl:if test="exists($id)">
        <xsl:attribute name="id" select="$id"/>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:content"/>
      <xsl:if test="exists($number)">
        <a class="tei-paragraph-link" href="#{$id}" aria-label="{f:string('paragraph.link', map{'n': $number})}"/>
      </xsl:if>
    </xsl:element>
  </xsl:template>

  <!-- Paragraphs of the text that are numbered: those that stand between blocks, outside notes. -->
  <xsl:function name="f:paragraph-number" as="xs:integer?">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="$v:paragraphs(generate-id($block))"/>
  </xsl:function>

  <xsl:variable name="v:paragraphs" as="map(xs:string, xs:integer)">
    <xsl:variable name="blocks" as="element()*" select="
      $v:source//(p | ab)[normalize-space()][f:is-division(..)][f:is-within-text(.)][not(ancestor::note or ancestor::abstract)]"/>
    <xsl:sequence select="map:merge(for $i in 1 to count($blocks) return map{generate-id($blocks[$i]): $i})"/>
  </xsl:variable>

  <!-- "tei-flow" for prose whose lb are the lines of a manuscript: they run on, until readers ask for
       the lines. Short lines (an inscription, a list of names) stay lines, and so do those that begin with
       the blank of a Chinese or Japanese paragraph. -->
  <xsl:function name="f:lineation" as="xs:string?">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="breaks" as="element(lb)*" select="$block//lb"/>
    <xsl:sequence select="
      'tei-flow'[exists($breaks)]
        [string-length(normalize-space($block)) div (count($breaks) + 1) ge 30]
        [not(contains($block, '&#x3000;')) or count($breaks[f:begins-paragraph(.)]) * 2 lt count($breaks)]"/>
  </xsl:function>

  <xsl:function name="f:begins-paragraph" as="xs:boolean">
    <xsl:param name="break" as="element(lb)"/>
    <xsl:sequence select="matches($break/following::text()[normalize-space()][1], '^\s*&#x3000;')"/>
  </xsl:function>

  <!-- A line of a transcription that follows the page, and has no text of its own beside it. -->
  <xsl:template match="line" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="'div'"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Spans of text and of sentences. -->
  <xsl:template match="seg | s | cl | phr | trailer | docAuthor | docDate | docEdition | titlePart | imprimatur
      | stage | speaker | eg | byline | ex | am | desc | label | witness" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

</xsl:stylesheet>
