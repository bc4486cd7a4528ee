<?xml version="1.0" encoding="UTF-8"?>
<!--
  Lists: bulleted, numbered, glossaries, inline.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="list" mode="m:html" as="element()">
    <xsl:choose>
      <xsl:when test="f:is-inline-list(.)">
        <xsl:call-template name="t:element"/>
      </xsl:when>
      <xsl:when test="head | desc | trailer">
        <div class="tei-list-group">
          <xsl:apply-templates select="head | desc" mode="m:html"/>
          <xsl:call-template name="t:list"/>
          <xsl:apply-templates select="trailer" mode="m:html"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="t:list"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="t:list" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:element name="{f:list-element(.)}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:apply-templates select="." mode="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- Only items (or labels with items) stand in an HTML list; what lies between two items, such as
       the beginning of a page, goes into the item that follows it. -->
  <xsl:template match="list[not(f:is-inline-list(.))]" mode="m:content" as="node()*">
    <xsl:for-each-group select="node()[not(self::head or self::desc or self::trailer)][self::* or self::text()[normalize-space()]]"
      group-ending-with="item | label | headLabel | headItem">
      <xsl:variable name="last" as="node()" select="current-group()[last()]"/>
      <xsl:variable name="before" as="node()*">
        <xsl:apply-templates select="current-group() except $last" mode="m:html"/>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="$last[self::item or self::label or self::headLabel or self::headItem]">
          <xsl:apply-templates select="$last" mode="m:item">
            <xsl:with-param name="before" select="$before"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:element name="{if (f:list-element(..) eq 'dl') then 'dd' else 'li'}">
            <xsl:attribute name="class" select="'tei-loose'"/>
            <xsl:apply-templates select="current-group()" mode="m:html"/>
          </xsl:element>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:function name="f:is-inline-list" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="$list/@type = 'inline' or f:renditions($list) = 'inline'"/>
  </xsl:function>

  <!-- dl where items have labels, ol where they are numbered, else ul. -->
  <xsl:function name="f:list-element" as="xs:string">
    <xsl:param name="list" as="element()"/>
    <xsl:sequence select="
      if ($list/(label | headLabel)) then 'dl'
      else if (tokenize($list/@type) = ('ordered', 'numbered') or tokenize($list/@rend) = ('ordered', 'numbered')) then 'ol'
      else 'ul'"/>
  </xsl:function>

  <!-- item, label -> li, dt, dd (private). -->
  <xsl:mode name="m:item" on-no-match="fail"/>

  <xsl:template match="item | label | headLabel | headItem" mode="m:item" as="element()">
    <xsl:param name="before" as="node()*"/>
    <xsl:variable name="list" as="xs:string" select="f:list-element(..)"/>
    <xsl:element name="{if ($list ne 'dl') then 'li' else if (self::label or self::headLabel) then 'dt' else 'dd'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="$list eq 'ol' and @n castable as xs:integer">
        <xsl:attribute name="value" select="xs:integer(@n)"/>
      </xsl:if>
      <xsl:sequence select="$before"/>
      <xsl:if test="$before[last()][self::text()]">
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:if test="@n[normalize-space()] and $list eq 'ul'">
        <span class="tei-item-number">
          <xsl:value-of select="@n || ' '"/>
        </span>
      </xsl:if>
      <xsl:apply-templates select="." mode="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- An item outside an HTML list: in an inline list, or where TEI did not expect it. -->
  <xsl:template match="item" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

</xsl:stylesheet>
