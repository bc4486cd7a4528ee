<?xml version="1.0" encoding="UTF-8"?>
<!--
  References: ref and ptr as links, by what the index knows of their targets.
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

  <!-- A ref or ptr at which the reference to a note stands has done its work with it. -->
  <xsl:template match="ptr[f:has-references(.)]" mode="m:html" as="node()*" priority="1">
    <xsl:apply-templates mode="m:html"/>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <xsl:template match="ref[f:has-references(.)]" mode="m:html" as="node()*" priority="1">
    <xsl:if test="string-length(normalize-space()) gt 3 and matches(., '\p{L}')">
      <xsl:apply-templates mode="m:html"/>
    </xsl:if>
    <xsl:call-template name="t:references"/>
  </xsl:template>

  <!-- Another pointer to a numbered note in the same text. -->
  <xsl:template match="ptr[f:note-pointed-at(.)]" mode="m:html" as="node()*" priority="0.9">
    <xsl:apply-templates mode="m:html"/>
    <xsl:variable name="note" as="element()" select="f:note-pointed-at(.)"/>
    <sup class="tei-noteref">
      <a href="#{f:note-id($note)}" aria-label="{f:string('note.reference', map{'n': $v:labels(generate-id($note))})}">
        <xsl:value-of select="$v:labels(generate-id($note))"/>
      </a>
    </sup>
  </xsl:template>

  <xsl:function name="f:note-pointed-at" as="element(note)?">
    <xsl:param name="pointer" as="element()"/>
    <xsl:sequence select="
      (tokenize($pointer/@target)[starts-with(., '#')] ! key('f:element-by-id', substring(., 2), root($pointer))[1])
        [f:is-numbered(.)][1]"/>
  </xsl:function>

  <xsl:template match="ref | ptr" mode="m:html" as="node()*">
    <xsl:variable name="own" as="xs:string*" select="tokenize(@target)[starts-with(., '#')]"/>
    <xsl:call-template name="t:linked">
      <xsl:with-param name="pointers" select="
        f:pointers(@target), f:pointers(@cRef), f:pointers(@ref), f:pointers(@key)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A pointer that leads nowhere we know shows where it means to lead. -->
  <xsl:template match="ptr[not(node())]" mode="m:content" as="node()*">
    <xsl:value-of select="(@n, @target, @cRef)[1]"/>
  </xsl:template>

</xsl:stylesheet>
