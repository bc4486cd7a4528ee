<?xml version="1.0" encoding="UTF-8"?>
<!--
  Notes: the reference at its place, the note after the block that the place is in, and the way back.
  Works without scripts; CSS moves the notes to the margin where there is one.
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

  <!-- References to the notes and readings that belong to an element, but not within a link: there the
       link's own rule puts them after it. -->
  <xsl:template name="t:references" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:if test="not($linked) and f:has-references(.)">
      <xsl:variable name="notes" as="element()*" select="
        $v:places(generate-id()), $v:apps-at(generate-id())"/>
      <xsl:for-each select="$notes">
        <xsl:variable name="label" as="xs:string" select="$v:labels(generate-id())"/>
        <sup class="{if (self::app) then 'tei-appref' else 'tei-noteref'}">
          <a role="doc-noteref" id="{f:reference-id(.)}" href="#{f:note-id(.)}"
            aria-label="{f:string(if (self::app) then 'app.reference' else 'note.reference', map{'n': $label})}">
            <xsl:value-of select="$label"/>
          </a>
        </sup>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- References at the end of an element, within it: where the element is the place of a note that
       stands elsewhere. Points and notes have theirs beside them. -->
  <xsl:template name="t:inner-references" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:if test="f:has-references(.) and not(self::app or self::ref or self::ptr or $v:place-of(generate-id()) is .)">
      <xsl:call-template name="t:references"/>
    </xsl:if>
  </xsl:template>

  <!-- Where a note stands in the source: its reference, if its place is here, or nothing, if it is
       elsewhere; a note that belongs to no place is shown where it stands. -->
  <xsl:template match="note" mode="m:html" as="node()*">
    <xsl:choose>
      <xsl:when test="$v:place-of(generate-id()) is .">
        <xsl:call-template name="t:references"/>
      </xsl:when>
      <xsl:when test="not(f:is-numbered(.))">
        <xsl:call-template name="t:element"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note" mode="m:content" as="node()*">
    <xsl:choose>
      <xsl:when test="f:holds-blocks(.)">
        <xsl:call-template name="t:flow"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:html"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A number that the source writes at the head of a note is there already, as its label. -->
  <xsl:template match="note//hi[f:repeats-label(.)]" mode="m:html" as="empty-sequence()" priority="2"/>

  <xsl:function name="f:repeats-label" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="note" as="element(note)?" select="$element/ancestor::note[f:is-numbered(.)][1]"/>
    <xsl:sequence select="
      exists($note)
      and normalize-space($element) = (normalize-space($note/@n), $v:place-of(generate-id($note))/@n/normalize-space(), $v:labels(generate-id($note)))
      and empty($note//text()[normalize-space()][. &lt;&lt; $element])"/>
  </xsl:function>

  <!-- The notes that belong to some places, each followed by those that belong to places in it. -->
  <xsl:template name="t:notes" as="element()*">
    <xsl:context-item as="node()" use="optional"/>
    <xsl:param name="places" as="element()*"/>
    <div class="tei-notes">
      <xsl:apply-templates select="$places" mode="m:note-of-place"/>
    </div>
  </xsl:template>

  <!-- Place -> its notes and readings (private). -->
  <xsl:mode name="m:note-of-place" on-no-match="deep-skip"/>

  <xsl:template match="*" mode="m:note-of-place" as="element()*">
    <xsl:for-each select="$v:places(generate-id()), $v:apps-at(generate-id())">
      <xsl:call-template name="t:footnote"/>
      <xsl:if test="self::note">
        <xsl:apply-templates select="f:places-in(node())" mode="m:note-of-place"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- One note or entry of the apparatus: its label, which leads back, and its text. -->
  <xsl:template name="t:footnote" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:variable name="label" as="xs:string" select="$v:labels(generate-id())"/>
    <div role="doc-footnote">
      <xsl:call-template name="t:attributes">
        <xsl:with-param name="class" select="'tei-app-entry'[current()/self::app]"/>
      </xsl:call-template>
      <xsl:attribute name="id" select="f:note-id(.)"/>
      <a class="tei-note-label" role="doc-backlink" href="#{f:reference-id(.)}"
        aria-label="{f:string(if (self::app) then 'app.back' else 'note.back', map{'n': $label})}">
        <xsl:value-of select="$label"/>
      </a>
      <xsl:text> </xsl:text>
      <div class="tei-note-text">
        <xsl:choose>
          <xsl:when test="self::app">
            <xsl:call-template name="t:readings"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="." mode="m:content">
              <xsl:with-param name="annotated" select="true()" tunnel="yes"/>
              <xsl:with-param name="linked" select="false()" tunnel="yes"/>
            </xsl:apply-templates>
          </xsl:otherwise>
        </xsl:choose>
      </div>
    </div>
  </xsl:template>

  <!-- For pages that render a part of a text by itself: the notes of the part that m:html leaves to
       them, namely those that belong to no place in it. -->
  <xsl:template match="text" mode="m:notes" as="element()*">
    <xsl:variable name="rest" as="element(note)*" select="
      $v:candidates[not(f:is-numbered(.))][ancestor::standOff]"/>
    <xsl:if test="exists($rest)">
      <div class="tei-notes tei-notes-unplaced">
        <xsl:for-each select="$rest">
          <xsl:call-template name="t:element">
            <xsl:with-param name="name" select="'div'"/>
          </xsl:call-template>
        </xsl:for-each>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- The notes of any other element: those whose places are in it. -->
  <xsl:template match="*" mode="m:notes" as="element()*">
    <xsl:variable name="places" as="element()*" select="f:places-in(.)"/>
    <xsl:if test="exists($places)">
      <xsl:call-template name="t:notes">
        <xsl:with-param name="places" select="$places"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
