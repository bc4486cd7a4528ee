<?xml version="1.0" encoding="UTF-8"?>
<!--
  The panel in which a list is filtered, sorted and saved: an addition to the page, which is complete
  without it. Its values and its list are made in the browser by assets/js/filters.js.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <xsl:template match="document-node()[exists($v:main?filters)]" mode="m:head" as="element()*" priority="3">
    <xsl:next-match/>
    <link rel="stylesheet" href="{f:url('assets/css/search.css')}"/>
    <link rel="stylesheet" href="{f:url('assets/css/filters.css')}"/>
    <xsl:for-each select="('pieces', 'columns', 'range', 'filters')">
      <script defer="defer" src="{f:url('assets/js/' || . || '.js')}"></script>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="f:filters" as="element()?">
    <xsl:param name="panel" as="map(*)?"/>
    <xsl:if test="exists($panel)">
      <details id="page-filters" class="filters" hidden="hidden" data-root="{$v:root}" data-noun="{$panel?noun}"
        data-facets="{$panel?facets}"
        data-strings="{f:words(('filter.', $panel?noun || '.', 'date.', 'list.comma', 'search.remove'))}">
        <summary><xsl:sequence select="f:string('filter.title')"/></summary>
        <div class="search">
          <div class="search-filters">
            <xsl:sequence select="f:filters-time()"/>
            <div id="page-filters-facets" class="search-facets"></div>
          </div>
          <section class="search-found" aria-label="{f:string('search.results')}">
            <div class="search-head">
              <p id="page-filters-status" class="search-status" role="status"></p>
              <p class="search-sort">
                <label for="page-filters-sort"><xsl:sequence select="f:string('search.sort')"/></label>
                <xsl:text> </xsl:text>
                <select id="page-filters-sort">
                  <option value="date"><xsl:sequence select="f:string('search.sort.oldest')"/></option>
                  <option value="date-down"><xsl:sequence select="f:string('search.sort.newest')"/></option>
                  <xsl:for-each select="('sender', 'addressee')">
                    <option value="{.}"><xsl:sequence select="f:string('filter.' || .) || ' ' || f:string('filter.up')"/></option>
                    <option value="{.}-down"><xsl:sequence select="f:string('filter.' || .) || ' ' || f:string('filter.down')"/></option>
                  </xsl:for-each>
                </select>
              </p>
            </div>
            <ul id="page-filters-chosen" class="search-chosen" aria-label="{f:string('search.chosen.label')}"></ul>
            <p id="page-filters-none" class="filters-none" hidden="hidden"><xsl:sequence select="f:string('filter.none')"/></p>
            <div id="page-filters-list" class="filters-list"></div>
            <button id="page-filters-more" class="search-more" type="button" hidden="hidden">
              <xsl:sequence select="f:string('search.more')"/>
            </button>
            <p id="page-filters-save" class="filters-save">
              <xsl:sequence select="f:string('filter.save')"/>
              <xsl:for-each select="('csv'[$panel?noun eq 'letters'], 'json')">
                <xsl:text> </xsl:text>
                <button type="button" data-form="{.}"><xsl:sequence select="upper-case(.)"/></button>
              </xsl:for-each>
            </p>
          </section>
        </div>
      </details>
    </xsl:if>
  </xsl:function>

  <!-- A histogram with two handles, and two fields in which a year, a month or a day can be typed. -->
  <xsl:function name="f:filters-time" as="element()">
    <xsl:variable name="ends" as="xs:string+" select="'since', 'until'"/>
    <fieldset id="page-filters-time" class="filters-time">
      <legend><xsl:sequence select="f:string('filter.date')"/></legend>
      <div class="filters-plot" dir="ltr">
        <svg width="100%" height="48" preserveAspectRatio="none" aria-hidden="true" focusable="false">
          <path class="bars-all"/>
          <path class="bars-fitting"/>
          <rect x="0" y="0" width="0" height="40"/>
          <rect x="0" y="0" width="0" height="40"/>
        </svg>
        <xsl:for-each select="$ends">
          <span class="filters-handle" role="slider" tabindex="0" aria-label="{f:string('filter.' || .)}" aria-valuemin="0"
            aria-valuemax="0" aria-valuenow="0"></span>
        </xsl:for-each>
      </div>
      <div class="filters-ends">
        <xsl:for-each select="$ends">
          <label>
            <xsl:sequence select="f:string('filter.' || .)"/>
            <xsl:text> </xsl:text>
            <input data-end="{.}" inputmode="numeric" autocomplete="off" spellcheck="false" size="10"
              aria-describedby="page-filters-time-help"/>
          </label>
        </xsl:for-each>
      </div>
      <p id="page-filters-time-help" class="search-help"><xsl:sequence select="f:string('filter.date.help')"/></p>
      <label class="filters-undated">
        <input id="page-filters-undated" type="checkbox"/>
        <xsl:text> </xsl:text>
        <span><xsl:sequence select="f:string('date.undated')"/></span>
        <xsl:text> </xsl:text>
        <span id="page-filters-undated-count" class="search-value-count"></span>
      </label>
    </fieldset>
  </xsl:function>
</xsl:stylesheet>
