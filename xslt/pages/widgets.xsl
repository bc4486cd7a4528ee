<?xml version="1.0" encoding="UTF-8"?>
<!--
  Small things that many pages show: links, names with their doubts, dates, facts, neighbours.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A link where there is an address, else its label alone. -->
  <xsl:function name="f:link" as="node()">
    <xsl:param name="link" as="map(*)"/>
    <xsl:choose>
      <xsl:when test="normalize-space($link?url)">
        <a href="{$link?url}">
          <xsl:sequence select="string($link?label)"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:sequence select="string($link?label)"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A name in a letterhead: its link, the pseudonym in brackets, a mark of doubt. -->
  <xsl:function name="f:name" as="node()*">
    <xsl:param name="name" as="map(*)"/>
    <xsl:sequence select="f:link($name)"/>
    <xsl:if test="$name?as">
      <xsl:text> </xsl:text>
      <span class="pseudonym">
        <xsl:sequence select="'[' || f:string('letter.as-name') || ' '"/>
        <i><xsl:sequence select="string($name?as)"/></i>
        <xsl:text>]</xsl:text>
      </span>
    </xsl:if>
    <xsl:if test="$name?uncertain">
      <xsl:sequence select="f:doubt('letter.uncertain', $name?uncertain)"/>
    </xsl:if>
  </xsl:function>

  <!-- Names as an enumeration: a, b and c. -->
  <xsl:function name="f:names" as="node()*">
    <xsl:param name="names" as="array(*)?"/>
    <xsl:variable name="last" as="xs:integer" select="if (exists($names)) then array:size($names) else 0"
      xmlns:array="http://www.w3.org/2005/xpath-functions/array"/>
    <xsl:for-each select="$names?*">
      <xsl:if test="position() gt 1">
        <xsl:value-of select="f:string(if (position() eq $last) then 'list.and' else 'list.comma')"/>
      </xsl:if>
      <xsl:sequence select="f:name(.)"/>
    </xsl:for-each>
  </xsl:function>

  <!-- A question mark that says what is doubted, and how much. -->
  <xsl:function name="f:doubt" as="element()">
    <xsl:param name="reason" as="xs:string"/>
    <xsl:param name="certainty" as="xs:string"/>
    <xsl:variable name="words" as="xs:string"
      select="f:string($reason) || f:string('certainty.is') || f:string-or-value('certainty', $certainty)"/>
    <span class="doubt" title="{$words}">
      <xsl:text>?</xsl:text>
      <span class="visually-hidden">
        <xsl:sequence select="' (' || $words || ')'"/>
      </span>
    </span>
  </xsl:function>

  <!-- A date: machine-readable where HTML has a form for it, with a mark of doubt. -->
  <xsl:function name="f:date" as="node()*">
    <xsl:param name="date" as="map(*)?"/>
    <xsl:if test="exists($date)">
      <xsl:sequence select="f:time(string($date?text), string($date?iso))"/>
      <xsl:if test="$date?uncertain">
        <xsl:sequence select="f:doubt('date.uncertain', $date?uncertain)"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:time" as="node()">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="iso" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$iso">
        <time datetime="{$iso}">
          <xsl:sequence select="$text"/>
        </time>
      </xsl:when>
      <xsl:otherwise>
        <span>
          <xsl:sequence select="$text"/>
        </span>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A label with its value in a list of facts. -->
  <xsl:function name="f:fact" as="element()*">
    <xsl:param name="label" as="xs:string"/>
    <xsl:param name="value" as="item()*"/>
    <xsl:if test="exists($value)">
      <div>
        <dt><xsl:sequence select="$label"/></dt>
        <dd><xsl:sequence select="$value"/></dd>
      </div>
    </xsl:if>
  </xsl:function>

  <!-- Facts as maps of label, value and, where it leads somewhere, url. -->
  <xsl:function name="f:facts" as="element()*">
    <xsl:param name="facts" as="array(*)?"/>
    <xsl:for-each select="$facts?*">
      <xsl:sequence select="f:fact(string(.?label),
        if (.?url) then f:link(map{'url': .?url, 'label': .?value}) else string(.?value))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Links to what comes before and after; the label alone, where it leads somewhere itself. -->
  <xsl:function name="f:neighbours" as="element()?">
    <xsl:param name="label" as="node()*"/>
    <xsl:param name="previous" as="map(*)?"/>
    <xsl:param name="next" as="map(*)?"/>
    <xsl:if test="exists(($previous, $next, $label[. instance of element()]))">
      <div class="neighbours">
        <p class="neighbours-label">
          <xsl:sequence select="$label"/>
        </p>
        <xsl:sequence select="f:neighbour($previous, 'previous'), f:neighbour($next, 'next')"/>
      </div>
    </xsl:if>
  </xsl:function>

  <xsl:function name="f:neighbour" as="element()?">
    <xsl:param name="link" as="map(*)?"/>
    <xsl:param name="direction" as="xs:string"/>
    <xsl:if test="exists($link)">
      <a class="neighbour neighbour-{$direction}" href="{$link?url}">
        <span class="neighbour-direction">
          <xsl:sequence select="f:string('nav.' || $direction)"/>
        </span>
        <xsl:text> </xsl:text>
        <span class="neighbour-label">
          <xsl:sequence select="string($link?label)"/>
        </span>
        <xsl:text> </xsl:text>
        <span class="neighbour-date">
          <xsl:sequence select="string(($link?date, $link?count)[1])"/>
        </span>
      </a>
    </xsl:if>
  </xsl:function>

  <!-- The way back to the page above this one. -->
  <xsl:function name="f:up" as="element()?">
    <xsl:param name="link" as="map(*)?"/>
    <xsl:if test="exists($link)">
      <p class="up">
        <xsl:sequence select="f:string('nav.up') || ' '"/>
        <xsl:sequence select="f:link($link)"/>
      </p>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
