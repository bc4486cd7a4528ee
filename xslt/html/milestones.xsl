<?xml version="1.0" encoding="UTF-8"?>
<!--
  Points in a text: beginnings of lines, pages and columns, milestones and anchors. They are empty in
  TEI and never part of a word; a word that they break is one word.
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
      $node/ancestor::*[map:contains($v:blocks-of-lines, local-name())][1]"/>
  </xsl:function>

  <xsl:variable name="v:blocks-of-lines" as="map(xs:string, xs:boolean)" select="
    map:merge(
      ('p', 'ab', 'l', 'head', 'item', 'cell', 'note', 'salute', 'signed', 'dateline', 'addrLine', 'opener', 'closer',
        $v:divisions) ! map{.: true()})"/>

  <!-- Whether an lb is the first line of its block: HTML begins one there without being told. -->
  <xsl:function name="f:begins-block" as="xs:boolean">
    <xsl:param name="break" as="element()"/>
    <xsl:sequence select="
      (f:is-division($break/..) or empty($break/preceding-sibling::text()[normalize-space()]))
      and not(f:block-of($break/preceding::text()[normalize-space()][1]) is f:block-of($break))"/>
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
    <xsl:variable name="before" as="text()?" select="
      ($break/preceding-sibling::node()[1][self::text()], $break/preceding::text()[1])[1]"/>
    <xsl:variable name="after" as="text()?" select="
      ($break/following-sibling::node()[1][self::text()], $break/following::text()[1])[1]"/>
    <xsl:variable name="last" as="xs:string" select="substring($before, string-length($before))"/>
    <xsl:sequence select="
      normalize-space($last)
      and normalize-space(substring($after, 1, 1))
      and f:ends-apart($last)
      and f:block-of($before) is f:block-of($break)
      and f:block-of($after) is f:block-of($break)"/>
  </xsl:function>

  <xsl:variable name="v:bare-breaks-part-words" as="xs:boolean" select="
    let $breaks := $v:source//lb[not(@break)]
    return count($breaks[f:is-bare(.)]) * 2 gt count($breaks)"/>

  <!-- A word broken by a line or page: no white space within, and the hyphen is shown with the lines. -->
  <xsl:template match="text()[$v:breaks-words][map:contains($v:broken, generate-id())]" mode="m:html" as="node()*">
    <xsl:variable name="text" as="xs:string" select="
      if (f:breaks-word(preceding-sibling::node()[1])) then replace(., '^\s+', '') else string(.)"/>
    <xsl:choose>
      <xsl:when test="not(f:breaks-word(following-sibling::node()[1]))">
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

  <!-- Whether a node is a break within a word. -->
  <xsl:function name="f:breaks-word" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="$node instance of element() and map:contains($v:word-breaks, generate-id($node))"/>
  </xsl:function>

  <xsl:variable name="v:breaks-words" as="xs:boolean" select="exists($v:breaks)"/>
  <xsl:variable name="v:word-breaks" as="map(xs:string, xs:boolean)" select="
    map:merge($v:breaks ! map{generate-id(): true()})"/>

  <!-- The texts on either side of a break within a word, by generate-id(). -->
  <xsl:variable name="v:broken" as="map(xs:string, xs:boolean)" select="
    map:merge($v:breaks/(preceding-sibling::node()[1], following-sibling::node()[1])[self::text()] ! map{generate-id(): true()})"/>

  <!-- The breaks within words: those that say so, and a pb or cb before an lb that
       does. In documents that never say it, a hyphen before the line and a small letter after it do. -->
  <xsl:variable name="v:breaks" as="element()*">
    <xsl:variable name="breaks" as="element()*" select="$v:source//(lb | pb | cb | gb)"/>
    <xsl:variable name="is-marked" as="xs:boolean" select="$breaks/self::lb/@break = 'no'"/>
    <xsl:variable name="hyphenated" as="element()*" select="
      if ($is-marked) then ()
      else $breaks/(self::lb | self::*[following-sibling::*[1][self::lb]])
        [preceding-sibling::node()[1][self::text()][f:ends-in-hyphen(.)]]
        [(self::lb, following-sibling::*[1])[1]/following-sibling::node()[1][self::text()][matches(substring(., 1, 20), '^\s*\p{Ll}')]]"/>
    <xsl:sequence select="
      $breaks[@break = 'no' or (not(self::lb) and following-sibling::*[1][self::lb]/@break = 'no')] | $hyphenated"/>
  </xsl:variable>

  <!-- Whether a text ends in a letter and a hyphen. Most have none: seen without a regular expression. -->
  <xsl:function name="f:ends-in-hyphen" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:variable name="end" as="xs:string" select="substring($text, string-length($text) - 20)"/>
    <xsl:sequence select="translate($end, '-‐¬⸗', '') ne $end and matches($end, '\p{L}[\-‐¬⸗]\s*$')"/>
  </xsl:function>

  <!-- A hyphen at the end of a line that has an element of its own. -->
  <xsl:template match="c[@type = ('shy', 'hyphen')] | pc[@force = 'weak'][f:breaks-word(following-sibling::node()[1])]"
    mode="m:html" as="element()" priority="1">
    <span class="tei-hyphen">
      <xsl:apply-templates mode="m:html"/>
    </span>
  </xsl:template>

  <!-- A page begins: its number, as a link to the image of the page where there is one. -->
  <xsl:template match="pb" mode="m:html" as="node()*">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="number" as="xs:string" select="normalize-space((@n, @ed[not(contains(., '#'))], @f)[1])"/>
    <xsl:variable name="image" as="map(*)?" select="f:facsimile-number(.) ! $v:facsimile?pages(.)"/>
    <span role="doc-pagebreak" aria-label="{
        if ($number) then f:string('page.number', map{'n': $number}) else ($image?title, f:string('page.break'))[1]}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:choose>
        <xsl:when test="$image?kind ne 'missing' and not($linked)">
          <a href="#page-facsimile-{f:facsimile-number(.)}" title="{f:string('page.image')}">
            <xsl:value-of select="($number[.], $image?short)[1]"/>
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

  <!-- TEI has nothing in these; what is there all the same follows what they say. -->
  <xsl:template match="(lb | pb | cb | gb | milestone | anchor | handShift | caesura | space | gap | graphic | media | addSpan
      | delSpan | damageSpan | lacunaStart | lacunaEnd | witStart | witEnd)[node()][normalize-space(string-join(node() except desc))]"
    mode="m:html" as="node()*" priority="3">
    <xsl:next-match/>
    <xsl:message><unhandled name="{name()}"/></xsl:message>
    <xsl:element name="{f:html-name(.)}">
      <xsl:attribute name="class" select="'tei-unhandled'"/>
      <xsl:apply-templates select="node() except desc" mode="m:html"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
