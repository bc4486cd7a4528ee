<?xml version="1.0" encoding="UTF-8"?>
<!--
  The head of a document as a historian writes it: who to whom, through whom, from where, when.
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

  <xsl:template name="t:letterhead" as="element()">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="letters" as="map(*)*" select="$v:main?letters?*"/>
    <header class="letterhead">
      <xsl:if test="$v:main?draft">
        <p class="badge-line"><span class="badge"><xsl:sequence select="f:string('document.draft')"/></span></p>
      </xsl:if>
      <xsl:choose>
        <xsl:when test="exists($letters[1]?head?senders) or exists($letters[1]?head?receivers)">
          <h1><xsl:sequence select="f:correspondents($letters[1]?head)"/></h1>
          <xsl:sequence select="f:letter-line($letters[1]?head, string($v:main?kind)), f:doubts($letters[1]?head)"/>
          <xsl:for-each select="tail($letters)">
            <p class="letter-enclosed">
              <xsl:sequence select="f:string('letter.with') || f:string('mark.colon')"/>
              <xsl:sequence select="f:correspondents(.?head)"/>
              <xsl:if test=".?kind"><xsl:value-of select="f:string('mark.comma') || .?kind"/></xsl:if>
              <xsl:if test="exists(.?head?date)">
                <xsl:value-of select="f:string('mark.comma')"/>
                <xsl:sequence select="f:date(.?head?date)"/>
              </xsl:if>
            </p>
          </xsl:for-each>
        </xsl:when>
        <xsl:otherwise>
          <h1><xsl:sequence select="string($v:main?document_title)"/></h1>
          <p class="letter-line">
            <xsl:variable name="place" as="element()*" select="//settingDesc//placeName[normalize-space()]"/>
            <xsl:sequence select="f:parts-of-line((
              f:part($place[1] ! f:setting-place(.)),
              f:part(f:date($v:main?date)),
              f:part($v:main?kind[normalize-space()] ! string(.))))"/>
          </p>
        </xsl:otherwise>
      </xsl:choose>
      <!-- What the editors say against counting it among the documents: said at once. -->
      <xsl:for-each select="//sourceDesc//note[@type eq 'membership'][normalize-space()]">
        <div class="document-caution"><xsl:apply-templates select="." mode="m:html"/></div>
      </xsl:for-each>
    </header>
  </xsl:template>

  <!-- Stalin [as Kuznetsov] to Mao Zedong -->
  <xsl:function name="f:correspondents" as="node()*">
    <xsl:param name="head" as="map(*)"/>
    <xsl:sequence select="f:side($head?senders, 'letter.unknown-sender')"/>
    <xsl:text> </xsl:text>
    <span class="letter-word"><xsl:sequence select="f:string('letter.to')"/></span>
    <xsl:text>&#xA0;</xsl:text>
    <xsl:sequence select="f:side($head?receivers, 'letter.unknown-receiver')"/>
  </xsl:function>

  <xsl:function name="f:side" as="node()*">
    <xsl:param name="names" as="array(*)?"/>
    <xsl:param name="unknown" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="exists($names?*)"><xsl:sequence select="f:names($names)"/></xsl:when>
      <xsl:otherwise>
        <span class="unknown"><xsl:sequence select="f:string($unknown)"/></span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- through Terebin · for Mao Zedong · Moscow, 16 December 1947 · received: Harbin, 17 December 1947 · cable No. 58986 -->
  <xsl:function name="f:letter-line" as="element()">
    <xsl:param name="head" as="map(*)"/>
    <xsl:param name="kind" as="xs:string"/>
    <p class="letter-line">
      <xsl:variable name="place" as="node()*" select="f:names($head?from)"/>
      <xsl:variable name="date" as="node()*">
        <xsl:sequence select="f:date($head?date)"/>
        <xsl:for-each select="$head?other_dates?*">
          <span class="other-date">
            <xsl:sequence select="' (' || f:string('date.also') || ' '"/>
            <xsl:sequence select="f:date(.)"/>
            <xsl:text>)</xsl:text>
          </span>
        </xsl:for-each>
      </xsl:variable>
      <xsl:variable name="number" as="xs:string?" select="$head?number ! (f:string('letter.number') || ' ' || .)"/>
      <xsl:variable name="when" as="node()*">
        <xsl:sequence select="$place"/>
        <xsl:if test="exists($place) and exists($date)"><xsl:value-of select="f:string('mark.comma')"/></xsl:if>
        <xsl:sequence select="$date"/>
      </xsl:variable>
      <xsl:sequence select="f:parts-of-line((
        f:part(f:worded('letter.through', $head?carriers)),
        f:part(f:worded('letter.for', $head?final)),
        f:part(f:worded('letter.forwarded', $head?forwarders)),
        f:part(f:worded('letter.copy', $head?copies)),
        f:part($when),
        f:part(f:arrival($head)),
        f:part(string-join(($kind, $number)[normalize-space()], ' ')[normalize-space()])))"/>
    </p>
  </xsl:function>

  <!-- Where and when it arrived. -->
  <xsl:function name="f:arrival" as="node()*">
    <xsl:param name="head" as="map(*)"/>
    <xsl:variable name="place" as="node()*" select="f:names($head?to)"/>
    <xsl:variable name="date" as="node()*" select="f:date($head?received)"/>
    <xsl:if test="exists(($place, $date))">
      <xsl:value-of select="f:string('letter.received') || f:string('mark.colon')"/>
      <xsl:sequence select="$place"/>
      <xsl:if test="exists($place) and exists($date)"><xsl:value-of select="f:string('mark.comma')"/></xsl:if>
      <xsl:sequence select="$date"/>
    </xsl:if>
  </xsl:function>

  <!-- How sure all this is, in words: for each question mark what it means, and what the editors go by. -->
  <xsl:function name="f:doubts" as="element()?">
    <xsl:param name="head" as="map(*)"/>
    <xsl:variable name="names" as="map(*)*" select="
      $head?(('senders', 'receivers', 'carriers', 'final', 'forwarders', 'copies', 'from', 'to'))?*[.?uncertain]"/>
    <xsl:variable name="dates" as="map(*)*" select="($head?date, $head?other_dates?*, $head?received)[.?uncertain]"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:for-each-group select="$names, $dates" group-by="f:doubt-words(if (exists(.?text)) then 'date.uncertain' else 'letter.uncertain', .)">
        <xsl:sequence select="string-join(current-group() ! (.?text, .?label)[1], f:string('list.comma')) || f:string('mark.colon') || current-grouping-key()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="exists($words)">
      <ul class="letter-doubts">
        <xsl:for-each select="$words">
          <li><xsl:value-of select="."/></li>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:doubt-words" as="xs:string">
    <xsl:param name="reason" as="xs:string"/>
    <xsl:param name="doubted" as="map(*)"/>
    <xsl:sequence select="
      f:string($reason) || f:string('certainty.is') || f:string-or-value('certainty', $doubted?uncertain)
      || (if ($doubted?evidence) then ' (' || f:string-or-value('evidence', $doubted?evidence) || ')' else '')"/>
  </xsl:function>

  <xsl:function name="f:worded" as="node()*">
    <xsl:param name="word" as="xs:string"/>
    <xsl:param name="names" as="array(*)?"/>
    <xsl:if test="exists($names?*)">
      <xsl:value-of select="f:string($word) || ' '"/>
      <xsl:sequence select="f:names($names)"/>
    </xsl:if>
  </xsl:function>

  <!-- A part of a line, kept together; nothing, where there is nothing. -->
  <xsl:function name="f:part" as="element()?">
    <xsl:param name="content" as="item()*"/>
    <xsl:if test="exists($content)">
      <span class="part"><xsl:sequence select="$content"/></span>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:parts-of-line" as="node()*">
    <xsl:param name="parts" as="element()*"/>
    <xsl:for-each select="$parts">
      <xsl:if test="position() gt 1">
        <xsl:text> </xsl:text>
        <span class="dot" aria-hidden="true">·</span>
        <xsl:text> </xsl:text>
      </xsl:if>
      <xsl:sequence select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- Where a conversation took place, with a mark of doubt. -->
  <xsl:function name="f:setting-place" as="node()*">
    <xsl:param name="place" as="element()"/>
    <xsl:apply-templates select="$place" mode="m:html"/>
    <xsl:if test="$place/@cert = ('low', 'medium', 'unknown')">
      <xsl:sequence select="f:doubt('letter.uncertain', $place/@cert)"/>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
