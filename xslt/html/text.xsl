<?xml version="1.0" encoding="UTF-8"?>
<!--
  The words of an element alone, in the reading version, for labels and alternative texts: corrected and
  expanded, without notes, without what was deleted.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The text of a node for reading, with white space normalised. -->
  <xsl:function name="f:text" as="xs:string">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$node" mode="m:text"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:template match="text()" mode="m:text" as="xs:string">
    <xsl:sequence select="string()"/>
  </xsl:template>

  <xsl:template match="*" mode="m:text" as="xs:string*">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <xsl:template match="choice" mode="m:text" as="xs:string*">
    <xsl:apply-templates select="f:reading-choice(.)" mode="m:text"/>
  </xsl:template>

  <xsl:template match="app" mode="m:text" as="xs:string*">
    <xsl:apply-templates select="f:lemma(.)" mode="m:text"/>
  </xsl:template>

  <xsl:template match="note | del | fw | figDesc | index | desc[parent::gap]" mode="m:text" as="empty-sequence()" priority="0.6"/>

  <xsl:template match="figure/figDesc" mode="m:text" as="xs:string*" priority="0.7">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <xsl:template match="figDesc//note" mode="m:text" as="xs:string*" priority="0.7">
    <xsl:sequence select="' ('"/>
    <xsl:apply-templates mode="m:text"/>
    <xsl:sequence select="') '"/>
  </xsl:template>

  <xsl:template match="gap" mode="m:text" as="xs:string">
    <xsl:sequence select="'[…]'"/>
  </xsl:template>

  <xsl:template match="lb[not(@break = 'no')] | pb[not(@break = 'no')]" mode="m:text" as="xs:string">
    <xsl:sequence select="' '"/>
  </xsl:template>

</xsl:stylesheet>
