<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page of the data: what can be had, in which form.
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

  <xsl:template match="document-node()[$v:kind eq 'data']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:list-head(string($page?title), f:string('data.lead'))"/>
    <section aria-labelledby="data-whole">
      <h2 id="data-whole"><xsl:sequence select="f:string('data.whole')"/></h2>
      <table class="data-files">
        <thead>
          <tr>
            <xsl:for-each select="('file', 'what', 'format')">
              <th scope="col"><xsl:sequence select="f:string('data.' || .)"/></th>
            </xsl:for-each>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$v:main?files?*">
            <tr>
              <th scope="row"><a href="{.?url}"><xsl:sequence select="string(.?file)"/></a></th>
              <td><xsl:sequence select="string(.?label)"/></td>
              <td><code><xsl:sequence select="string(.?type)"/></code></td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
    <xsl:if test="exists($v:main?example)">
      <section aria-labelledby="data-each">
        <h2 id="data-each"><xsl:sequence select="f:string('data.each')"/></h2>
        <p>
          <xsl:sequence select="f:string('data.each.text') || ' ' || f:string('rendering.example') || f:string('mark.colon')"/>
          <a href="{$v:main?example?tei}"><xsl:sequence select="f:string('document.tei')"/></a>
          <xsl:value-of select="f:string('list.comma')"/>
          <a href="{$v:main?example?text}"><xsl:sequence select="f:string('document.txt')"/></a>
          <xsl:text>.</xsl:text>
        </p>
      </section>
    </xsl:if>
    <xsl:if test="exists($v:main?licence)">
      <section aria-labelledby="data-licence">
        <h2 id="data-licence"><xsl:sequence select="string($v:main?licence?label)"/></h2>
        <p><xsl:sequence select="f:link(map{'url': $v:main?licence?url, 'label': $v:main?licence?value})"/></p>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
