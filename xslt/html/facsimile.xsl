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
  xmlns:v="urn:tei-edition:variables"
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
    <xsl:variable name="picture" as="map(*)?" select="@url ! $v:facsimile?pictures?(normalize-space())"/>
    <xsl:variable name="address" as="xs:string?" select="
      ($picture[.?kind ne 'file']?full, f:first-link(f:pointers(@url))?url)[1]"/>
    <xsl:variable name="description" as="xs:string" select="
      normalize-space(string-join((desc, ../figDesc, ../head)[1] ! f:text(.)))"/>
    <xsl:choose>
      <xsl:when test="$picture?kind eq 'file'">
        <img>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:sequence select="f:image($picture, $description, '(min-width: 40rem) 38rem, 100vw')/@*"/>
        </img>
      </xsl:when>
      <xsl:when test="exists($address) and not($linked)">
        <a href="{$address}">
          <xsl:apply-templates select="." mode="m:attributes"/>
          <xsl:sequence select="f:on-demand($picture, $description)"/>
          <span class="tei-added">
            <xsl:value-of select="
              if ($picture?host) then f:string('picture.show', map{'host': $picture?host}) else f:string('picture.link')"/>
          </span>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:apply-templates select="." mode="m:attributes"/>
          <span class="tei-added">
            <xsl:value-of select="f:string('picture.missing')"/>
          </span>
          <xsl:apply-templates select="desc" mode="m:html"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="figDesc" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- What stands on a page, or in a part of it, says on which: the script finds it in the image. -->
  <xsl:template match="pb | *[@facs]" mode="m:attributes" as="attribute()*" priority="1">
    <xsl:next-match/>
    <xsl:variable name="page" as="xs:integer?" select="f:facsimile-number(.)"/>
    <xsl:if test="exists($page)">
      <xsl:attribute name="data-page" select="$page"/>
    </xsl:if>
  </xsl:template>

  <!-- Pictures of pages are reached from their pb, or from what is transcribed on them. -->
  <xsl:template match="facsimile | surface/graphic | zone/graphic" mode="m:html" as="empty-sequence()"/>

</xsl:stylesheet>
