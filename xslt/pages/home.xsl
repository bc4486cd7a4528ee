<?xml version="1.0" encoding="UTF-8"?>
<!--
  The home page: what this edition is, its introduction, one picture, the ways in.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="document-node()[$v:kind eq 'home']" mode="m:main" as="element()*" priority="1">
    <header class="home-head">
      <h1><xsl:sequence select="string($v:site?title)"/></h1>
      <p class="home-count">
        <xsl:sequence select="string-join(($v:main?count, $v:main?span)[normalize-space()], ' · ')"/>
      </p>
    </header>
    <xsl:if test="exists($v:main?image)">
      <figure class="home-image">
        <img src="{$v:main?image?url}" alt="{$v:main?image?alt}"/>
        <xsl:if test="$v:main?image?caption">
          <figcaption><xsl:sequence select="string($v:main?image?caption)"/></figcaption>
        </xsl:if>
      </figure>
    </xsl:if>
    <xsl:sequence select="f:home-picture()"/>
    <xsl:if test="$v:main?introduction">
      <div class="prose home-introduction">
        <xsl:sequence select="f:own-language((//text)[1])"/>
        <xsl:apply-templates select="//text" mode="m:html"/>
      </div>
    </xsl:if>
    <section class="ways" aria-labelledby="home-ways">
      <h2 id="home-ways"><xsl:sequence select="f:string('home.ways')"/></h2>
      <ul>
        <xsl:for-each select="$v:main?ways?*">
          <li>
            <a href="{.?url}"><xsl:sequence select="string(.?label)"/></a>
            <span class="ways-count"><xsl:sequence select="string(.?count)"/></span>
            <p><xsl:sequence select="string(.?text)"/></p>
          </li>
        </xsl:for-each>
      </ul>
    </section>
  </xsl:template>

  <!-- The largest exchange on its time line, or all documents by year. -->
  <xsl:function name="f:home-picture" as="element()?">
    <xsl:variable name="exchange" as="map(*)?" select="$v:main?exchange"/>
    <xsl:choose>
      <xsl:when test="exists($exchange)">
        <section class="home-picture" aria-labelledby="home-exchange">
          <h2 id="home-exchange">
            <a href="{$exchange?url}"><xsl:sequence select="string($exchange?label)"/></a>
          </h2>
          <xsl:variable name="caption" as="node()*">
            <xsl:value-of select="f:string('exchange.largest') || f:string('mark.comma') || $exchange?count || '. ' || f:string('exchange.picture')"/>
          </xsl:variable>
          <xsl:sequence select="f:timeline($exchange?picture, $caption)"/>
        </section>
      </xsl:when>
      <xsl:when test="exists($v:main?picture)">
        <section class="home-picture" aria-label="{f:string('documents.title')}">
          <xsl:sequence select="f:rhythm($v:main?picture, f:string('entity.rhythm'))"/>
        </section>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- The page has its title already. -->
  <xsl:template match="head[f:is-page-title(.)]" mode="m:html"
    as="element()*" priority="2"/>

  <!-- What the editors say of a highlight after its reference, in place of the summary. -->
  <xsl:function name="f:teaser" as="map(*)">
    <xsl:param name="item" as="element()"/>
    <xsl:variable name="words" as="xs:string" select="
      replace(normalize-space(string-join($item/(.//ref)[1]/following-sibling::node() ! string(.))), '^[\s:;,.–—-]+', '')"/>
    <xsl:sequence select="
      if ($words) then map{'summary': upper-case(substring($words, 1, 1)) || substring($words, 2)} else map{}"/>
  </xsl:function>

  <!-- Highlights: a list of documents in the introduction becomes a list with dates and summaries. -->
  <xsl:template match="list[$v:kind eq 'home'][@type eq 'highlights']" mode="m:html" as="element()*" priority="2">
    <xsl:apply-templates select="head" mode="m:html"/>
    <ol class="entries highlights">
      <xsl:for-each select="item">
        <xsl:variable name="entry" as="map(*)?" select="(.//@target ! $v:main?entries?(string(.)))[1]"/>
        <xsl:choose>
          <xsl:when test="exists($entry)">
            <xsl:sequence select="f:entry(map:merge((f:teaser(.), $entry)))"/>
          </xsl:when>
          <xsl:otherwise>
            <li class="entry">
              <div class="entry-text"><xsl:apply-templates select="." mode="m:content"/></div>
            </li>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </ol>
  </xsl:template>
</xsl:stylesheet>
