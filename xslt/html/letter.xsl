<?xml version="1.0" encoding="UTF-8"?>
<!--
  The frame of a letter: opener and closer, dateline, salutation, signature, address, postscript.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="opener | closer | postscript" mode="m:html" as="element()">
    <xsl:call-template name="t:element">
      <xsl:with-param name="class" select="f:lineation(.)[not(f:holds-blocks(current()))]"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="opener | closer | postscript" mode="m:content" as="node()*">
    <xsl:call-template name="t:flow"/>
  </xsl:template>

  <xsl:template match="dateline | salute | signed" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- Lines of an address are lines wherever it stands. -->
  <xsl:template match="address | addrLine" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <xsl:template match="street | postCode | postBox" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

</xsl:stylesheet>
