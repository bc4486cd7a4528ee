<?xml version="1.0" encoding="UTF-8"?>
<!--
  What happened to a document: who sent, carried and received it, where and when, as each source has
  it; who took part in a conversation; which documents it answers.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template name="t:transmission" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="source" as="document-node()" select="."/>
    <xsl:variable name="dates" as="map(*)*" select="$v:main?dates?*"/>
    <xsl:if test="exists(($v:main?letters?*, $dates))">
      <section class="document-transmission" aria-labelledby="document-transmission">
        <h2 id="document-transmission">
          <xsl:sequence select="f:string(if (exists($v:main?letters?*)) then 'document.transmission' else 'date.dates')"/>
        </h2>
        <xsl:for-each select="$v:main?letters?*">
          <xsl:variable name="number" as="xs:integer" select="position()"/>
          <xsl:if test="last() gt 1">
            <h3>
              <xsl:if test=".?id"><xsl:attribute name="id" select=".?id"/></xsl:if>
              <xsl:sequence select="f:correspondents(.?head)"/>
              <xsl:if test=".?kind"><xsl:value-of select="f:string('mark.comma') || .?kind"/></xsl:if>
            </h3>
          </xsl:if>
          <!-- A list for each action: a letter may be carried by several, one after the other. -->
          <xsl:for-each select=".?actions?*">
            <dl class="actions">
              <xsl:sequence select="f:action(., f:action-notes($source, $number, position(), .))"/>
            </dl>
          </xsl:for-each>
        </xsl:for-each>
        <xsl:if test="exists($dates)">
          <dl class="actions">
            <xsl:for-each select="$dates">
              <xsl:sequence select="f:fact(string(.?label), f:dated(.?date))"/>
            </xsl:for-each>
          </dl>
        </xsl:if>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One action: names and place on a line; the dates side by side; the remarks below. -->
  <xsl:function name="f:action" as="element()">
    <xsl:param name="action" as="map(*)"/>
    <xsl:param name="notes" as="element()*"/>
    <div class="action role-{$action?role}">
      <dt><xsl:sequence select="string($action?title)"/></dt>
      <dd>
        <p class="action-line">
          <xsl:sequence select="f:parts-of-line((
            f:part(f:names($action?names)),
            f:part(f:names($action?places)),
            f:part(f:dated($action?date)[empty($action?alternatives?*)])))"/>
        </p>
        <xsl:if test="exists($action?alternatives?*)">
          <ul class="dates">
            <xsl:for-each select="$action?date, $action?alternatives?*">
              <li class="{if (position() eq 1) then 'date-preferred' else 'date-alternative'}">
                <xsl:sequence select="f:dated(.)"/>
              </li>
            </xsl:for-each>
          </ul>
        </xsl:if>
        <xsl:for-each select="$notes">
          <div class="action-note"><xsl:sequence select="@lang, @dir, node()"/></div>
        </xsl:for-each>
      </dd>
    </div>
  </xsl:function>

  <!-- A date with the wording of the source, where that says more. -->
  <xsl:function name="f:dated" as="node()*">
    <xsl:param name="date" as="map(*)?"/>
    <xsl:if test="exists($date)">
      <xsl:variable name="wording" as="xs:string" select="string($date?wording)"/>
      <xsl:choose>
        <xsl:when test="starts-with($wording, tokenize($date?text, ',')[1])">
          <xsl:sequence select="f:date(map:put($date, 'text', $wording))"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:date($date)"/>
          <xsl:if test="$wording">
            <xsl:text> </xsl:text>
            <span class="wording"><xsl:sequence select="'(' || $wording || ')'"/></span>
          </xsl:if>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:if>
  </xsl:function>

  <!-- The notes of an action: with their markup where the source has the action at this place, else
       their text alone. -->
  <xsl:function name="f:action-notes" as="element()*">
    <xsl:param name="source" as="document-node()"/>
    <xsl:param name="letter" as="xs:integer"/>
    <xsl:param name="number" as="xs:integer"/>
    <xsl:param name="action" as="map(*)"/>
    <xsl:variable name="descriptions" as="element()*" select="$source//profileDesc//correspDesc"/>
    <xsl:variable name="notes" as="element()*" select="
      $descriptions[count($descriptions) eq count($v:main?letters?*)][$letter]/correspAction[$number]/(note | p | ab)[normalize-space()]"/>
    <xsl:choose>
      <xsl:when test="exists($notes)">
        <xsl:for-each select="$notes">
          <div><xsl:sequence select="f:own-language(.)"/><xsl:apply-templates select="." mode="m:html"/></div>
        </xsl:for-each>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="$action?notes?*">
          <div><p><xsl:sequence select="string(.)"/></p></div>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:template name="t:participants" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:if test="exists($v:main?participants?*)">
      <section class="document-participants" aria-labelledby="document-participants">
        <h2 id="document-participants">
          <xsl:sequence select="f:string(if ($v:main?authored) then 'document.authors' else 'document.participants')"/>
        </h2>
        <ul class="participants">
          <xsl:for-each select="$v:main?participants?*">
            <li>
              <xsl:sequence select="f:link(.)"/>
              <xsl:if test="not($v:main?authored)">
                <xsl:text> </xsl:text>
                <span class="name-role"><xsl:sequence select="string-join(.?functions?*, f:string('list.comma'))"/></span>
              </xsl:if>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What it answers, what answers it, and what else belongs to it. -->
  <xsl:template name="t:related" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="items" as="element()*" select="//notesStmt/relatedItem[normalize-space()]"/>
    <xsl:variable name="notes" as="element()*" select="//correspDesc/correspContext/note[normalize-space()]"/>
    <xsl:if test="exists(($v:main?related?*, $items))">
      <section class="document-related" aria-labelledby="document-related">
        <h2 id="document-related"><xsl:sequence select="f:string('document.related')"/></h2>
        <dl class="related">
          <xsl:for-each-group select="$v:main?related?*, $items" group-by="f:relation(.)">
            <div>
              <dt><xsl:sequence select="current-grouping-key()"/></dt>
              <xsl:for-each select="current-group()">
                <dd><xsl:sequence select="f:related(.)"/></dd>
              </xsl:for-each>
            </div>
          </xsl:for-each-group>
        </dl>
        <xsl:for-each select="$notes">
          <div class="action-note"><xsl:sequence select="f:own-language(.)"/><xsl:apply-templates select="." mode="m:html"/></div>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What a related document is to this one, in words. -->
  <xsl:function name="f:relation" as="xs:string">
    <xsl:param name="related" as="item()"/>
    <xsl:sequence select="
      if ($related instance of map(*)) then $related?relation
      else f:string-or-value('relation', string(($related/@type, 'related')[1]))"/>
  </xsl:function>

  <!-- The related document: from the index, or an item of the header. -->
  <xsl:function name="f:related" as="node()*">
    <xsl:param name="related" as="item()"/>
    <xsl:choose>
      <xsl:when test="$related instance of element()">
        <xsl:apply-templates select="$related/*" mode="m:html"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="f:related-letter($related)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="f:related-letter" as="node()*">
    <xsl:param name="related" as="map(*)"/>
    <xsl:choose>
      <xsl:when test="$related?url">
        <xsl:sequence select="f:link($related)"/>
        <xsl:if test="$related?date"><xsl:value-of select="f:string('mark.comma') || $related?date"/></xsl:if>
      </xsl:when>
      <xsl:otherwise>
        <span><xsl:sequence select="string($related?wording)"/></span>
      </xsl:otherwise>
    </xsl:choose>
    <xsl:if test="$related?uncertain">
      <xsl:sequence select="f:doubt('relation.uncertain', $related?uncertain)"/>
    </xsl:if>
    <xsl:if test="$related?missing">
      <xsl:text> </xsl:text>
      <span class="missing"><xsl:sequence select="'(' || f:string('document.missing') || ')'"/></span>
    </xsl:if>
  </xsl:function>
</xsl:stylesheet>
