<?xml version="1.0" encoding="UTF-8"?>
<!--
  Renders what it is given without a page around it: the reader's switches, the abstract, the text,
  the readings by witness, the images of its pages, the description of the source, the register. The golden
  cases and the corpora are rendered with it; it is a
  customisation like any other.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:import href="urn:tei-edition:xslt:edition.xsl"/>

  <xsl:template match="/" as="node()*" priority="1">
    <xsl:call-template name="t:views"/>
    <xsl:apply-templates select="//profileDesc/abstract" mode="m:html"/>
    <xsl:apply-templates select="f:reading-text(.)" mode="m:html"/>
    <xsl:apply-templates select="//text[not(ancestor::text)]" mode="m:notes"/>
    <xsl:call-template name="t:witness-lists"/>
    <xsl:call-template name="t:facsimile"/>
    <xsl:apply-templates select="//sourceDesc" mode="m:source"/>
    <xsl:apply-templates select="/TEI/standOff/*[not(self::listAnnotation or self::note)]" mode="m:html"/>
  </xsl:template>

</xsl:stylesheet>
