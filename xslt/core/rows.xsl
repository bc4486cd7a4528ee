<?xml version="1.0" encoding="UTF-8"?>
<!--
  Which block of a translation goes with which of its original: by @corresp, else by @n, else because both
  have as many paragraphs. Where nothing tells, or what is told runs crosswise, nothing is aligned.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-edition:functions"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The row, from 1, of each block of the texts that are aligned, and 0 for the divisions that hold them; by
       generate-id(). -->
  <xsl:variable name="v:rows" as="map(xs:string, xs:integer)">
    <xsl:map>
      <xsl:for-each-group select="$v:source//(text | div | div1 | div2 | div3)[f:parallels(.)]" group-by="generate-id(f:parallels(.)[1])">
        <xsl:variable name="texts" as="element()+" select="current-group()"/>
        <xsl:variable name="original" as="element()" select="($texts[empty(f:original(.)[. intersect $texts])], $texts)[1]"/>
        <xsl:variable name="units" as="element()*" select="f:units($original)"/>
        <xsl:variable name="own" as="map(xs:string, xs:integer)" select="
          map:merge(for $i in 1 to count($units) return map{generate-id($units[$i]): $i})"/>
        <xsl:variable name="others" as="map(xs:string, xs:integer)*" select="($texts except $original) ! f:rows-of(., $units)"/>
        <xsl:variable name="rows" as="map(xs:string, xs:integer)" select="map:merge(($own, $others))"/>
        <xsl:if test="count($others) eq count($texts) - 1 and (every $text in $texts satisfies f:can-be-rows($text, $rows))">
          <xsl:sequence select="$rows, $texts ! f:divisions(.) ! map{generate-id(): 0}"/>
        </xsl:if>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="f:is-aligned" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$v:has-parallels and $v:rows(generate-id($element)) = 0"/>
  </xsl:function>

  <!-- A text with the divisions in it, and the blocks that these hold. -->
  <xsl:function name="f:divisions" as="element()+">
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="$text, $text/*[f:is-division(.)][not(f:is-emptied(.))] ! f:divisions(.)"/>
  </xsl:function>

  <xsl:function name="f:units" as="element()*">
    <xsl:param name="text" as="element()"/>
    <xsl:sequence select="f:divisions($text)/*[f:is-block(.)][not(f:is-division(.))]"/>
  </xsl:function>

  <!-- The rows of the blocks of a translation; nothing, where they cannot be told. -->
  <xsl:function name="f:rows-of" as="map(xs:string, xs:integer)?">
    <xsl:param name="text" as="element()"/>
    <xsl:param name="original" as="element()*"/>
    <xsl:variable name="units" as="element()*" select="f:units($text)"/>
    <xsl:variable name="links" as="map(xs:string, xs:integer)" select="f:links($units, $original)"/>
    <xsl:variable name="found" as="xs:integer*" select="$units ! $links(generate-id())"/>
    <xsl:if test="exists($found) and (every $i in 2 to count($found) satisfies $found[$i] ge $found[$i - 1])">
      <xsl:map>
        <xsl:iterate select="$units">
          <xsl:param name="before" as="xs:integer" select="0"/>
          <!-- What has no counterpart of its own goes with the next of its kind, else with what is before it. -->
          <xsl:variable name="next" as="xs:integer" select="
            ($units[not(. &lt;&lt; current())] ! $links(generate-id()), count($original) + 1)[1]"/>
          <xsl:variable name="alike" as="xs:integer?" select="
            (for $i in $before + 1 to $next - 1 return $i[local-name($original[$i]) eq local-name(current())])[1]"/>
          <xsl:variable name="row" as="xs:integer" select="($links(generate-id()), $alike, max(($before, 1)))[1]"/>
          <xsl:map-entry key="generate-id()" select="$row"/>
          <xsl:next-iteration>
            <xsl:with-param name="before" select="$row"/>
          </xsl:next-iteration>
        </xsl:iterate>
      </xsl:map>
    </xsl:if>
  </xsl:function>

  <!-- For each block that has one: the number of its counterpart. -->
  <xsl:function name="f:links" as="map(xs:string, xs:integer)">
    <xsl:param name="units" as="element()*"/>
    <xsl:param name="original" as="element()*"/>
    <xsl:variable name="pointed" as="map(xs:string, xs:integer)" select="
      map:merge(for $unit in $units, $i in f:counterpart($unit, $original) return map{generate-id($unit): $i})"/>
    <xsl:variable name="numbered" as="map(xs:string, xs:integer)" select="
      map:merge(for $unit in $units[@n], $i in index-of($original/string(@n), string($unit/@n))[1] return map{generate-id($unit): $i})"/>
    <xsl:variable name="ours" as="element()*" select="$units[self::p or self::ab or self::lg]"/>
    <xsl:variable name="theirs" as="element()*" select="$original[self::p or self::ab or self::lg]"/>
    <xsl:sequence select="
      if (map:size($pointed) gt 0) then $pointed
      else if (map:size($numbered) gt 0) then $numbered
      else if (count($ours) eq count($theirs))
      then map:merge(for $i in 1 to count($ours) return map{generate-id($ours[$i]): f:position($theirs[$i], $original)})
      else map{}"/>
  </xsl:function>

  <!-- The first of the blocks that something in a block points at with @corresp, or in which something points at it. -->
  <xsl:function name="f:counterpart" as="xs:integer?">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="original" as="element()*"/>
    <xsl:variable name="parts" as="element()+" select="$unit/descendant-or-self::*"/>
    <xsl:variable name="targets" as="element()*" select="
      $parts/@corresp ! tokenize(.)[starts-with(., '#')] ! key('f:element-by-id', substring(., 2), root($unit))[1]"/>
    <xsl:variable name="names" as="xs:string*" select="$parts/@xml:id ! ('#' || .)"/>
    <xsl:sequence select="
      ($targets/ancestor-or-self::*[. intersect $original],
        $original[descendant-or-self::*/@corresp ! tokenize(.) = $names])[1] ! f:position(., $original)"/>
  </xsl:function>

  <xsl:function name="f:position" as="xs:integer?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="among" as="element()*"/>
    <xsl:sequence select="count($among[. &lt;&lt; $element]) + 1"/>
  </xsl:function>

  <!-- Whether a text can be cut into its rows: those of one row are siblings, and nothing that readers see stands loose
       where no block of the same division could take it along. -->
  <xsl:function name="f:can-be-rows" as="xs:boolean">
    <xsl:param name="text" as="element()"/>
    <xsl:param name="rows" as="map(xs:string, xs:integer)"/>
    <xsl:variable name="units" as="element()*" select="f:units($text)"/>
    <xsl:variable name="loose" as="node()*" select="
      f:divisions($text)/node()[self::text()[normalize-space()] or self::*[not(self::lb or f:is-division(.) or f:is-block(.) or f:stands-apart(.))]]"/>
    <xsl:sequence select="
      (every $i in 2 to count($units) satisfies
        $rows(generate-id($units[$i])) ne $rows(generate-id($units[$i - 1])) or $units[$i]/.. is $units[$i - 1]/..)
      and (every $node in $loose satisfies f:taking-along($node)[not(f:is-division(.))])"/>
  </xsl:function>

  <!-- The block with which a node that is none goes: the next one, before the last one. -->
  <xsl:function name="f:taking-along" as="element()?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      ($node/following-sibling::*[f:is-block(.)][1], $node/preceding-sibling::*[f:is-block(.)][1])[1]"/>
  </xsl:function>

  <!-- The row of a child of a division; 0 for a division, and for white space between divisions. -->
  <xsl:function name="f:row" as="xs:integer">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      (if ($node[self::* and f:is-block(.)]) then $v:rows(generate-id($node)) else f:taking-along($node) ! $v:rows(generate-id()), 0)[1]"/>
  </xsl:function>

  <!-- How many rows before that of some nodes have nothing in their text. -->
  <xsl:function name="f:rows-left-out" as="xs:integer">
    <xsl:param name="nodes" as="node()+"/>
    <xsl:variable name="unit" as="element()" select="$nodes[self::* and map:contains($v:rows, generate-id())][1]"/>
    <xsl:variable name="text" as="element()" select="$unit/ancestor::*[f:parallels(.)][1]"/>
    <xsl:variable name="before" as="xs:integer?" select="f:units($text)[. &lt;&lt; $unit][last()] ! $v:rows(generate-id())"/>
    <xsl:sequence select="$v:rows(generate-id($unit)) - 1 - ($before, 0)[1]"/>
  </xsl:function>

</xsl:stylesheet>
