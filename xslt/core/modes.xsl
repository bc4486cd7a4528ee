<?xml version="1.0" encoding="UTF-8"?>
<!--
  The public modes: where a customisation takes hold. Each is declared here once, with what it
  gives. Rules for them are in html/ (content) and pages/ (slots). Private modes are declared in the
  module that uses them.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="urn:tei-edition:modes">

  <!-- TEI node -> HTML: the element with its attributes and content. -->
  <xsl:mode name="m:html" on-no-match="shallow-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>

  <!-- TEI element -> what stands inside its HTML element. -->
  <xsl:mode name="m:content" on-no-match="shallow-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>

  <!-- TEI element -> the attributes of its HTML element. -->
  <xsl:mode name="m:attributes" on-no-match="deep-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>

  <!-- TEI element -> the notes and readings that belong to it, as a block to stand after it. -->
  <xsl:mode name="m:notes" on-no-match="shallow-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>

  <!-- sourceDesc and what is in it -> a description of the source for readers. -->
  <xsl:mode name="m:source" on-no-match="shallow-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>

  <!-- TEI node -> text alone, in the reading version: for labels, titles and alternatives. -->
  <xsl:mode name="m:text" on-no-match="shallow-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>

  <!-- The slots of a page, in the order of the page; applied to the source document. -->
  <xsl:mode name="m:head" on-no-match="deep-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>
  <xsl:mode name="m:header" on-no-match="deep-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>
  <xsl:mode name="m:nav" on-no-match="deep-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>
  <xsl:mode name="m:main" on-no-match="deep-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>
  <xsl:mode name="m:aside" on-no-match="deep-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>
  <xsl:mode name="m:footer" on-no-match="deep-skip" on-multiple-match="use-last" warning-on-multiple-match="no"/>

</xsl:stylesheet>
