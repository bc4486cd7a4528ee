<?xml version="1.0" encoding="UTF-8"?>
<!--
  Pages of prose: the edition's own, what is about it, what was not rendered, and the two pages for
  addresses that lead nowhere or elsewhere.
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

  <xsl:template match="document-node()[$v:kind eq 'prose']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:up($v:main?up)"/>
    <article class="prose">
      <xsl:sequence select="f:own-language((//text)[1])"/>
      <h1><xsl:sequence select="string($page?title)"/></h1>
      <xsl:apply-templates select="//text" mode="m:html"/>
    </article>
  </xsl:template>

  <xsl:template match="document-node()[$v:kind eq 'about']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:list-head(string($page?title), ())"/>
    <xsl:if test="exists($v:main?pages?*)">
      <nav aria-label="{f:string('about.pages')}">
        <xsl:sequence select="f:parts($v:main?pages)"/>
      </nav>
    </xsl:if>
    <section aria-labelledby="about-citation">
      <h2 id="about-citation"><xsl:sequence select="f:string('about.how-to-cite')"/></h2>
      <xsl:sequence select="f:citations($v:main?citation)"/>
    </section>
    <xsl:if test="exists($v:main?licence)">
      <section aria-labelledby="about-licence">
        <h2 id="about-licence"><xsl:sequence select="string($v:main?licence?label)"/></h2>
        <p><xsl:sequence select="f:link(map{'url': $v:main?licence?url, 'label': $v:main?licence?value})"/></p>
      </section>
    </xsl:if>
    <section aria-labelledby="about-technical">
      <h2 id="about-technical"><xsl:sequence select="f:string('about.technical')"/></h2>
      <ul>
        <li><a href="{$v:main?data}"><xsl:sequence select="f:string('data.title')"/></a></li>
        <li><a href="{$v:main?rendering}"><xsl:sequence select="f:string('rendering.title')"/></a></li>
      </ul>
    </section>
  </xsl:template>

  <xsl:template match="document-node()[$v:kind eq 'about']" mode="m:head" as="element()*" priority="1">
    <xsl:next-match/>
    <xsl:sequence select="f:copying()"/>
  </xsl:template>

  <xsl:template match="document-node()[$v:kind eq 'rendering']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:up($v:main?up)"/>
    <xsl:sequence select="f:list-head(string($page?title), f:string('rendering.lead'))"/>
    <section aria-labelledby="elements">
      <h2 id="elements"><xsl:sequence select="f:string('rendering.elements')"/></h2>
      <xsl:choose>
        <xsl:when test="exists($v:main?elements?*)">
          <table>
            <thead>
              <tr>
                <th scope="col"><xsl:sequence select="f:string('rendering.element')"/></th>
                <th scope="col" class="number"><xsl:sequence select="f:string('rendering.count')"/></th>
                <th scope="col"><xsl:sequence select="f:string('rendering.example')"/></th>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each select="$v:main?elements?*">
                <tr>
                  <th scope="row"><code><xsl:sequence select="string(.?name)"/></code></th>
                  <td class="number"><xsl:sequence select="string(.?count)"/></td>
                  <td><a href="{.?example}"><xsl:sequence select="replace(.?example, '^(\.\./)+', '')"/></a></td>
                </tr>
              </xsl:for-each>
            </tbody>
          </table>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:sequence select="f:string('rendering.none')"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </section>
    <section aria-labelledby="lost">
      <h2 id="lost"><xsl:sequence select="f:string('rendering.lost')"/></h2>
      <xsl:choose>
        <xsl:when test="exists($v:main?lost?*)">
          <dl class="facts">
            <xsl:for-each select="$v:main?lost?*">
              <dt><a href="{.?page}"><xsl:sequence select="string(.?source)"/></a></dt>
              <dd><xsl:sequence select="string(.?words)"/></dd>
            </xsl:for-each>
          </dl>
        </xsl:when>
        <xsl:otherwise>
          <p><xsl:sequence select="f:string('rendering.lost.none')"/></p>
        </xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:for-each select="'unused', 'unresolved'">
      <section aria-labelledby="{.}">
        <h2 id="{.}"><xsl:sequence select="f:string('rendering.' || .)"/></h2>
        <xsl:choose>
          <xsl:when test="exists($v:main(.)?*)">
            <dl class="facts">
              <xsl:for-each select="$v:main(.)?*">
                <xsl:sequence select="f:fact(string(.?path), string(.?reason))"/>
              </xsl:for-each>
            </dl>
          </xsl:when>
          <xsl:otherwise>
            <p><xsl:sequence select="f:string('rendering.' || . || '.none')"/></p>
          </xsl:otherwise>
        </xsl:choose>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template match="document-node()[$v:kind eq 'not-found']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:list-head(string($page?title), f:string('notfound.text'))"/>
    <xsl:sequence select="f:parts($v:main?ways)"/>
  </xsl:template>

  <!-- A former address: the browser is sent on, and who is not is told where to go. -->
  <xsl:template match="document-node()[$v:kind eq 'redirect']" mode="m:head" as="element()*" priority="1">
    <xsl:next-match/>
    <meta http-equiv="refresh" content="0; url={$v:main?url}"/>
    <meta name="robots" content="noindex"/>
  </xsl:template>

  <xsl:template match="document-node()[$v:kind eq 'redirect']" mode="m:main" as="element()*" priority="1">
    <xsl:sequence select="f:list-head(string($page?title), ())"/>
    <p>
      <xsl:sequence select="f:string('redirect.text') || ' '"/>
      <xsl:sequence select="f:link($v:main)"/>
    </p>
  </xsl:template>
</xsl:stylesheet>
