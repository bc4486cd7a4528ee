<?xml version="1.0" encoding="UTF-8"?>
<!--
  A plain edition of letters as many are made: the letters alone, each a page, by one stylesheet that
  a build tool runs over a folder. It is the yardstick of benchmarks/ant.py and nothing else.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no"/>
  <xsl:mode on-no-match="shallow-skip"/>

  <xsl:key name="entry" match="person | place | org | bibl | event" use="@xml:id"/>

  <xsl:variable name="title" select="(//titleStmt/title[@level = 'a'], //titleStmt/title)[1]"/>
  <xsl:variable name="notes" select="//text//note[not(ancestor::note)]"/>

  <xsl:template match="/">
    <html lang="{(//text/@xml:lang, 'en')[1]}">
      <head>
        <meta name="viewport" content="width=device-width"/>
        <title><xsl:value-of select="normalize-space($title)"/></title>
        <link rel="stylesheet" href="../style.css"/>
      </head>
      <body>
        <header>
          <h1><xsl:value-of select="normalize-space($title)"/></h1>
          <xsl:apply-templates select="//correspDesc"/>
        </header>
        <nav>
          <xsl:apply-templates select="//correspContext/ref"/>
        </nav>
        <main>
          <xsl:apply-templates select="/TEI/text/(front | body)"/>
        </main>
        <xsl:if test="$notes">
          <section class="notes">
            <h2>Notes</h2>
            <ol><xsl:apply-templates select="$notes" mode="list"/></ol>
          </section>
        </xsl:if>
        <aside>
          <xsl:apply-templates select="//msDesc"/>
          <xsl:call-template name="names"/>
        </aside>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="correspDesc">
    <dl>
      <xsl:for-each select="correspAction">
        <dt><xsl:value-of select="@type"/></dt>
        <dd>
          <xsl:apply-templates select="persName | orgName | placeName | date"/>
        </dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="correspContext/ref">
    <a class="{@type}" href="{replace(@target, '^#', '')}.html"><xsl:value-of select="normalize-space()"/></a>
  </xsl:template>

  <xsl:template match="msDesc">
    <section class="source">
      <h2>Source</h2>
      <p><xsl:value-of select="string-join(msIdentifier/*[not(*)]/normalize-space(), ', ')"/></p>
      <xsl:apply-templates select="physDesc//p"/>
    </section>
  </xsl:template>

  <!-- Who and what the letter names, each once. -->
  <xsl:template name="names">
    <xsl:for-each-group select="//text/body//(persName | placeName | orgName | rs)[@ref]" group-by="local-name()">
      <section>
        <h2><xsl:value-of select="current-grouping-key()"/></h2>
        <ul>
          <xsl:for-each-group select="current-group()" group-by="tokenize(@ref)">
            <xsl:sort select="current-grouping-key()"/>
            <li>
              <a href="{replace(current-grouping-key(), '^#', '../register.html#')}">
                <xsl:value-of select="(key('entry', substring(current-grouping-key(), 2))/*[1], .)[1]/normalize-space()"/>
              </a>
            </li>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <xsl:template match="div">
    <div class="{(@type, 'div')[1]}"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="p | ab">
    <p>
      <xsl:if test="@xml:id">
        <xsl:attribute name="id" select="@xml:id"/>
      </xsl:if>
      <xsl:apply-templates/>
    </p>
  </xsl:template>

  <xsl:template match="opener | closer | postscript | salute | signed | dateline | address | addrLine | trailer">
    <div class="{local-name()}"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="head">
    <h2><xsl:apply-templates/></h2>
  </xsl:template>

  <xsl:template match="lg">
    <div class="lg"><xsl:apply-templates/></div>
  </xsl:template>

  <xsl:template match="l">
    <span class="l"><xsl:apply-templates/></span><br/>
  </xsl:template>

  <xsl:template match="list">
    <ul><xsl:apply-templates select="item"/></ul>
  </xsl:template>

  <xsl:template match="item">
    <li><xsl:apply-templates/></li>
  </xsl:template>

  <xsl:template match="persName | placeName | orgName | rs | name">
    <xsl:choose>
      <xsl:when test="@ref">
        <a class="{local-name()}" href="{replace(tokenize(@ref)[1], '^#', '../register.html#')}"><xsl:apply-templates/></a>
      </xsl:when>
      <xsl:otherwise><span class="{local-name()}"><xsl:apply-templates/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="date">
    <time datetime="{(@when, @when-iso)[1]}"><xsl:apply-templates/></time>
  </xsl:template>

  <xsl:template match="hi | del | add | unclear | supplied | quote | foreign | seg | subst | choice | sic | corr | abbr | expan | c">
    <span class="{string-join((local-name(), @rend), ' ')}"><xsl:apply-templates/></span>
  </xsl:template>

  <xsl:template match="gap">
    <span class="gap">[…]</span>
  </xsl:template>

  <xsl:template match="space">
    <xsl:text>&#xA0;</xsl:text>
  </xsl:template>

  <xsl:template match="lb">
    <br/>
  </xsl:template>

  <xsl:template match="pb">
    <span class="pb">[<xsl:value-of select="@n"/>]</span>
  </xsl:template>

  <xsl:template match="note">
    <xsl:variable name="number" select="count($notes[. &lt;&lt; current()]) + 1"/>
    <sup><a id="ref-{$number}" href="#note-{$number}"><xsl:value-of select="$number"/></a></sup>
  </xsl:template>

  <xsl:template match="note" mode="list">
    <li id="note-{position()}"><xsl:apply-templates/> <a href="#ref-{position()}">↑</a></li>
  </xsl:template>

  <xsl:template match="text()">
    <xsl:value-of select="."/>
  </xsl:template>

</xsl:stylesheet>
