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

  <!-- Core: parameters, modes, words, links, languages, attributes, content models. -->
  <xsl:include href="core/parameters.xsl"/>
  <xsl:include href="core/modes.xsl"/>
  <xsl:include href="core/strings.xsl"/>
  <xsl:include href="core/links.xsl"/>
  <xsl:include href="core/languages.xsl"/>
  <xsl:include href="core/attributes.xsl"/>
  <xsl:include href="core/content.xsl"/>

  <!-- Families of TEI elements (m:html). -->

  <!-- Pages (m:page, and the slots m:head m:header m:nav m:main m:aside m:footer). -->

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:mode on-no-match="deep-skip"/>

  <!-- One page: its source in, its HTML out. -->
  <xsl:template match="/" as="node()*">
    <xsl:apply-templates select="." mode="m:page"/>
  </xsl:template>

</xsl:stylesheet>
