<?xml version="1.0" encoding="UTF-8"?>
<!--
  The page of a register entry: names, facts, documents by role, correspondents.
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

  <xsl:template match="document-node()[$v:kind eq 'entity']" mode="m:main" as="element()*" priority="1">
    <article class="entity">
      <header class="page-head">
        <h1><xsl:sequence select="string($page?title)"/></h1>
        <!-- A whole life, as a note has it, stands below alone. -->
        <xsl:variable name="description" as="xs:string?" select="
          $v:main?description[not($v:main?kind eq 'works' and current()/*/self::bibl)]
            [not(string-length() gt 160 and f:beginning(.) = current()//note ! f:beginning(.))]"/>
        <p class="lead">
          <xsl:sequence select="string-join(($v:main?life, $description)[normalize-space()], ' · ')"/>
        </p>
      </header>
      <xsl:if test="$v:main?implied">
        <p class="document-remark"><xsl:sequence select="f:string('entity.implied')"/></p>
      </xsl:if>
      <xsl:sequence select="f:locator($v:main?map)"/>
      <xsl:call-template name="t:entity-pictures"/>
      <dl class="facts">
        <xsl:for-each select="$v:main?names?*">
          <xsl:sequence select="f:fact(string(.?label), f:entity-names(.?names))"/>
        </xsl:for-each>
        <xsl:sequence select="
          f:fact(f:string('entity.born'), f:dated($v:main?birth)),
          f:fact(f:string('entity.died'), f:dated($v:main?death)),
          f:fact(f:string('entity.type'), $v:main?type ! string()),
          f:fact(f:string('entity.country'), $v:main?country ! string()),
          f:fact(f:string('entity.geo'), $v:main?geo ! string()),
          f:fact(f:string('entity.identifiers'), f:identifiers($v:main?identifiers)),
          f:fact(f:string('entity.related'), f:entity-links($v:main?related, $v:main?related_count))"/>
      </dl>
      <xsl:call-template name="t:entity-notes"/>
      <xsl:sequence select="f:rhythm($v:main?picture, f:string('entity.rhythm'))"/>
      <xsl:sequence select="f:entity-correspondents($v:main?correspondents)"/>
      <xsl:if test="exists($v:main?narrow?*)">
        <p class="way-on">
          <xsl:sequence select="f:string('filter.link')"/>
          <xsl:for-each select="$v:main?narrow?*">
            <xsl:sequence select="if (position() eq 1) then ' ' else f:string('list.comma'), f:link(.)"/>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:sequence select="f:parts($v:main?parts)"/>
      <xsl:for-each select="$v:main?roles?*">
        <section class="role role-{.?role}" aria-labelledby="role-{.?role}">
          <h2 id="role-{.?role}">
            <xsl:sequence select="string(.?label)"/>
            <span class="year-count"><xsl:sequence select="' ' || .?count"/></span>
          </h2>
          <xsl:sequence select="f:groups(.?groups, .?role, 3)"/>
        </section>
      </xsl:for-each>
      <xsl:if test="empty(($v:main?roles?*, $v:main?parts?*))">
        <p class="document-remark"><xsl:sequence select="f:string('entity.none')"/></p>
      </xsl:if>
    </article>
  </xsl:template>

  <!-- Portraits and views, as far as they can be seen. -->
  <xsl:template name="t:entity-pictures" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="shown" as="element()*" select="
      *[not($v:main?kind eq 'works')]/(figure | graphic | media)
        [descendant-or-self::*/@url ! exists($v:facsimile?pictures?(normalize-space())) = true()]"/>
    <xsl:if test="exists($shown)">
      <div class="entity-pictures"><xsl:apply-templates select="$shown" mode="m:html"/></div>
    </xsl:if>
  </xsl:template>

  <!-- What the register itself says in prose: notes and descriptions, bibliographic wording. -->
  <xsl:template name="t:entity-notes" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="entry" as="element()?" select="*[namespace-uri() eq 'http://www.tei-c.org/ns/1.0']"/>
    <xsl:if test="$v:main?kind eq 'works' and exists($entry)">
      <div class="entity-work">
        <xsl:choose>
          <xsl:when test="$entry/self::bibl[*[@role eq 'addressee']]">
            <xsl:sequence select="f:known-letter($entry)"/>
          </xsl:when>
          <xsl:otherwise>
            <xsl:apply-templates select="$entry" mode="m:html"/>
          </xsl:otherwise>
        </xsl:choose>
      </div>
    </xsl:if>
    <!-- Plain words that are the description of the entry stand at its head already. -->
    <xsl:variable name="prose" as="element()*" select="
      $entry[not($v:main?kind eq 'works')]/(note | desc | p | trait | state)[normalize-space()]
        [* or string-length(normalize-space()) gt 160 or not(f:beginning(.) eq f:beginning($v:main?description))]"/>
    <xsl:variable name="events" as="element()*" select="$entry[not($v:main?kind eq 'works')]/listEvent/event[normalize-space()]"/>
    <xsl:if test="exists(($prose, $events))">
      <div class="prose entity-notes">
        <xsl:sequence select="f:own-prose($prose)"/>
        <xsl:choose>
          <xsl:when test="count($events) gt 6">
            <details>
              <summary>
                <xsl:sequence select="f:string('nav.events')"/>
                <span class="year-count"><xsl:sequence select="' ' || count($events)"/></span>
              </summary>
              <xsl:sequence select="f:own-prose($events)"/>
            </details>
          </xsl:when>
          <xsl:otherwise><xsl:sequence select="f:own-prose($events)"/></xsl:otherwise>
        </xsl:choose>
      </div>
    </xsl:if>
  </xsl:template>

  <!-- By which two texts are held to be the same, however their lines are broken. -->
  <xsl:function name="f:beginning" as="xs:string">
    <xsl:param name="text" as="item()?"/>
    <xsl:variable name="words" as="xs:string*" select="
      if ($text instance of node()) then $text/node() ! f:text(.) else string($text)"/>
    <xsl:sequence select="substring(replace(string-join($words), '[\s\-]', ''), 1, 120)"/>
  </xsl:function>

  <xsl:function name="f:own-prose" as="element()*">
    <xsl:param name="prose" as="element()*"/>
    <xsl:for-each select="$prose">
      <div><xsl:sequence select="f:own-language(.)"/><xsl:apply-templates select="." mode="m:html"/></div>
    </xsl:for-each>
  </xsl:function>

  <!-- A letter that is known but not in the edition: its own small letterhead, and how it is known. -->
  <xsl:function name="f:known-letter" as="element()+">
    <xsl:param name="letter" as="element(bibl)"/>
    <p class="letter-line">
      <xsl:for-each select="$letter/author, $letter/*[@role eq 'addressee'], $letter/date">
        <xsl:choose>
          <xsl:when test="@role eq 'addressee'">
            <xsl:value-of select="' ' || f:string('letter.to') || ' '"/>
          </xsl:when>
          <xsl:when test="self::date">
            <xsl:text> · </xsl:text>
          </xsl:when>
        </xsl:choose>
        <xsl:apply-templates select="." mode="m:html"/>
      </xsl:for-each>
    </p>
    <xsl:for-each select="$letter/note">
      <p><xsl:apply-templates select="." mode="m:html"/></p>
    </xsl:for-each>
    <p class="document-remark"><xsl:sequence select="f:string('entity.known-letter')"/></p>
  </xsl:function>

  <xsl:function name="f:entity-names" as="element()">
    <xsl:param name="names" as="array(*)"/>
    <ul class="entity-names">
      <xsl:for-each select="$names?*">
        <li>
          <xsl:sequence select="f:in-language(.)"/>
          <xsl:if test=".?uncertain">
            <xsl:sequence select="f:doubt('entity.uncertain', .?uncertain)"/>
          </xsl:if>
          <xsl:variable name="remarks" as="xs:string*" select="(.?dates, .?language) ! string()"/>
          <xsl:if test="exists($remarks)">
            <xsl:text> </xsl:text>
            <span class="wording"><xsl:sequence select="string-join($remarks, f:string('mark.comma'))"/></span>
          </xsl:if>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:function>

  <!-- Links to other entries; where they are many, behind their number. -->
  <xsl:function name="f:entity-links" as="element()?">
    <xsl:param name="links" as="array(*)?"/>
    <xsl:param name="many" as="item()?"/>
    <xsl:variable name="list" as="element()?">
      <xsl:if test="exists($links?*)">
        <ul>
          <xsl:for-each select="$links?*">
            <li><xsl:sequence select="f:link(.)"/></li>
          </xsl:for-each>
        </ul>
      </xsl:if>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($many)">
        <details>
          <summary><xsl:sequence select="string($many)"/></summary>
          <xsl:sequence select="$list"/>
        </details>
      </xsl:when>
      <xsl:otherwise><xsl:sequence select="$list"/></xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:identifiers" as="element()?">
    <xsl:param name="identifiers" as="array(*)?"/>
    <xsl:if test="exists($identifiers?*)">
      <ul class="identifiers">
        <xsl:for-each select="$identifiers?*">
          <li>
            <xsl:choose>
              <!-- An address is its own link; what it is of says more than its letters. -->
              <xsl:when test=".?value eq .?url and not(lower-case(.?type) = ('', 'uri', 'url'))">
                <xsl:sequence select="f:link(map{'url': .?url, 'label': .?type})"/>
              </xsl:when>
              <xsl:otherwise>
                <span class="identifier-type"><xsl:sequence select="string(.?type)"/></span>
                <xsl:text> </xsl:text>
                <xsl:sequence select="f:link(map{'url': .?url, 'label': .?value})"/>
              </xsl:otherwise>
            </xsl:choose>
          </li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:entity-correspondents" as="element()?">
    <xsl:param name="correspondents" as="array(*)?"/>
    <xsl:if test="exists($correspondents?*)">
      <section aria-labelledby="entity-correspondents">
        <h2 id="entity-correspondents"><xsl:sequence select="f:string('entity.correspondents')"/></h2>
        <ul class="entity-correspondents">
          <xsl:for-each select="$correspondents?*">
            <li>
              <xsl:sequence select="f:link(.)"/>
              <xsl:text> </xsl:text>
              <a class="count" href="{.?exchange}"><xsl:sequence select="string(.?count)"/></a>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
