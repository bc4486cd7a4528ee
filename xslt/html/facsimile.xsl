<?xml version="1.0" encoding="UTF-8"?>
<!--
  Pictures: figures with their captions and descriptions. A picture on another host is a link to it:
  nothing is loaded from there.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="figure" mode="m:html" as="element()">
    <xsl:choose>
      <xsl:when test="f:is-inline-figure(.)">
        <xsl:element name="{f:html-name(.)}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates mode="m:html"/>
        </xsl:element>
      </xsl:when>
      <xsl:otherwise>
        <figure>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:apply-templates select="." mode="m:content"/>
        </figure>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A picture in a line: one that has no caption. -->
  <xsl:function name="f:is-inline-figure" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/self::figure) and (f:renditions($element), $element/@type) = 'inline'
      and empty($element/(* except (graphic, media, formula)))"/>
  </xsl:function>

  <!-- What the picture shows is its alternative text; where there is no picture to see, it is said. -->
  <xsl:template match="figure" mode="m:content" as="node()*">
    <xsl:variable name="pictures" as="node()*">
      <xsl:apply-templates select="graphic | media | binaryObject | formula" mode="m:html"/>
    </xsl:variable>
    <xsl:sequence select="$pictures"/>
    <xsl:if test="figDesc and empty($pictures/descendant-or-self::*[@alt])">
      <p class="tei-figDesc">
        <xsl:apply-templates select="figDesc/node()" mode="m:html"/>
      </p>
    </xsl:if>
    <xsl:call-template name="t:flow">
      <xsl:with-param name="nodes" select="node() except (head, figDesc, graphic, media, binaryObject, formula)"/>
      <xsl:with-param name="annotated" select="true()" tunnel="yes"/>
    </xsl:call-template>
    <xsl:if test="head">
      <figcaption>
        <xsl:for-each select="head">
          <xsl:apply-templates select="." mode="m:content"/>
        </xsl:for-each>
      </figcaption>
    </xsl:if>
  </xsl:template>

  <xsl:template match="graphic | media | binaryObject" mode="m:html" as="element()?">
    <xsl:param name="linked" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:variable name="link" as="map(*)?" select="f:first-link(f:pointers(@url))"/>
    <xsl:variable name="description" as="xs:string" select="
      normalize-space(string-join((desc, ../figDesc, ../head)[1] ! f:text(.)))"/>
    <xsl:choose>
      <xsl:when test="f:is-picture-of-ours($link)">
        <img src="{$link?url}" alt="{$description}" loading="lazy">
          <xsl:apply-templates select="." mode="m:attributes"/>
        </img>
      </xsl:when>
      <xsl:when test="exists($link) and not($linked)">
        <a href="{$link?url}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <span class="tei-added">
            <xsl:value-of select="f:string('picture.link')"/>
          </span>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <span class="tei-added">
            <xsl:value-of select="f:string('picture.missing')"/>
          </span>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether a link leads to a picture that lies in the site. -->
  <xsl:function name="f:is-picture-of-ours" as="xs:boolean">
    <xsl:param name="link" as="map(*)?"/>
    <xsl:sequence select="
      exists($link) and not($link?kind = 'external') and not(matches(string($link?url), '^([a-z][a-z0-9+.\-]*:|//)', 'i'))
      and matches(string($link?url), '\.(jpe?g|png|gif|webp|avif|svg)$', 'i')"/>
  </xsl:function>

  <xsl:template match="figDesc" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- Pictures of pages are reached from their pb. -->
  <xsl:template match="facsimile | sourceDoc | surface | surfaceGrp" mode="m:html" as="empty-sequence()"/>

</xsl:stylesheet>
