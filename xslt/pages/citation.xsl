<?xml version="1.0" encoding="UTF-8"?>
<!--
  How to cite: the citations in each style with their files, and what the head of a page tells
  reference managers and search engines. All of it comes from the plan; here it becomes HTML.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <!-- The script that copies addresses and citations, with its words. -->
  <xsl:function name="f:copying" as="element()">
    <script defer="defer" src="{f:url('assets/js/links.js')}" data-line="{f:string('line.link')}"
      data-copied="{f:string('link.copied')}" data-address="{f:string('link.address')}"
      data-copy="{f:string('citation.copy')}" data-cited="{f:string('citation.copied')}"
      data-selected="{f:string('citation.selected')}"></script>
  </xsl:function>

  <!-- Each style with its citation; then the same as files. -->
  <xsl:function name="f:citations" as="element()*">
    <xsl:param name="citation" as="map(*)"/>
    <dl class="facts citations">
      <xsl:for-each select="$citation?styles?*">
        <xsl:variable name="runs" as="node()*" select="f:runs(.?runs)"/>
        <xsl:sequence select="f:fact(string(.?label), f:citation($runs))"/>
      </xsl:for-each>
    </dl>
    <xsl:if test="exists($citation?files?*)">
      <p class="files">
        <xsl:for-each select="$citation?files?*">
          <xsl:if test="position() gt 1">
            <xsl:text> · </xsl:text>
          </xsl:if>
          <a href="{.?url}" type="{.?type}" download=""><xsl:sequence select="string(.?label)"/></a>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:citation" as="element()">
    <xsl:param name="runs" as="node()*"/>
    <p class="citation"><xsl:sequence select="$runs"/></p>
  </xsl:function>

  <!-- A citation is a run of words, titles and addresses; an address reads from left to right. -->
  <xsl:function name="f:runs" as="node()*">
    <xsl:param name="runs" as="array(*)"/>
    <xsl:for-each select="$runs?*">
      <xsl:choose>
        <xsl:when test=".?kind eq 'title'">
          <cite><xsl:sequence select="string(.?text)"/></cite>
        </xsl:when>
        <xsl:when test=".?kind eq 'url'">
          <a href="{.?text}" dir="ltr"><xsl:sequence select="string(.?text)"/></a>
        </xsl:when>
        <xsl:when test=".?kind eq 'id'">
          <code dir="ltr"><xsl:sequence select="string(.?text)"/></code>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select=".?text"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:function>

  <!-- In the head. JSON-LD is data that no browser runs; the plan has escaped it for HTML. -->
  <xsl:function name="f:metadata" as="element()*">
    <xsl:param name="metadata" as="map(*)?"/>
    <xsl:for-each select="$metadata?links?*">
      <link rel="alternate" type="{.?type}" href="{.?url}" title="{.?title}"/>
    </xsl:for-each>
    <xsl:if test="exists($metadata?tags?*)">
      <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/"/>
    </xsl:if>
    <xsl:for-each select="$metadata?tags?*">
      <meta name="{.?name}" content="{.?content}"/>
    </xsl:for-each>
    <xsl:if test="exists($metadata?data)">
      <script type="application/ld+json"><xsl:sequence select="string($metadata?data)"/></script>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
