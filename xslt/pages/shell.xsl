<?xml version="1.0" encoding="UTF-8"?>
<!--
  What every page has: head, skip link, header with navigation, main text, aside, footer. Each slot
  is a mode; a kind of page overrides the slots that it needs.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:mode name="m:page" on-no-match="deep-skip"/>

  <!-- Style sheets in the order of their cascade layers. -->
  <xsl:variable name="v:style-sheets" as="xs:string+"
    select="'tokens', 'base', 'layout', 'components', 'pictures', 'tei', 'facsimile'[exists($v:main?facsimile?*)], 'print'"/>

  <xsl:template match="document-node()" mode="m:page" as="element()">
    <html lang="{$v:language}" dir="{$v:direction}">
      <head>
        <xsl:apply-templates select="." mode="m:head"/>
      </head>
      <body class="page-{$v:kind}">
        <a class="skip-link" href="#page-main">
          <xsl:sequence select="f:string('skip')"/>
        </a>
        <header class="site-header">
          <xsl:apply-templates select="." mode="m:header"/>
          <xsl:apply-templates select="." mode="m:nav"/>
        </header>
        <main id="page-main" class="site-main">
          <xsl:apply-templates select="." mode="m:main"/>
        </main>
        <xsl:apply-templates select="." mode="m:aside"/>
        <footer class="site-footer">
          <xsl:apply-templates select="." mode="m:footer"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="document-node()" mode="m:head" as="element()*">
    <meta charset="utf-8"/>
    <meta http-equiv="Content-Security-Policy" content="{$v:policy}"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <title>
      <xsl:sequence select="string-join(distinct-values(($page?title, $v:site?title)), ' · ')"/>
    </title>
    <xsl:if test="$v:main?description">
      <meta name="description" content="{$v:main?description}"/>
    </xsl:if>
    <meta name="color-scheme" content="light dark"/>
    <xsl:for-each select="$v:style-sheets">
      <link rel="stylesheet" href="{f:url('assets/css/' || . || '.css')}"/>
    </xsl:for-each>
    <xsl:if test="$v:site?css">
      <link rel="stylesheet" href="{$v:site?css}"/>
    </xsl:if>
    <xsl:if test="exists($v:facsimile?*)">
      <script defer="defer" src="{f:url('assets/js/facsimile.js')}"></script>
    </xsl:if>
    <link rel="icon" href="{($v:site?icon, f:url('assets/icon.svg'))[1]}"/>
    <xsl:if test="$v:site?feed">
      <link rel="alternate" type="application/atom+xml" href="{$v:site?feed}" title="{$v:site?title}"/>
    </xsl:if>
    <xsl:if test="$v:site?canonical">
      <link rel="canonical" href="{$v:site?canonical}"/>
    </xsl:if>
    <xsl:if test="starts-with($v:site?licence, 'http')">
      <link rel="license" href="{$v:site?licence}"/>
    </xsl:if>
    <xsl:for-each select="('prev', 'next')">
      <xsl:variable name="neighbour" as="map(*)?"
        select="$v:main?neighbours?(if (current() eq 'prev') then 'previous' else 'next')"/>
      <xsl:if test="exists($neighbour)">
        <link rel="{.}" href="{$neighbour?url}"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:sequence select="f:metadata($v:main?metadata)"/>
  </xsl:template>

  <!-- The edition's logo and title; on the home page it is the heading of the page itself. -->
  <xsl:template match="document-node()" mode="m:header" as="element()*">
    <xsl:variable name="logo" as="element()?">
      <xsl:if test="$v:site?logo">
        <img class="site-logo" src="{$v:site?logo}" alt=""/>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$v:kind ne 'home'">
        <p class="site-title">
          <a href="{$v:site?home}">
            <xsl:sequence select="$logo, string($v:site?title)"/>
          </a>
        </p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$logo"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="document-node()" mode="m:nav" as="element()*">
    <nav class="site-nav" aria-label="{f:string('nav.main')}">
      <ul>
        <xsl:for-each select="$v:site?nav?*">
          <li>
            <a href="{.?url}">
              <xsl:if test=".?current">
                <xsl:attribute name="aria-current" select="'true'"/>
              </xsl:if>
              <xsl:sequence select="string(.?label)"/>
            </a>
          </li>
        </xsl:for-each>
      </ul>
    </nav>
  </xsl:template>

  <xsl:template match="document-node()" mode="m:aside" as="element()*"/>

  <xsl:template match="document-node()" mode="m:footer" as="element()*">
    <p>
      <a href="{$v:site?home}">
        <xsl:sequence select="string($v:site?title)"/>
      </a>
      <xsl:if test="exists($v:site?editors?*)">
        <xsl:sequence select="'. ' || f:string('about.editors') || ' '"/>
        <xsl:for-each select="$v:site?editors?*">
          <xsl:if test="position() gt 1">
            <xsl:sequence select="f:string('list.comma')"/>
          </xsl:if>
          <xsl:choose>
            <xsl:when test=".?orcid">
              <a href="https://orcid.org/{replace(.?orcid, '^https?://orcid.org/', '')}">
                <xsl:sequence select="string(.?name)"/>
              </a>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="string(.?name)"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:if>
      <xsl:text>.</xsl:text>
    </p>
    <p>
      <xsl:sequence select="f:string('page.made')"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
