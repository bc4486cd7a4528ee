<?xml version="1.0" encoding="UTF-8"?>
<!--
  How elements are put together: blocks between blocks, loose phrases gathered in a block of their own,
  each block followed by the notes that belong to it; and the plain wrapper that most elements use.
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

  <!-- The element as div or span, with its attributes and content. -->
  <xsl:template name="t:element" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="name" as="xs:string" select="f:html-name(.)"/>
    <xsl:param name="class" as="xs:string*"/>
    <xsl:element name="{$name}">
      <xsl:call-template name="t:attributes">
        <xsl:with-param name="class" select="$class"/>
      </xsl:call-template>
      <xsl:apply-templates select="." mode="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- The attributes of mode m:attributes, with further classes. -->
  <xsl:template name="t:attributes" as="attribute()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="class" as="xs:string*"/>
    <xsl:variable name="attributes" as="attribute()*">
      <xsl:apply-templates select="." mode="m:attributes"/>
    </xsl:variable>
    <xsl:sequence select="$attributes"/>
    <xsl:if test="exists($class)">
      <xsl:attribute name="class" select="$attributes[name() eq 'class'], $class"/>
    </xsl:if>
  </xsl:template>

  <!-- The children as blocks: what is loose between blocks becomes a block, and each outermost block
       is followed by its notes. -->
  <xsl:template name="t:flow" as="node()*">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="annotated" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:for-each-group select="$nodes[self::* or self::text()]" group-adjacent="
        if (self::* and f:is-block(.)) then generate-id() else 'loose'">
      <xsl:choose>
        <xsl:when test="current-grouping-key() eq 'loose'">
          <xsl:if test="exists(current-group()[self::* or normalize-space()])">
            <xsl:call-template name="t:loose">
              <xsl:with-param name="nodes" select="current-group()"/>
            </xsl:call-template>
          </xsl:if>
        </xsl:when>
        <xsl:when test="f:parallels(.)">
          <xsl:call-template name="t:parallel"/>
        </xsl:when>
        <xsl:when test="$annotated or f:is-division(.)">
          <xsl:apply-templates select="." mode="m:html"/>
        </xsl:when>
        <xsl:when test="empty(f:places-in(.))">
          <xsl:apply-templates select="." mode="m:html">
            <xsl:with-param name="annotated" select="true()" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="t:annotated">
            <xsl:with-param name="nodes" select="."/>
            <xsl:with-param name="block" as="node()*">
              <xsl:apply-templates select="." mode="m:html">
                <xsl:with-param name="annotated" select="true()" tunnel="yes"/>
              </xsl:apply-templates>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:call-template name="t:inner-references"/>
  </xsl:template>

  <!-- Phrases that stand loose between blocks. White space and what is shown elsewhere make none. -->
  <xsl:template name="t:loose" as="node()*">
    <xsl:context-item as="node()" use="required"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="annotated" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates select="$nodes" mode="m:html">
        <xsl:with-param name="annotated" select="true()" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:if test="$content[self::*[not(self::Q{}br)] or self::text()[normalize-space()]]">
      <xsl:choose>
        <xsl:when test="$annotated or empty(f:places-in($nodes))">
          <div class="tei-loose">
            <xsl:sequence select="$content"/>
          </div>
        </xsl:when>
        <xsl:otherwise>
          <xsl:call-template name="t:annotated">
            <xsl:with-param name="nodes" select="$nodes"/>
            <xsl:with-param name="block" as="element()">
              <div class="tei-loose">
                <xsl:sequence select="$content"/>
              </div>
            </xsl:with-param>
          </xsl:call-template>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:template>

  <!-- Whether the notes of a block would be much higher in the margin than the block is beside them: they
       are then better off at its foot. In lines of 30 and 66 characters, of 1.3 and 1.8 rem. -->
  <xsl:function name="f:outgrows" as="xs:boolean">
    <xsl:param name="places" as="element()*"/>
    <xsl:param name="block" as="node()*"/>
    <xsl:variable name="notes" as="xs:integer*" select="
      $places ! ($v:places(generate-id()), $v:apps-at(generate-id())) ! (1 + string-length(normalize-space()) idiv 30)"/>
    <xsl:variable name="height" as="xs:double" select="1.8 * (1 + string-length(normalize-space(string-join($block))) idiv 66)"/>
    <xsl:sequence select="1.3 * sum($notes) gt $height + 7"/>
  </xsl:function>

  <!-- A block with the notes that belong to it, if there are any. -->
  <xsl:template name="t:annotated" as="node()*">
    <xsl:context-item as="node()" use="required"/>
    <xsl:param name="nodes" as="node()*"/>
    <xsl:param name="block" as="node()*"/>
    <xsl:variable name="places" as="element()*" select="f:places-in($nodes)"/>
    <xsl:choose>
      <xsl:when test="exists($places)">
        <div class="{'tei-annotated', 'tei-annotated-long'[f:outgrows($places, $block)]}">
          <xsl:sequence select="$block"/>
          <xsl:call-template name="t:notes">
            <xsl:with-param name="places" select="$places"/>
          </xsl:call-template>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$block"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
