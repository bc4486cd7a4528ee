<?xml version="1.0" encoding="UTF-8"?>
<!--
  The search page, and what other pages need so that a search can lead into them. Results are made in
  the browser by assets/js/search.js; without it the page says so and shows the other ways.
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

  <!-- Kinds of page that the search finds. -->
  <xsl:variable name="v:searched" as="xs:string+" select="'document', 'entity'"/>

  <xsl:template match="document-node()[$v:kind eq 'search']" mode="m:head" as="element()*" priority="2">
    <xsl:next-match/>
    <link rel="stylesheet" href="{f:url('assets/css/search.css')}"/>
    <xsl:for-each select="('words', 'pieces', 'index', 'search')">
      <script defer="defer" src="{f:url('assets/js/' || . || '.js')}"></script>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="document-node()[$v:kind = $v:searched]" mode="m:head" as="element()*" priority="2">
    <xsl:next-match/>
    <script defer="defer" src="{f:url('assets/js/words.js')}"></script>
    <script defer="defer" src="{f:url('assets/js/highlight.js')}" data-sheet="{f:url('assets/css/search.css')}"
      data-strings="{f:words(('hit.'))}"></script>
  </xsl:template>

  <!-- The words of the interface whose keys begin in one of some ways, as a JSON object. -->
  <xsl:function name="f:words" as="xs:string">
    <xsl:param name="beginnings" as="xs:string+"/>
    <xsl:variable name="pairs" as="xs:string*">
      <xsl:for-each select="map:keys($v:strings)[some $start in $beginnings satisfies starts-with(., $start)]"
        xmlns:map="http://www.w3.org/2005/xpath-functions/map">
        <xsl:sort select="."/>
        <xsl:sequence select="string-join((., f:string(.)) ! serialize(., map{'method': 'json'}), ':')"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="'{' || string-join($pairs, ',') || '}'"/>
  </xsl:function>

  <xsl:template match="document-node()[$v:kind eq 'search']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:list-head(string($page?title), f:string('search.lead'))"/>
    <noscript>
      <p><xsl:sequence select="f:string('search.script')"/></p>
      <ul class="jumps">
        <xsl:for-each select="$v:main?ways?*">
          <li><xsl:sequence select="f:link(.)"/></li>
        </xsl:for-each>
      </ul>
    </noscript>
    <div id="page-search" class="search" hidden="hidden" data-root="{$v:root}"
      data-strings="{f:words(('search.', 'documents.', 'list.and'))}">
      <form id="page-search-form" class="search-form" role="search" method="get">
        <label for="page-search-q"><xsl:sequence select="f:string('search.label')"/></label>
        <div class="search-line">
          <input id="page-search-q" name="q" type="search" dir="auto" autocomplete="off" autocapitalize="off"
            spellcheck="false" aria-describedby="page-search-help" enterkeyhint="search"/>
          <button type="submit"><xsl:sequence select="f:string('search.button')"/></button>
        </div>
        <p id="page-search-help" class="search-help"><xsl:sequence select="f:string('search.help')"/></p>
      </form>
      <details id="page-search-filters" class="search-filters">
        <summary><xsl:sequence select="f:string('search.filters')"/></summary>
        <div id="page-search-facets" class="search-facets"></div>
      </details>
      <section class="search-found" aria-label="{f:string('search.results')}">
        <div class="search-head">
          <p id="page-search-status" class="search-status" role="status"></p>
          <p class="search-sort">
            <label for="page-search-sort"><xsl:sequence select="f:string('search.sort')"/></label>
            <xsl:text> </xsl:text>
            <select id="page-search-sort">
              <xsl:for-each select="('best', 'oldest', 'newest')">
                <option value="{.}"><xsl:sequence select="f:string('search.sort.' || .)"/></option>
              </xsl:for-each>
            </select>
          </p>
        </div>
        <ul id="page-search-chosen" class="search-chosen" aria-label="{f:string('search.chosen.label')}"></ul>
        <ol id="page-search-results" class="entries search-results"></ol>
        <button id="page-search-more" class="search-more" type="button" hidden="hidden">
          <xsl:sequence select="f:string('search.more')"/>
        </button>
      </section>
    </div>
  </xsl:template>
</xsl:stylesheet>
