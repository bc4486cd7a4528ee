<?xml version="1.0" encoding="UTF-8"?>
<!--
  Maps: land, borders, ways of letters, places. All is drawn before; a table behind each map says the
  same. A script, where there is one, lets readers come closer.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A page with a map to come closer to links the script that lets one. -->
  <xsl:template match="document-node()[$v:kind eq 'register'][exists($v:main?map)]" mode="m:head" as="element()*"
    priority="1">
    <xsl:next-match/>
    <script src="{f:url('assets/js/zoom.js')}" defer="defer"/>
  </xsl:template>

  <!-- All places of the edition. The words of the buttons travel with the figure. -->
  <xsl:function name="f:map" as="element()*">
    <xsl:param name="map" as="map(*)?"/>
    <xsl:if test="exists($map)">
      <figure class="map" data-zoom-in="{f:string('map.zoom-in')}" data-zoom-out="{f:string('map.zoom-out')}"
        data-zoom-reset="{f:string('map.zoom-reset')}" data-zoom-help="{f:string('map.zoom-help')}">
        <div class="map-frame">
          <svg viewBox="0 0 {$map?width} {$map?height}" role="group" aria-labelledby="map-title map-desc" focusable="false">
            <title id="map-title"><xsl:sequence select="f:string('map.title')"/></title>
            <desc id="map-desc"><xsl:sequence select="f:map-words($map)"/></desc>
            <xsl:sequence select="f:map-ground($map)"/>
            <g class="map-ways">
              <xsl:for-each select="$map?ways?*">
                <path d="{.?path}" data-letters="{.?letters}"><title><xsl:sequence select="string(.?title)"/></title></path>
              </xsl:for-each>
            </g>
            <!-- The large dots first, so that they hide none. -->
            <xsl:for-each select="$map?dots?*">
              <xsl:sequence select="f:map-dot(.)"/>
            </xsl:for-each>
            <xsl:for-each select="$map?dots?*[.?label or exists(.?phone)]">
              <xsl:sequence select="f:map-name(.)"/>
            </xsl:for-each>
          </svg>
        </div>
        <figcaption>
          <p><xsl:sequence select="f:map-words($map)"/></p>
          <p><xsl:sequence select="f:string('map.ground')"/></p>
        </figcaption>
      </figure>
      <xsl:sequence select="f:map-places($map), f:map-ways($map)"/>
    </xsl:if>
  </xsl:function>

  <!-- How to read the map, and what is not on it. -->
  <xsl:function name="f:map-words" as="xs:string">
    <xsl:param name="map" as="map(*)"/>
    <xsl:sequence select="string-join((
      f:string(if ($map?by_letters) then 'map.dots-letters' else 'map.dots-documents'),
      f:string('map.ways-text')[exists($map?ways?*)],
      f:string('map.busiest', map{'places': $map?count})[$map?left_out gt 0],
      string($map?beyond)[normalize-space()],
      f:string('map.ways-busiest')[$map?ways_left_out gt 0]), ' ')"/>
  </xsl:function>

  <xsl:function name="f:map-ground" as="element()+">
    <xsl:param name="map" as="map(*)"/>
    <path class="map-land" d="{$map?land}"/>
    <xsl:if test="$map?borders">
      <path class="map-borders" d="{$map?borders}"/>
    </xsl:if>
  </xsl:function>

  <!-- A place: a full dot for letters sent, a ring for letters received, a small dot without either. -->
  <xsl:function name="f:map-dot" as="element()">
    <xsl:param name="dot" as="map(*)"/>
    <a href="{$dot?url}" tabindex="-1" class="map-place">
      <title><xsl:sequence select="string($dot?title)"/></title>
      <g transform="translate({$dot?x} {$dot?y})">
        <xsl:for-each select="('other', 'sent', 'received')[$dot(.)]">
          <circle class="dot-{.}" r="{$dot(.)}"/>
        </xsl:for-each>
      </g>
    </a>
  </xsl:function>

  <!-- A name beside its dot: one for wide screens and paper, a larger one for phones. -->
  <xsl:function name="f:map-name" as="element()">
    <xsl:param name="dot" as="map(*)"/>
    <g class="map-name" transform="translate({$dot?x} {$dot?y})" aria-hidden="true">
      <xsl:if test="$dot?label">
        <text x="{$dot?dx}" y="{$dot?dy}" text-anchor="{$dot?anchor}"><xsl:sequence select="string($dot?label)"/></text>
      </xsl:if>
      <xsl:for-each select="$dot?phone">
        <text class="map-name-phone" x="{.?dx}" y="{.?dy}" text-anchor="{.?anchor}"><xsl:sequence select="string(.?label)"/></text>
      </xsl:for-each>
    </g>
  </xsl:function>

  <xsl:function name="f:map-places" as="element()">
    <xsl:param name="map" as="map(*)"/>
    <details class="behind">
      <summary><xsl:sequence select="f:string('map.table')"/></summary>
      <table class="map-table">
        <thead>
          <tr>
            <th scope="col"><xsl:sequence select="f:string('table.place')"/></th>
            <xsl:for-each select="('sent', 'received')">
              <th scope="col" class="number role-{.}"><xsl:sequence select="f:string('map.' || .)"/></th>
            </xsl:for-each>
            <th scope="col" class="number"><xsl:sequence select="f:string('map.documents')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$map?places?*">
            <xsl:variable name="row" as="map(*)" select="."/>
            <tr>
              <th scope="row"><xsl:sequence select="f:link(.)"/></th>
              <xsl:for-each select="('sent', 'received', 'documents')">
                <td class="number"><xsl:sequence select="string($row(.)[. gt 0])"/></td>
              </xsl:for-each>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </details>
  </xsl:function>

  <xsl:function name="f:map-ways" as="element()?">
    <xsl:param name="map" as="map(*)"/>
    <xsl:if test="exists($map?ways?*)">
      <details class="behind">
        <summary><xsl:sequence select="f:string('map.ways-table')"/></summary>
        <table class="map-table">
          <thead>
            <tr>
              <th scope="col"><xsl:sequence select="f:string('table.sender')"/></th>
              <th scope="col"><xsl:sequence select="f:string('table.receiver')"/></th>
              <th scope="col" class="number"><xsl:sequence select="f:string('table.letters')"/></th>
            </tr>
          </thead>
          <tbody>
            <xsl:for-each select="$map?ways?*">
              <tr>
                <td><xsl:sequence select="string(.?start)"/></td>
                <td><xsl:sequence select="string(.?end)"/></td>
                <td class="number"><xsl:sequence select="string(.?letters)"/></td>
              </tr>
            </xsl:for-each>
          </tbody>
        </table>
      </details>
    </xsl:if>
  </xsl:function>

  <!-- Where one place lies, with its neighbours for orientation. -->
  <xsl:function name="f:locator" as="element()?">
    <xsl:param name="map" as="map(*)?"/>
    <xsl:if test="exists($map)">
      <figure class="locator">
        <svg viewBox="0 0 {$map?width} {$map?height}" role="img" aria-labelledby="locator-title" focusable="false">
          <title id="locator-title"><xsl:sequence select="string($map?label)"/></title>
          <xsl:sequence select="f:map-ground($map)"/>
          <xsl:for-each select="$map?dots?*">
            <g class="locator-{if (position() eq 1) then 'place' else 'near'}" transform="translate({.?x} {.?y})">
              <circle r="{if (position() eq 1) then 6 else 3}"/>
              <xsl:if test=".?label">
                <text x="{.?dx}" y="{.?dy}" text-anchor="{.?anchor}"><xsl:sequence select="string(.?label)"/></text>
              </xsl:if>
            </g>
          </xsl:for-each>
        </svg>
        <figcaption><xsl:sequence select="f:string('map.ground-short')"/></figcaption>
      </figure>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
