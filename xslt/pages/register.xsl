<?xml version="1.0" encoding="UTF-8"?>
<!--
  A register from A to Z.
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

  <xsl:template match="document-node()[$v:kind eq 'register']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:up($v:main?up)"/>
    <xsl:sequence select="f:list-head(string($page?title), (string($v:main?count), f:string('register.lead')[empty($v:main?parts)]))"/>
    <xsl:sequence select="f:map($v:main?map)"/>
    <xsl:sequence select="f:jumps($v:main?sections, 'i', f:string('nav.letters'))"/>
    <xsl:sequence select="f:parts($v:main?parts)"/>
    <xsl:for-each select="$v:main?sections?*">
      <section class="initial">
        <h2 id="i-{.?key}"><xsl:sequence select="string(.?label)"/></h2>
        <ul class="register">
          <xsl:for-each select=".?entries?*">
            <li>
              <xsl:sequence select="f:register-entry(.)"/>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- Name, name in its own script, years, what it is; how many documents. -->
  <xsl:function name="f:register-entry" as="element()+">
    <xsl:param name="entry" as="map(*)"/>
    <p class="register-name">
      <xsl:sequence select="f:link($entry)"/>
      <xsl:if test="exists($entry?native)">
        <xsl:text> </xsl:text>
        <span class="native"><xsl:sequence select="f:in-language($entry?native)"/></span>
      </xsl:if>
      <xsl:for-each select="$entry?part, $entry?life">
        <xsl:text> </xsl:text>
        <span class="life"><xsl:sequence select="string(.)"/></span>
      </xsl:for-each>
    </p>
    <p class="register-text">
      <xsl:sequence select="string-join(($entry?description, $entry?also)[normalize-space()], '; ')"/>
    </p>
    <p class="register-count">
      <span aria-hidden="true"><xsl:sequence select="string($entry?count)"/></span>
      <span class="visually-hidden"><xsl:sequence select="string($entry?documents)"/></span>
    </p>
  </xsl:function>

  <!-- A text in a language of its own, so that its glyphs, direction and voice are right. -->
  <xsl:function name="f:in-language" as="node()">
    <xsl:param name="text" as="map(*)"/>
    <xsl:variable name="tag" as="xs:string?" select="f:language($text?lang ! string())"/>
    <xsl:choose>
      <xsl:when test="exists($tag)">
        <bdi lang="{$tag}"><xsl:sequence select="string($text?text)"/></bdi>
      </xsl:when>
      <xsl:otherwise>
        <bdi><xsl:sequence select="string($text?text)"/></bdi>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>
</xsl:stylesheet>
