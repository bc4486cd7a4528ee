<?xml version="1.0" encoding="UTF-8"?>
<!--
  Points in a text: beginnings of lines, pages and columns, milestones and anchors. They are empty in
  TEI and never part of a word; a word that they break is one word.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A line begins. Whether lines are shown is for CSS; that words stay apart is not. -->
  <xsl:template match="lb" mode="m:html" as="node()*">
    <xsl:if test="f:parts-words(.)">
      <xsl:text> </xsl:text>
    </xsl:if>
    <br>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="f:begins-block(.)">
        <xsl:attribute name="hidden" select="'hidden'"/>
      </xsl:if>
    </br>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <!-- The block whose lines an lb parts. -->
  <xsl:function name="f:block-of" as="element()?">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="
      $node/ancestor::*[local-name() = ('p', 'ab', 'l', 'head', 'item', 'cell', 'note', 'salute', 'signed', 'dateline',
        'addrLine', 'opener', 'closer') or local-name() = $v:divisions][1]"/>
  </xsl:function>

  <!-- Whether an lb is the first line of its block: HTML begins one there without being told. -->
  <xsl:function name="f:begins-block" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="before" as="text()?" select="$break/preceding::text()[normalize-space()][1]"/>
    <xsl:sequence select="not(f:block-of($before) is f:block-of($break))"/>
  </xsl:function>

  <!-- Whether an lb stands between two words with no white space on either side, in a script that
       writes words apart. Where the document has white space at most of its lb, one without stands
       within a word. -->
  <xsl:function name="f:parts-words" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="$v:bare-breaks-part-words and not($break/@break = 'no') and f:is-bare($break)"/>
  </xsl:function>

  <xsl:function name="f:is-bare" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:variable name="block" as="element()?" select="f:block-of($break)"/>
    <xsl:variable name="before" as="xs:string" select="string($break/preceding::text()[1][f:block-of(.) is $block])"/>
    <xsl:variable name="after" as="xs:string" select="string($break/following::text()[1][f:block-of(.) is $block])"/>
    <xsl:sequence select="
      f:ends-apart($before)
      and matches($after, '^[^\s]')"/>
  </xsl:function>

  <xsl:variable name="v:bare-breaks-part-words" as="xs:boolean" select="
    let $breaks := $v:source//lb[not(@break)]
    return count($breaks[f:is-bare(.)]) * 2 gt count($breaks)"/>

  <!-- A word broken by a line or page: no white space within, and the hyphen is shown with the lines. -->
  <xsl:template match="text()[following-sibling::node()[1][f:breaks-word(.)]]
      | text()[preceding-sibling::node()[1][f:breaks-word(.)]]" mode="m:html" as="node()*">
    <xsl:variable name="text" as="xs:string" select="
      if (preceding-sibling::node()[1][f:breaks-word(.)]) then replace(., '^\s+', '') else string(.)"/>
    <xsl:choose>
      <xsl:when test="not(following-sibling::node()[1][f:breaks-word(.)])">
        <xsl:value-of select="$text"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:variable name="word" as="xs:string" select="replace($text, '\s+$', '')"/>
        <xsl:value-of select="replace($word, '[\-‐¬⸗]$', '')"/>
        <xsl:if test="matches($word, '[\-‐¬⸗]$')">
          <span class="tei-hyphen">
            <xsl:value-of select="substring($word, string-length($word))"/>
          </span>
        </xsl:if>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether a node is a break within a word: itself says so, or the lb after a pb or cb does. In
       documents that never say it, a hyphen before the line and a small letter after it do. -->
  <xsl:function name="f:breaks-word" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="break" as="element()?" select="
      $node/(self::lb | self::pb | self::cb | self::gb)[@break = 'no' or self::lb],
      $node/(self::pb | self::cb | self::gb)[not(@break = 'no')]/following-sibling::*[1][self::lb]"/>
    <xsl:sequence select="
      exists($break) and (
        $break/@break = 'no'
        or (not($v:breaks-are-marked)
          and matches(string($node/preceding-sibling::node()[1]), '\p{L}[\-‐¬⸗]\s*$')
          and matches(string($break/following-sibling::node()[1]), '^\s*\p{Ll}')))"/>
  </xsl:function>

  <xsl:variable name="v:breaks-are-marked" as="xs:boolean" select="exists($v:source//lb[@break])"/>

  <!-- A hyphen at the end of a line that has an element of its own. -->
  <xsl:template match="c[@type = ('shy', 'hyphen')] | pc[@force = 'weak'][following-sibling::node()[1][f:breaks-word(.)]]"
    mode="m:html" as="element()" priority="1">
    <span class="tei-hyphen">
      <xsl:apply-templates mode="m:html"/>
    </span>
  </xsl:template>

  <!-- A page begins: its number as a link to its picture, where one is known. -->
  <xsl:template match="pb" mode="m:html" as="node()*">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="link" as="map(*)?" select="f:first-link(f:pointers(@facs))[not($linked)]"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space((@n, @ed[not(contains(., '#'))])[1])"/>
    <span role="doc-pagebreak" aria-label="{
        if ($number) then f:string('page.number', map{'n': $number}) else f:string('page.break')}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:choose>
        <xsl:when test="exists($link)">
          <a href="{$link?url}">
            <xsl:value-of select="($number[.], f:string('page.image'))[1]"/>
          </a>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="($number[.], '|')[1]"/>
        </xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <xsl:template match="cb | gb | milestone" mode="m:html" as="node()*">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:value-of select="@n"/>
    </span>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <!-- A line of asterisks or white between two parts of a text. -->
  <xsl:template match="milestone[not(@n)][f:stands-between-blocks(.)]" mode="m:html" as="node()*" priority="1">
    <div role="separator">
      <xsl:apply-templates select="." mode="m:attributes"/>
    </div>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <xsl:function name="f:stands-between-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="local-name($element/..) = $v:divisions"/>
  </xsl:function>

  <xsl:template match="anchor" mode="m:html" as="node()*">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
    </span>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <!-- Running heads, catchwords, page numbers of the source. -->
  <xsl:template match="fw" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

</xsl:stylesheet>
