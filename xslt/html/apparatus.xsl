<?xml version="1.0" encoding="UTF-8"?>
<!--
  The critical apparatus: the lemma in the text, the readings in an entry beside the notes.
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

  <xsl:template match="app" mode="m:html" as="node()*">
    <xsl:element name="{f:html-name(.)}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="(f:lemma(.), node()[empty(f:lemma(..))])" mode="m:html"/>
    </xsl:element>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <!-- An entry apart from its text is beside its place there; one that has none is read where it stands. -->
  <xsl:template match="app[f:is-apart(.)]" mode="m:html" as="element()?" priority="1">
    <xsl:if test="not(f:is-placed(.))">
      <div>
        <xsl:apply-templates select="." mode="m:attributes"/>
        <xsl:for-each select="@loc">
          <span class="tei-app-loc">
            <xsl:value-of select="normalize-space()"/>
          </span>
          <xsl:text> </xsl:text>
        </xsl:for-each>
        <xsl:call-template name="t:readings"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:function name="f:is-placed" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node[self::app] and map:contains($v:place-of-app, generate-id($node))"/>
  </xsl:function>

  <!-- What stands in the text: the lemma, else, but not of an entry that stands apart, the first reading. -->
  <xsl:function name="f:lemma" as="element()?">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="
      ($app/lem, $app/rdgGrp//lem[ancestor::app[1] is $app], $app[not(f:is-apart(.))]/descendant::rdg)[1]"/>
  </xsl:function>

  <xsl:template match="lem | rdg" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- The entry: lemma] its witnesses, and those of readings that agree with it; each other reading with its witnesses; remarks. -->
  <xsl:template name="t:readings" as="node()*">
    <xsl:context-item as="element(app)" use="required"/>
    <xsl:variable name="lemma" as="element()?" select="f:lemma(.)"/>
    <xsl:variable name="readings" as="element()*" select="
      (descendant::rdg | descendant::lem)[not(. is $lemma)][generate-id(ancestor::app[1]) eq generate-id(current())]"/>
    <xsl:variable name="agreeing" as="element()*" select="$readings[f:text(.)[.] = f:text($lemma)]"/>
    <xsl:for-each select="$lemma">
      <span class="tei-app-lemma">
        <xsl:apply-templates select="ancestor-or-self::*[@xml:lang][1]/@xml:lang" mode="m:attributes"/>
        <xsl:value-of select="(f:shortened(f:text(.))[.], f:string('app.omitted'))[1]"/>
      </span>
      <xsl:text>] </xsl:text>
      <xsl:for-each select="., $agreeing">
        <xsl:call-template name="t:witnesses"/>
        <xsl:text> </xsl:text>
      </xsl:for-each>
    </xsl:for-each>
    <xsl:for-each select="$readings except $agreeing">
      <xsl:if test="exists($lemma) or position() gt 1">· </xsl:if>
      <span class="tei-app-reading">
        <xsl:call-template name="t:attributes"/>
        <xsl:attribute name="class" select="'tei-app-reading'"/>
        <xsl:call-template name="t:reading"/>
        <xsl:text> </xsl:text>
        <xsl:call-template name="t:witnesses"/>
      </span>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <!-- Witnesses that a reading does not name, with their own words: a translation, a doubtful hand. -->
    <xsl:for-each select="
        for $detail in descendant::witDetail[normalize-space()][ancestor::app[1] is current()]
        return $detail[not(preceding-sibling::*[self::lem or self::rdg]/tokenize(@wit) = tokenize(@wit))]">
      <xsl:text>· </xsl:text>
      <span class="tei-app-reading">
        <xsl:call-template name="t:attributes"/>
        <xsl:apply-templates mode="m:html"/>
        <xsl:text> </xsl:text>
        <span class="tei-wit">
          <xsl:value-of select="tokenize(@wit) ! f:siglum(., current())" separator=" "/>
        </span>
      </span>
      <xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:for-each select="note | rdgGrp/note">
      <xsl:element name="{f:html-name(.)}">
        <xsl:attribute name="class" select="'tei-app-note'"/>
        <xsl:apply-templates select="." mode="m:content"/>
      </xsl:element>
    </xsl:for-each>
    <!-- What TEI does not expect here. -->
    <xsl:apply-templates mode="m:html"
      select="(.[exists($lemma) or f:is-apart(.)] | rdgGrp)/(* | text()[normalize-space()]) except (., rdgGrp)/(lem, rdg, rdgGrp, wit, witDetail, note)"/>
  </xsl:template>

  <!-- A long lemma by its first and last words. -->
  <xsl:function name="f:shortened" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize($text)"/>
    <xsl:sequence select="
      if (count($words) le 7) then $text
      else string-join(($words[position() le 2], '…', $words[position() ge last() - 1]), ' ')"/>
  </xsl:function>

  <!-- The words of a reading; one that has none leaves them out. -->
  <xsl:template name="t:reading" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:choose>
      <xsl:when test="normalize-space() or *[not(self::wit or self::lb)]">
        <xsl:apply-templates mode="m:html"/>
      </xsl:when>
      <xsl:otherwise>
        <i class="tei-added">
          <xsl:value-of select="f:string('app.omitted')"/>
        </i>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The sigla of the witnesses of a reading: from wit, else from @wit. -->
  <xsl:template name="t:witnesses" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="sigla" as="xs:string*" select="f:sigla(.)"/>
    <xsl:variable name="sources" as="xs:string*" select="tokenize((@resp, @source)[1]) ! f:siglum(., current())"/>
    <xsl:if test="exists(($sigla, $sources))">
      <span class="tei-wit">
        <xsl:value-of select="($sigla, $sources)" separator=" "/>
      </span>
    </xsl:if>
    <xsl:for-each select="following-sibling::witDetail[tokenize(@wit) = tokenize(current()/@wit)][normalize-space()]">
      <xsl:text> (</xsl:text>
      <xsl:apply-templates mode="m:html"/>
      <xsl:text>)</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- The witnesses of a reading, as they are cited. -->
  <xsl:function name="f:sigla" as="xs:string*">
    <xsl:param name="reading" as="element()"/>
    <xsl:sequence select="
      if ($reading/following-sibling::*[1][self::wit]) then $reading/following-sibling::*[1]/normalize-space()
      else tokenize($reading/@wit) ! f:siglum(., $reading)"/>
  </xsl:function>

  <!-- How a witness is cited: its @n or siglum where it is described, else the pointer's own words. -->
  <xsl:function name="f:siglum" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="context" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="replace($pointer, '^.*#', '')"/>
    <xsl:variable name="witness" as="element()?" select="key('f:element-by-id', $id, root($context))[1]"/>
    <xsl:sequence select="
      ($witness/@n, $witness/abbr[@type = 'siglum'], $witness/idno[@type = 'siglum'], $witness/self::person/persName,
        $id, $pointer)[normalize-space()][1] ! normalize-space()"/>
  </xsl:function>

  <xsl:template match="listApp | listWit" mode="m:html" as="element()?">
    <xsl:variable name="items" as="node()*" select="(* | text()[normalize-space()])[not(f:is-placed(.))]"/>
    <xsl:if test="exists($items)">
      <ul>
        <xsl:apply-templates select="." mode="m:attributes"/>
        <xsl:for-each select="$items">
          <li>
            <xsl:apply-templates select="." mode="m:html"/>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
