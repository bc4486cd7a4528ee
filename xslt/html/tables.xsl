<?xml version="1.0" encoding="UTF-8"?>
<!--
  Tables, in a box that scrolls by itself where the screen is narrower than they are.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="table" mode="m:html" as="element()">
    <div class="tei-table-box" role="group" tabindex="0" aria-label="{
        (head[1]/normalize-space(f:text(.))[.], f:string('table.label'))[1]}">
      <table>
        <xsl:apply-templates select="." mode="m:attributes"/>
        <xsl:if test="head">
          <caption>
            <xsl:for-each select="head">
              <xsl:apply-templates select="." mode="m:content"/>
              <xsl:if test="position() lt last()">
                <br/>
              </xsl:if>
            </xsl:for-each>
          </caption>
        </xsl:if>
        <tbody>
          <xsl:for-each-group select="(* | text()[normalize-space()]) except head" group-ending-with="row">
            <xsl:variable name="before" as="node()*">
              <xsl:apply-templates select="current-group()[not(self::row)]" mode="m:html"/>
            </xsl:variable>
            <xsl:choose>
              <xsl:when test="current-group()[self::row[* or normalize-space()]]">
                <xsl:apply-templates select="current-group()[self::row]" mode="m:row">
                  <xsl:with-param name="before" select="$before"/>
                </xsl:apply-templates>
              </xsl:when>
              <xsl:when test="exists($before)">
                <tr>
                  <td colspan="{f:columns(..)}">
                    <xsl:sequence select="$before"/>
                  </td>
                </tr>
              </xsl:when>
            </xsl:choose>
          </xsl:for-each-group>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- The number of columns of a table: that of its longest row. -->
  <xsl:function name="f:columns" as="xs:integer">
    <xsl:param name="table" as="element()"/>
    <xsl:sequence select="max((1, $table/row ! xs:integer(sum(cell ! f:span(@cols)))))"/>
  </xsl:function>

  <!-- How many rows or columns a cell takes: at least one, and no more than HTML allows. -->
  <xsl:function name="f:span" as="xs:integer">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="if ($value castable as xs:positiveInteger) then min((xs:integer($value), 1000)) else 1"/>
  </xsl:function>

  <!-- row, cell -> tr, td, th (private). `before` stood between this row and the one before it. -->
  <xsl:mode name="m:row" on-no-match="deep-skip"/>

  <xsl:template match="row" mode="m:row" as="element()">
    <xsl:param name="before" as="node()*"/>
    <tr>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:variable name="first" as="node()" select="(cell, *, text()[normalize-space()])[1]"/>
      <xsl:apply-templates select="$first" mode="m:row">
        <xsl:with-param name="before" select="$before"/>
      </xsl:apply-templates>
      <xsl:apply-templates select="(* | text()[normalize-space()]) except $first" mode="m:row"/>
    </tr>
  </xsl:template>

  <xsl:template match="cell" mode="m:row" as="element()">
    <xsl:param name="before" as="node()*"/>
    <xsl:variable name="is-label" as="xs:boolean" select="@role = 'label' or (../@role = 'label' and not(@role = 'data'))"/>
    <xsl:element name="{if ($is-label) then 'th' else 'td'}">
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:if test="$is-label">
        <xsl:attribute name="scope" select="if (../@role = 'label') then 'col' else 'row'"/>
      </xsl:if>
      <xsl:if test="f:span(@cols) gt 1">
        <xsl:attribute name="colspan" select="f:span(@cols)"/>
      </xsl:if>
      <xsl:if test="f:span(@rows) gt 1">
        <xsl:attribute name="rowspan" select="f:span(@rows)"/>
      </xsl:if>
      <xsl:sequence select="$before"/>
      <xsl:apply-templates select="." mode="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- Between the cells of a row: goes into a cell of its own. -->
  <xsl:template match="* | text()" mode="m:row" as="element()*">
    <xsl:param name="before" as="node()*"/>
    <xsl:variable name="content" as="node()*">
      <xsl:apply-templates select="." mode="m:html"/>
    </xsl:variable>
    <xsl:if test="exists($content)">
      <td class="tei-loose">
        <xsl:sequence select="$before, $content"/>
      </td>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
