<?xml version="1.0" encoding="UTF-8"?>
<!--
  The description of a manuscript as a list of terms: what readers need to order it and to cite it first,
  then what it is made of, how it came there, and what the editors remark.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="msDesc | msPart | msFrag" mode="m:source" as="element()?">
    <xsl:variable name="entries" as="element()*">
      <xsl:apply-templates select="msIdentifier" mode="m:entry"/>
      <xsl:apply-templates select="msContents, physDesc, history, additional" mode="m:entry"/>
    </xsl:variable>
    <xsl:variable name="prose" as="element()*" select="p[normalize-space()] | note[normalize-space()]"/>
    <xsl:if test="exists(($entries, $prose, msPart, msFrag))">
      <div>
        <xsl:apply-templates select="." mode="m:attributes"/>
        <xsl:call-template name="t:source-label"/>
        <xsl:if test="exists($entries)">
          <dl>
            <xsl:sequence select="$entries"/>
          </dl>
        </xsl:if>
        <xsl:apply-templates select="$prose" mode="m:html"/>
        <xsl:apply-templates select="msPart | msFrag" mode="m:source"/>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- Part of a description -> dt and dd (private). -->
  <xsl:mode name="m:entry" on-no-match="shallow-skip"/>

  <!-- One term with what the source says, in a row or, without a separator, one below the other;
       nothing where it says nothing. -->
  <xsl:template name="t:entry" as="element()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="nodes" as="element()*"/>
    <xsl:param name="separator" as="xs:string?" select="', '"/>
    <xsl:variable name="filled" as="element()*" select="$nodes[normalize-space() or descendant-or-self::measure[@quantity]]"/>
    <xsl:if test="exists($filled)">
      <dt>
        <xsl:value-of select="f:string('source.' || $key)"/>
      </dt>
      <xsl:for-each-group select="$filled" group-by="if (exists($separator)) then 0 else position()">
        <dd>
          <xsl:for-each select="current-group()">
            <xsl:if test="position() gt 1">
              <xsl:value-of select="$separator"/>
            </xsl:if>
            <xsl:apply-templates select="." mode="m:html"/>
          </xsl:for-each>
        </dd>
      </xsl:for-each-group>
    </xsl:if>
  </xsl:template>

  <xsl:template match="msIdentifier" mode="m:entry" as="element()*">
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'repository'"/>
      <xsl:with-param name="nodes" select="repository, institution, (settlement, placeName, geogName), region, country"/>
    </xsl:call-template>
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'collection'"/>
      <xsl:with-param name="nodes" select="collection"/>
      <xsl:with-param name="separator" select="' · '"/>
    </xsl:call-template>
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'shelfmark'"/>
      <xsl:with-param name="nodes" select="
        (idno[@type = ('shelfmark', 'shelf', 'signature')], idno[not(@type = ('shelfmark', 'shelf', 'signature'))]), msName"/>
      <xsl:with-param name="separator" select="' · '"/>
    </xsl:call-template>
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'former'"/>
      <xsl:with-param name="nodes" select="altIdentifier"/>
      <xsl:with-param name="separator" select="'; '"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One identifier among others: its parts in a row. -->
  <xsl:template match="altIdentifier | msIdentifier" mode="m:content" as="node()*">
    <xsl:for-each select="(* | text())[normalize-space()]">
      <xsl:if test="position() gt 1">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:html"/>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="msContents" mode="m:entry" as="element()*">
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'leaves'"/>
      <xsl:with-param name="nodes" select="descendant::locus[not(ancestor::p)]"/>
    </xsl:call-template>
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'language'"/>
      <xsl:with-param name="nodes" select="textLang, msItem/textLang"/>
    </xsl:call-template>
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'contents'"/>
      <xsl:with-param name="nodes" select="summary, p, msItem/(title, incipit, explicit, p), descendant::msItem/note"/>
      <xsl:with-param name="separator" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="physDesc" mode="m:entry" as="element()*">
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'extent'"/>
      <xsl:with-param name="nodes" select=".//extent[not(ancestor::p)]"/>
    </xsl:call-template>
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'description'"/>
      <xsl:with-param name="nodes" select="
        let $parts := .//(p | support | foliation | condition | layout | handNote | scriptNote | typeNote | decoNote | seal
          | stamp | incident | accMat | sealDesc | handDesc | additions | objectDesc | typeDesc | decoDesc)
          [not(self::sealDesc or self::handDesc or self::additions or self::objectDesc or self::typeDesc or self::decoDesc) or not(*)]
        return $parts[not(ancestor::* intersect $parts)]"/>
      <xsl:with-param name="separator" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="history" mode="m:entry" as="element()*">
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'origin'"/>
      <xsl:with-param name="nodes" select="origin[not(p)], origin/p"/>
      <xsl:with-param name="separator" select="()"/>
    </xsl:call-template>
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'history'"/>
      <xsl:with-param name="nodes" select="summary, p, (provenance, acquisition)/(self::*[not(p)], p)"/>
      <xsl:with-param name="separator" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="additional" mode="m:entry" as="element()*">
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'access'"/>
      <xsl:with-param name="nodes" select="adminInfo//(availability | note)[not(.//p)], adminInfo//p"/>
      <xsl:with-param name="separator" select="()"/>
    </xsl:call-template>
    <xsl:call-template name="t:entry">
      <xsl:with-param name="key" select="'literature'"/>
      <xsl:with-param name="nodes" select="listBibl/(bibl | biblStruct), surrogates/(bibl | self::*[not(*)] | p)"/>
      <xsl:with-param name="separator" select="()"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="support | foliation | condition | layout | handNote | scriptNote | typeNote | decoNote | incident | accMat
      | sealDesc | handDesc | additions | objectDesc | supportDesc | layoutDesc | origin | provenance | acquisition | summary | incipit
      | explicit | custEvent | material | watermark | origPlace | heraldry | catchwords | signatures | secFol | surrogates
      | rubric | finalRubric | colophon | filiation | msItemStruct | msItem | msContents | physDesc | history | msDesc" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

</xsl:stylesheet>
