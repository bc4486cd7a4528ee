<?xml version="1.0" encoding="UTF-8"?>
<!--
  The public entry point: what the build compiles, and what a customisation imports.
  It includes the core, the families of elements and the pages in one visible list.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="urn:tei-edition:modes"
  exclude-result-prefixes="#all">

  <!-- The floor: elements that no family knows. Imported, so that every other rule wins. -->
  <xsl:import href="html/unhandled.xsl"/>

  <!-- Core: parameters, modes, words, links, languages, attributes, content models, places of notes,
       the element table. -->
  <xsl:include href="core/parameters.xsl"/>
  <xsl:include href="core/modes.xsl"/>
  <xsl:include href="core/strings.xsl"/>
  <xsl:include href="core/links.xsl"/>
  <xsl:include href="core/languages.xsl"/>
  <xsl:include href="core/attributes.xsl"/>
  <xsl:include href="core/content.xsl"/>
  <xsl:include href="core/places.xsl"/>
  <xsl:include href="core/lines.xsl"/>
  <xsl:include href="core/rows.xsl"/>
  <xsl:include href="core/table.xsl"/>

  <!-- Families of TEI elements (m:html). -->
  <xsl:include href="html/flow.xsl"/>
  <xsl:include href="html/structure.xsl"/>
  <xsl:include href="html/parallel.xsl"/>
  <xsl:include href="html/letter.xsl"/>
  <xsl:include href="html/milestones.xsl"/>
  <xsl:include href="html/names.xsl"/>
  <xsl:include href="html/transcription.xsl"/>
  <xsl:include href="html/choice.xsl"/>
  <xsl:include href="html/typography.xsl"/>
  <xsl:include href="html/linguistic.xsl"/>
  <xsl:include href="html/mathematics.xsl"/>
  <xsl:include href="html/notes.xsl"/>
  <xsl:include href="html/apparatus.xsl"/>
  <xsl:include href="html/witnesses.xsl"/>
  <xsl:include href="html/facsimile.xsl"/>
  <xsl:include href="html/lists.xsl"/>
  <xsl:include href="html/tables.xsl"/>
  <xsl:include href="html/verse.xsl"/>
  <xsl:include href="html/quotation.xsl"/>
  <xsl:include href="html/references.xsl"/>
  <xsl:include href="html/bibliography.xsl"/>
  <xsl:include href="html/source.xsl"/>
  <xsl:include href="html/manuscript.xsl"/>
  <xsl:include href="html/register.xsl"/>
  <xsl:include href="html/metadata.xsl"/>
  <xsl:include href="html/text.xsl"/>
  <xsl:include href="html/views.xsl"/>

  <!-- Pages (m:page, and the slots m:head m:header m:nav m:main m:aside m:footer). -->
  <xsl:include href="pages/shell.xsl"/>
  <xsl:include href="pages/widgets.xsl"/>
  <xsl:include href="pages/lists.xsl"/>
  <xsl:include href="pages/pictures.xsl"/>
  <xsl:include href="pages/home.xsl"/>
  <xsl:include href="pages/document.xsl"/>
  <xsl:include href="pages/facsimile.xsl"/>
  <xsl:include href="pages/letterhead.xsl"/>
  <xsl:include href="pages/transmission.xsl"/>
  <xsl:include href="pages/chronology.xsl"/>
  <xsl:include href="pages/correspondence.xsl"/>
  <xsl:include href="pages/exchange.xsl"/>
  <xsl:include href="pages/filters.xsl"/>
  <xsl:include href="pages/register.xsl"/>
  <xsl:include href="pages/entity.xsl"/>
  <xsl:include href="pages/prose.xsl"/>
  <xsl:include href="pages/data.xsl"/>
  <xsl:include href="pages/calendar.xsl"/>
  <xsl:include href="pages/maps.xsl"/>
  <xsl:include href="pages/network.xsl"/>
  <xsl:include href="pages/search.xsl"/>
  <xsl:include href="pages/citation.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:mode on-no-match="deep-skip"/>

  <!-- One page: its source in, its HTML out. -->
  <xsl:template match="/" as="node()*">
    <xsl:apply-templates select="." mode="m:page"/>
  </xsl:template>

</xsl:stylesheet>
