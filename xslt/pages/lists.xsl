<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lists of documents: under their years, with the date in a column of its own, or as links to the
  pages over which a long list is split.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:function name="f:groups" as="element()*">
    <xsl:param name="groups" as="array(*)?"/>
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="level" as="xs:integer"/>
    <xsl:for-each select="$groups?*">
      <section class="year">
        <xsl:element name="h{$level}">
          <xsl:attribute name="id" select="$prefix || '-' || .?key"/>
          <xsl:attribute name="class" select="'year-label'"/>
          <xsl:sequence select="string(.?label)"/>
          <span class="year-count">
            <xsl:sequence select="' ' || .?count"/>
          </span>
        </xsl:element>
        <xsl:sequence select="f:entries(.?entries)"/>
      </section>
    </xsl:for-each>
  </xsl:function>

  <xsl:function name="f:entries" as="element()">
    <xsl:param name="entries" as="array(*)"/>
    <ol class="entries">
      <xsl:for-each select="$entries?*">
        <xsl:if test=".?silence">
          <li class="silence"><xsl:sequence select="string(.?silence)"/></li>
        </xsl:if>
        <xsl:sequence select="f:entry(.)"/>
      </xsl:for-each>
    </ol>
  </xsl:function>

  <!-- One line: date, who to whom, kind, summary. -->
  <xsl:function name="f:entry" as="element()">
    <xsl:param name="entry" as="map(*)"/>
    <li class="{string-join(('entry', $entry?side ! ('side-' || .)), ' ')}">
      <xsl:if test="$entry?anchor">
        <xsl:attribute name="id" select="$entry?anchor"/>
      </xsl:if>
      <span class="entry-date">
        <xsl:sequence select="f:time(string($entry?date), string($entry?iso))"/>
      </span>
      <div class="entry-text">
        <p class="entry-label">
          <a href="{$entry?url}"><xsl:sequence select="string($entry?label)"/></a>
          <xsl:if test="$entry?kind">
            <xsl:text> </xsl:text>
            <span class="entry-kind"><xsl:sequence select="string($entry?kind)"/></span>
          </xsl:if>
          <xsl:if test="$entry?draft">
            <xsl:text> </xsl:text>
            <span class="badge"><xsl:sequence select="f:string('status.draft')"/></span>
          </xsl:if>
        </p>
        <xsl:if test="$entry?summary">
          <p class="entry-summary" dir="auto"><xsl:sequence select="string($entry?summary)"/></p>
        </xsl:if>
        <xsl:for-each select="$entry?related?*">
          <p class="entry-related">
            <xsl:sequence select="string(.?relation) || ' '"/>
            <a href="{.?url}" aria-label="{.?label}, {.?date}"><xsl:sequence select="string((.?date[normalize-space()], .?label)[1])"/></a>
          </p>
        </xsl:for-each>
      </div>
    </li>
  </xsl:function>

  <!-- The pages over which a list is split, with what is on each. -->
  <xsl:function name="f:parts" as="element()?">
    <xsl:param name="parts" as="array(*)?"/>
    <xsl:if test="exists($parts?*)">
      <ul class="parts">
        <xsl:for-each select="$parts?*">
          <li>
            <a href="{.?url}"><xsl:sequence select="string(.?label)"/></a>
            <xsl:if test=".?count">
              <xsl:text> </xsl:text>
              <span class="parts-count"><xsl:sequence select="string(.?count)"/></span>
            </xsl:if>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

  <!-- Links to the sections of this page: years, initials. -->
  <xsl:function name="f:jumps" as="element()?">
    <xsl:param name="sections" as="array(*)?"/>
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:param name="label" as="xs:string"/>
    <xsl:if test="count($sections?*) gt 1">
      <nav class="jumps" aria-label="{$label}">
        <ul>
          <xsl:for-each select="$sections?*">
            <li>
              <a href="#{$prefix}-{.?key}"><xsl:sequence select="string(.?label)"/></a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:function>

  <!-- The head of a page that is a list: title, what stands in it, in words. -->
  <xsl:function name="f:list-head" as="element()">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="lead" as="xs:string*"/>
    <header class="page-head">
      <h1><xsl:sequence select="$title"/></h1>
      <xsl:for-each select="$lead[normalize-space()]">
        <p class="lead"><xsl:sequence select="."/></p>
      </xsl:for-each>
    </header>
  </xsl:function>
</xsl:stylesheet>
