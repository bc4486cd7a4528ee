<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page of a document: letterhead, text, notes; then what surrounds it.
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

  <xsl:template match="document-node()[$v:kind eq 'document']" mode="m:main" as="element()*" priority="1">
    <article class="document">
      <xsl:call-template name="t:letterhead"/>
      <xsl:call-template name="t:document-text"/>
      <xsl:call-template name="t:facsimile"/>
      <xsl:call-template name="t:witnesses-of-text"/>
      <xsl:call-template name="t:participants"/>
      <xsl:call-template name="t:related"/>
      <xsl:call-template name="t:transmission"/>
      <xsl:call-template name="t:remarks"/>
      <xsl:call-template name="t:sources"/>
      <section class="document-about" aria-labelledby="document-about">
        <h2 id="document-about"><xsl:sequence select="f:string('document.about')"/></h2>
        <dl class="facts">
          <xsl:sequence select="f:facts($v:main?about)"/>
        </dl>
        <p class="files">
          <a href="{$v:main?tei}" type="application/tei+xml"><xsl:sequence select="f:string('document.tei')"/></a>
          <xsl:text> · </xsl:text>
          <a href="{$v:main?text}" type="text/plain"><xsl:sequence select="f:string('document.txt')"/></a>
        </p>
      </section>
      <section class="document-citation" aria-labelledby="document-citation">
        <h2 id="document-citation"><xsl:sequence select="f:string('document.citation')"/></h2>
        <xsl:sequence select="f:citations($v:main?citation)"/>
      </section>
      <nav class="document-neighbours" aria-label="{f:string('nav.neighbours')}">
        <xsl:for-each select="$v:main?exchanges?*">
          <xsl:variable name="label" as="node()*">
            <xsl:value-of select="f:string('exchange.in-exchange') || f:string('mark.colon')"/>
            <xsl:sequence select="f:link(.)"/>
          </xsl:variable>
          <xsl:sequence select="f:neighbours($label, .?previous, .?next)"/>
        </xsl:for-each>
        <xsl:variable name="label" as="text()">
          <xsl:value-of select="f:string('document.in-edition')"/>
        </xsl:variable>
        <xsl:sequence select="f:neighbours($label, $v:main?neighbours?previous, $v:main?neighbours?next)"/>
      </nav>
    </article>
  </xsl:template>

  <xsl:template match="document-node()[$v:kind eq 'document']" mode="m:head" as="element()*" priority="1">
    <xsl:next-match/>
    <script defer="defer" src="{f:url('assets/js/cards.js')}" data-more="{f:string('card.more')}"
      data-close="{f:string('card.close')}"></script>
    <xsl:sequence select="f:copying()"/>
  </xsl:template>

  <!-- Abstract, text and notes: what the page is for. -->
  <xsl:template name="t:document-text" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="abstract" as="element()*" select="//profileDesc/abstract[normalize-space()]"/>
    <xsl:if test="exists($abstract)">
      <section class="document-abstract" aria-labelledby="document-abstract">
        <xsl:sequence select="f:own-language($abstract[1])"/>
        <h2 id="document-abstract" lang="{$v:language}" dir="{$v:direction}"><xsl:sequence select="f:string('document.abstract')"/></h2>
        <xsl:apply-templates select="$abstract" mode="m:html"/>
      </section>
    </xsl:if>
    <xsl:variable name="text" as="element()*" select="f:reading-text(.)"/>
    <xsl:choose>
      <xsl:when test="normalize-space(string-join($text)) and ($v:main?has_text or empty($text//div[@type eq 'record']))">
        <xsl:call-template name="t:facsimile-switch"/>
        <xsl:call-template name="t:views"/>
        <section class="document-text" aria-label="{f:string('document.text')}">
          <xsl:sequence select="f:own-language($text[1])"/>
          <xsl:apply-templates select="$text" mode="m:html"/>
          <!-- Notes that belong to no place in the text. -->
          <xsl:apply-templates select="$text" mode="m:notes"/>
        </section>
      </xsl:when>
      <xsl:when test="normalize-space(string-join($text))">
        <div class="document-remark"><xsl:sequence select="f:own-language($text[1])"/><xsl:apply-templates select="$text" mode="m:html"/></div>
      </xsl:when>
      <xsl:when test="empty($abstract)">
        <p class="document-remark"><xsl:sequence select="f:string('document.none')"/></p>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

  <!-- The apparatus by witness. -->
  <xsl:template name="t:witnesses-of-text" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="lists" as="element()*">
      <xsl:call-template name="t:witness-lists"/>
    </xsl:variable>
    <xsl:if test="exists($lists)">
      <section class="document-witnesses" aria-labelledby="document-witnesses">
        <h2 id="document-witnesses"><xsl:sequence select="f:string('document.witnesses')"/></h2>
        <xsl:sequence select="$lists"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The element that holds the text: of a whole TEI document, or of a letter split out of a file. -->
  <xsl:function name="f:reading-text" as="element()*">
    <xsl:param name="source" as="document-node()"/>
    <xsl:variable name="texts" as="element()*" select="$source//text[not(ancestor::text)]"/>
    <xsl:sequence select="
      if (not($source/TEI or $source/teiCorpus)) then $source/*
      else if (exists($texts)) then $texts
      else $source//sourceDoc"/>
  </xsl:function>

  <!-- Notes of the header on the document as a whole, and editors' remarks on the letters. -->
  <xsl:template name="t:remarks" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="notes" as="element()*" select="
      //notesStmt/note[normalize-space()], //correspDesc/(note | p | ab)[normalize-space()]"/>
    <xsl:if test="exists($notes)">
      <section class="document-remarks" aria-labelledby="document-remarks">
        <h2 id="document-remarks"><xsl:sequence select="f:string('document.remarks')"/></h2>
        <ul class="remarks">
          <xsl:for-each select="$notes">
            <li>
              <xsl:sequence select="f:own-language(.)"/>
              <xsl:apply-templates select="." mode="m:html"/>
              <!-- Notes to a remark; its blocks have theirs already. -->
              <xsl:apply-templates select=".[not(f:holds-blocks(.))]" mode="m:notes"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="t:sources" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="sources" as="node()*">
      <xsl:apply-templates select="//sourceDesc" mode="m:source"/>
    </xsl:variable>
    <xsl:if test="exists($sources)">
      <section class="document-sources" aria-labelledby="document-sources">
        <h2 id="document-sources"><xsl:sequence select="f:string('document.sources')"/></h2>
        <xsl:sequence select="$sources"/>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Beside the text: persons, places and organisations named in it. -->
  <xsl:template match="document-node()[$v:kind eq 'document']" mode="m:aside" as="element()*" priority="1">
    <xsl:if test="exists($v:main?names?*)">
      <aside class="site-aside" aria-labelledby="document-names">
        <h2 id="document-names"><xsl:sequence select="f:string('document.names')"/></h2>
        <xsl:for-each select="$v:main?names?*">
          <h3><xsl:sequence select="string(.?label)"/></h3>
          <ul class="names">
            <xsl:for-each select=".?entries?*">
              <li>
                <xsl:sequence select="f:link(.)"/>
                <xsl:if test=".?roles">
                  <xsl:text> </xsl:text>
                  <span class="name-role"><xsl:sequence select="string(.?roles)"/></span>
                </xsl:if>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:for-each>
      </aside>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
