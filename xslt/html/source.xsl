<?xml version="1.0" encoding="UTF-8"?>
<!--
  The description of the source for readers (m:source): manuscripts with repository, shelfmark and leaves
  as a list of terms, prints as citations, witnesses one by one.
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

  <xsl:template match="sourceDesc" mode="m:source" as="element()*">
    <xsl:variable name="parts" as="element()*">
      <xsl:apply-templates select="*" mode="m:source"/>
    </xsl:variable>
    <xsl:if test="exists($parts)">
      <div class="tei-sourceDesc">
        <xsl:sequence select="$parts"/>
      </div>
    </xsl:if>
  </xsl:template>

  <xsl:template match="p | ab | list | table" mode="m:source" as="node()*">
    <xsl:if test="normalize-space()">
      <xsl:apply-templates select="." mode="m:html"/>
    </xsl:if>
  </xsl:template>

  <!-- A source says what kind it is, where it or the interface has a word for that. -->
  <xsl:template name="t:source-label" as="element()?">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="label" as="xs:string?" select="
      (head[1] ! f:text(.)[.],
       $v:strings('source.type.' || @type) ! string(),
       self::witness[count(../witness) gt 1]/@n ! f:string('source.witness', map{'n': string(.)}),
       self::msDesc[not(parent::witness)] ! f:string('source.manuscript'),
       self::bibl[not(@type)] ! f:string('source.print'))[1]"/>
    <xsl:if test="exists($label)">
      <p class="tei-source-label">
        <xsl:sequence select="$label"/>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="listWit | listBibl" mode="m:source" as="element()*">
    <xsl:apply-templates select="*" mode="m:source"/>
  </xsl:template>

  <xsl:template match="witness" mode="m:source" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:call-template name="t:source-label"/>
      <xsl:variable name="loose" as="node()*" select="node()[not(self::msDesc or self::bibl or self::biblStruct or self::head)]"/>
      <xsl:if test="normalize-space(string-join($loose))">
        <p>
          <xsl:apply-templates select="$loose" mode="m:html"/>
        </p>
      </xsl:if>
      <xsl:apply-templates select="msDesc | bibl | biblStruct" mode="m:source"/>
    </div>
  </xsl:template>

  <!-- A citation, without the remarks, which follow it each with its label. -->
  <xsl:template match="bibl | biblStruct | biblFull" mode="m:source" as="element()?">
    <xsl:variable name="citation" as="node()*" select="node()[not(self::note or self::head)]"/>
    <xsl:variable name="cited" as="xs:boolean" select="exists($citation[normalize-space() or descendant-or-self::ptr])"/>
    <xsl:if test="$cited or note[normalize-space()]">
      <div>
        <xsl:apply-templates select="." mode="m:attributes"/>
        <xsl:call-template name="t:source-label"/>
        <xsl:choose>
          <xsl:when test="not($cited)"/>
          <xsl:when test="self::bibl and not(f:holds-blocks(.))">
            <p class="tei-citation">
              <xsl:call-template name="t:citation">
                <xsl:with-param name="nodes" select="$citation"/>
              </xsl:call-template>
            </p>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="." mode="m:content"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="not(self::biblStruct) and note[normalize-space()]">
          <ul class="tei-source-notes">
            <xsl:for-each select="note[normalize-space()]">
              <li>
                <xsl:apply-templates select="." mode="m:attributes"/>
                <xsl:if test="@type and map:contains($v:strings, 'source.note.' || @type)">
                  <span class="tei-source-term">
                    <xsl:value-of select="f:string('source.note.' || @type) || f:string('mark.colon')"/>
                  </span>
                </xsl:if>
                <xsl:apply-templates select="." mode="m:content"/>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The nodes of a citation: as the source punctuates them, or, where it has elements alone, with
       commas between. A pointer without words becomes a link with the interface's. -->
  <xsl:template name="t:citation" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:variable name="punctuated" as="xs:boolean" select="exists($nodes[self::text()][normalize-space()])"/>
    <xsl:for-each select="$nodes[self::* or self::text()]">
      <xsl:if test="not($punctuated) and self::* and preceding-sibling::*[. intersect $nodes]">
        <xsl:text>, </xsl:text>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:citation"/>
    </xsl:for-each>
  </xsl:template>

  <!-- Node of a citation -> HTML (private): as m:html, but for bare pointers. -->
  <xsl:mode name="m:citation" on-no-match="shallow-skip"/>

  <xsl:template match="* | text()" mode="m:citation" as="node()*">
    <xsl:apply-templates select="." mode="m:html"/>
  </xsl:template>

  <xsl:template match="ptr[not(node())]" mode="m:citation" as="node()*">
    <xsl:variable name="link" as="map(*)?" select="f:first-link(f:pointers(@target))"/>
    <xsl:choose>
      <xsl:when test="exists($link)">
        <a href="{$link?url}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:value-of select="
            ($v:strings('source.link.' || @type) ! string(), $link?label[. ne $link?url][normalize-space()], f:string('source.link'))[1]"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="m:html"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
