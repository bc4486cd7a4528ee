<?xml version="1.0" encoding="UTF-8"?>
<!--
  What the hands did and what the editors could read: additions, deletions, gaps, unclear and supplied
  words, damage, spaces, changes of hand.
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

  <xsl:template match="del" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="'del'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="add" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="name" select="'ins'"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="subst | mod | undo | redo | restore | retrace | transpose | damage | secl | surplus | metamark | stamp
      | handShift | line | zone | seal" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- Deleted and put back: the deletion no longer holds. -->
  <xsl:template match="restore/del" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- Words that are hard to read are followed by a mark; parts of words are marked by CSS alone, since
       a mark in the middle of a word would make it hard to read once more. -->
  <xsl:template match="unclear[not(f:is-within-word(.))]" mode="m:content" as="node()*">
    <xsl:next-match/>
    <span class="tei-editorial">
      <xsl:value-of select="f:string('unclear.mark')"/>
    </span>
  </xsl:template>

  <xsl:template match="unclear[f:is-within-word(.)]" mode="m:attributes" as="attribute()*">
    <xsl:next-match/>
    <xsl:attribute name="title" select="f:string('unclear.title')"/>
  </xsl:template>

  <!-- Whether letters touch an element on either side, or it holds less than two letters of its own. -->
  <xsl:function name="f:is-within-word" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      matches(string($element/preceding-sibling::node()[1][self::text()]), '\p{L}$')
      or matches(string($element/following-sibling::node()[1][self::text()]), '^\p{L}')
      or not($element/self::gap or matches(string($element), '\p{L}.*\p{L}', 's'))"/>
  </xsl:function>

  <xsl:template match="unclear | supplied" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <xsl:template match="supplied" mode="m:content" as="node()*">
    <span class="tei-editorial">[</span>
    <xsl:next-match/>
    <span class="tei-editorial">]</span>
  </xsl:template>

  <xsl:template match="surplus | secl" mode="m:content" as="node()*">
    <span class="tei-editorial">{</span>
    <xsl:next-match/>
    <span class="tei-editorial">}</span>
  </xsl:template>

  <!-- A gap says in words why something is missing, and how much; within a word, as a dot for each
       character, with the words for those who ask. -->
  <xsl:template match="gap" mode="m:html" as="node()*">
    <xsl:variable name="words" as="xs:string" select="f:gap-words(.)"/>
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:choose>
        <xsl:when test="f:is-within-word(.) and @unit = ('char', 'chars', 'character', 'characters', 'letter', 'letters')
            and @quantity castable as xs:positiveInteger">
          <span class="tei-editorial" role="img" aria-label="{$words}" title="{$words}">
            <xsl:value-of select="'[' || string-join((1 to min((xs:integer(@quantity), 12))) ! '·') || ']'"/>
          </span>
        </xsl:when>
        <xsl:otherwise>
          <span class="tei-editorial">
            <xsl:value-of select="'[' || $words || ']'"/>
          </span>
        </xsl:otherwise>
      </xsl:choose>
    </span>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <xsl:template match="ellipsis" mode="m:html" as="element()">
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="node() except desc" mode="m:html"/>
      <xsl:if test="not(normalize-space())">[…]</xsl:if>
    </span>
  </xsl:template>

  <xsl:function name="f:gap-words" as="xs:string">
    <xsl:param name="gap" as="element()"/>
    <xsl:variable name="description" as="xs:string" select="normalize-space(string-join($gap/desc, ' '))"/>
    <xsl:variable name="reason" as="xs:string?" select="
      (tokenize($gap/@reason, ','), tokenize($gap/@agent))[normalize-space()][1] ! f:string-or-value('gap', normalize-space(.))"/>
    <xsl:variable name="words" as="xs:string" select="string-join(($reason, f:extent($gap)), ', ')"/>
    <xsl:sequence select="($description[.], $words[.], '…')[1]"/>
  </xsl:function>

  <!-- How much: "3 words", "2–4 lines", or the words of @extent; nothing where it is not said. -->
  <xsl:function name="f:extent" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="unit" as="xs:string" select="replace(lower-case(normalize-space($element/@unit)), '([a-z]{2,})s$', '$1')"/>
    <xsl:variable name="least" as="xs:string?" select="($element/@quantity, $element/@atLeast, $element/@min)[1] ! string()"/>
    <xsl:variable name="most" as="xs:string?" select="($element/@atMost, $element/@max)[1] ! string()"/>
    <xsl:variable name="amount" as="xs:string" select="string-join(distinct-values(($least, $most)), '–')"/>
    <xsl:choose>
      <xsl:when test="not($amount)">
        <xsl:sequence select="$element/@extent/normalize-space()[.]"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="
          (f:plural('unit.' || $unit, $amount), normalize-space($amount || ' ' || $element/@unit))[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- White space of the source: within a line as wide as it was, up to a sane width. -->
  <xsl:template match="space" mode="m:html" as="node()*">
    <xsl:variable name="amount" as="xs:integer" select="
      if (@quantity castable as xs:decimal) then max((1, min((xs:integer(ceiling(xs:decimal(@quantity))), 12)))) else 1"/>
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="@quantity and not(@unit = ('char', 'chars', 'character', 'characters'))">
        <xsl:attribute name="title" select="f:string('space.blank', map{'n': (f:extent(.), '')[1]})"/>
      </xsl:if>
      <xsl:if test="not(@dim = 'vertical' or @unit = ('line', 'lines'))">
        <xsl:value-of select="string-join((1 to $amount) ! '&#xA0;')"/>
      </xsl:if>
      <xsl:if test="desc[normalize-space()]">
        <span class="tei-editorial">
          <xsl:value-of select="'[' || normalize-space(string-join(desc, ' ')) || ']'"/>
        </span>
      </xsl:if>
    </span>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <!-- Where another hand begins: who, or with what, as far as the source says. -->
  <xsl:template match="handShift" mode="m:html" as="node()*" priority="1">
    <xsl:variable name="hand" as="element()?" select="
      tokenize(@new)[starts-with(., '#')][1] ! key('f:element-by-id', substring(., 2), root(current()))[1]"/>
    <xsl:variable name="name" as="xs:string" select="
      normalize-space(string-join(($hand/@scribe, $hand[not(@scribe)], @scribe, @medium, @new[empty($hand)])[normalize-space()][1]))"/>
    <span>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <span class="tei-editorial">
        <xsl:value-of select="'[' || f:string('hand.begins', map{'name': replace($name, '^#', '')}) => normalize-space() || ']'"/>
      </span>
    </span>
    <xsl:call-template name="t:references"/>
  </xsl:template>

</xsl:stylesheet>
