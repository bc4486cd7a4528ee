<?xml version="1.0" encoding="UTF-8"?>
<!--
  Who wrote to whom: a matrix, the ties as arcs, a table of the exchanges.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="document-node()[$v:kind eq 'network']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:up($v:main?up)"/>
    <xsl:sequence select="f:list-head(string($page?title),
      (string-join(($v:main?count, $v:main?exchanges_count), ' · '), $v:main?most ! string()))"/>
    <xsl:sequence select="f:matrix($v:main?matrix), f:ties($v:main?graph), f:network-table()"/>
  </xsl:template>

  <!-- Senders by addressees: the figure counts, its ground helps the eye, the link leads on. -->
  <xsl:function name="f:matrix" as="element()?">
    <xsl:param name="matrix" as="map(*)?"/>
    <xsl:if test="exists($matrix)">
      <section aria-labelledby="matrix">
        <h2 id="matrix"><xsl:sequence select="f:string('network.matrix')"/></h2>
        <p class="picture-text"><xsl:sequence select="f:string('network.matrix-text')"/></p>
        <div class="scroll" role="group" tabindex="0" aria-labelledby="matrix">
          <table class="matrix">
            <thead>
              <tr>
                <td class="matrix-corner"><xsl:sequence select="f:string('network.corner')"/></td>
                <xsl:for-each select="$matrix?columns?*">
                  <th scope="col" class="role-received">
                    <a href="{.?url}"><xsl:sequence select="string(.?short)"/></a>
                  </th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$matrix?rows?*">
                <tr>
                  <th scope="row" class="role-sent">
                    <a href="{.?url}"><xsl:sequence select="string(.?short)"/></a>
                  </th>
                  <xsl:for-each select=".?cells?*">
                    <xsl:sequence select="f:matrix-cell(.)"/>
                  </xsl:for-each>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </div>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:matrix-cell" as="element()">
    <xsl:param name="cell" as="map(*)"/>
    <xsl:choose>
      <xsl:when test="exists($cell?count)">
        <td class="shade-{$cell?level}" data-letters="{$cell?count}">
          <a href="{$cell?url}" title="{$cell?title}"><xsl:sequence select="string($cell?count)"/></a>
        </td>
      </xsl:when>
      <xsl:when test="$cell?self">
        <td class="matrix-self"/>
      </xsl:when>
      <xsl:otherwise>
        <td/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Names in a column, an arc for each exchange. The arcs stretch with the page, the names do not. -->
  <xsl:function name="f:ties" as="element()?">
    <xsl:param name="graph" as="map(*)?"/>
    <xsl:if test="exists($graph)">
      <section aria-labelledby="ties">
        <h2 id="ties"><xsl:sequence select="f:string('network.ties')"/></h2>
        <p class="picture-text" id="ties-text"><xsl:sequence select="f:string('network.ties-text')"/></p>
        <figure class="ties">
          <svg width="100%" height="{$graph?height}" role="group" aria-labelledby="ties ties-text" focusable="false">
            <svg x="46%" width="53%" height="{$graph?height}" viewBox="0 0 100 {$graph?height}"
              preserveAspectRatio="none">
              <xsl:for-each select="$graph?arcs?*">
                <a href="{.?url}" tabindex="-1">
                  <title><xsl:sequence select="string(.?title)"/></title>
                  <path d="{.?path}" stroke-width="{.?width}"/>
                </a>
              </xsl:for-each>
            </svg>
            <xsl:for-each select="$graph?names?*">
              <a href="{.?url}" tabindex="-1">
                <text x="44%" y="{.?base}" text-anchor="end"><xsl:sequence select="string(.?short)"/></text>
              </a>
              <circle cx="46%" cy="{.?y}" r="3.5"/>
            </xsl:for-each>
          </svg>
        </figure>
      </section>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:network-table" as="element()">
    <section aria-labelledby="network-table">
      <h2 id="network-table"><xsl:sequence select="f:string('network.table')"/></h2>
      <xsl:if test="$v:main?left_out">
        <p class="picture-text"><xsl:sequence select="string($v:main?left_out)"/></p>
      </xsl:if>
      <table class="exchanges network-table">
        <thead>
          <tr>
            <th scope="col"><xsl:sequence select="f:string('table.exchange')"/></th>
            <th scope="col" class="number"><xsl:sequence select="f:string('table.letters')"/></th>
            <th scope="col"><xsl:sequence select="f:string('network.sides')"/></th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$v:main?rows?*">
            <tr>
              <th scope="row"><xsl:sequence select="f:link(.)"/></th>
              <td class="number"><xsl:sequence select="string(.?count)"/></td>
              <td>
                <!-- A number is never alone on its line. -->
                <xsl:sequence select="string-join(
                  .?sides?*[.?count gt 0] ! (.?label || '&#160;' || .?count), f:string('list.comma'))"/>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:function>
</xsl:stylesheet>
