<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a page is told from outside: the global parameters, and its parts under short, typed names.
  Nothing else in the stylesheets reads $page for these; nothing here makes HTML.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <!-- The context of the page, made by tei_edition.site and passed as one XDM map. -->
  <xsl:param name="page" as="map(*)" select="map{}"/>

  <!-- The words of the interface by their keys, the same for all pages of an edition. -->
  <xsl:param name="strings" as="map(*)" select="map{}"/>

  <!-- The element table of the configuration: what is said of an element, by its key there. -->
  <xsl:param name="elements" as="map(*)" select="map{}"/>

  <!-- What kind of page this is: "home", "document", "person" … -->
  <xsl:variable name="v:kind" as="xs:string" select="string($page?kind)"/>

  <!-- From this page to the root of the site: "" or "../". -->
  <xsl:variable name="v:root" as="xs:string" select="string($page?root)"/>

  <!-- The language of the interface, and the direction of its script. -->
  <xsl:variable name="v:language" as="xs:string" select="string(($page?language, 'en')[1])"/>
  <xsl:variable name="v:direction" as="xs:string" select="string(($page?dir, 'ltr')[1])"/>

  <!-- The edition: title, id, base_url, licence, editors, nav. -->
  <xsl:variable name="v:site" as="map(*)" select="($page?site, map{})[1]"/>

  <!-- Pointers exactly as the source writes them, with where they lead. Read by f:resolve() alone. -->
  <xsl:variable name="v:links" as="map(*)" select="($page?links, map{})[1]"/>

  <!-- Interface strings of the page's language. Read by f:string() alone. -->
  <xsl:variable name="v:strings" as="map(*)" select="$strings"/>

  <!-- What only this kind of page needs. -->
  <xsl:variable name="v:main" as="map(*)" select="($page?main, map{})[1]"/>

</xsl:stylesheet>
