<?xml version="1.0" encoding="UTF-8"?>
<!--
  Switches for readers: between the text for reading and the source as it is written, for each
  phenomenon. Only those that change something in the text at hand; CSS does the rest, without scripts.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:t="urn:tei-edition:templates"
  xmlns:v="urn:tei-edition:variables"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The switches that a text is worth, as a group of check boxes; nothing where it is worth none. The script
       beside them runs before the text is read: what the reader chose holds from the first line. -->
  <xsl:template name="t:views" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="diplomatic" as="xs:string*" select="f:diplomatic-views(.)"/>
    <xsl:variable name="kinds" as="xs:string*" select="f:kinds-of-names(.)"/>
    <xsl:if test="exists(($diplomatic, $kinds))">
      <fieldset class="tei-views">
        <legend>
          <xsl:value-of select="f:string('view.title')"/>
        </legend>
        <xsl:if test="count($diplomatic) gt 1">
          <xsl:sequence select="f:switch('all')"/>
        </xsl:if>
        <xsl:choose>
          <xsl:when test="count($diplomatic) gt 1">
            <details>
              <summary>
                <xsl:value-of select="f:string('view.details')"/>
              </summary>
              <xsl:sequence select="$diplomatic ! f:switch(.)"/>
            </details>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="$diplomatic ! f:switch(.)"/>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:if test="exists($kinds)">
          <xsl:sequence select="f:switch('names')"/>
          <span class="tei-views-key">
            <xsl:for-each select="$kinds">
              <span class="ref-{.}">
                <xsl:value-of select="f:string('nav.' || . || 's')"/>
              </span>
              <xsl:text> </xsl:text>
            </xsl:for-each>
          </span>
        </xsl:if>
      </fieldset>
      <script src="{f:url('assets/js/views.js')}"/>
    </xsl:if>
  </xsl:template>

  <!-- Page breaks are there for citing, so that they are shown until a reader does without them. -->
  <xsl:function name="f:switch" as="element(label)" xpath-default-namespace="">
    <xsl:param name="view" as="xs:string"/>
    <label>
      <input type="checkbox" id="page-show-{$view}">
        <xsl:if test="$view eq 'pages'">
          <xsl:attribute name="checked" select="'checked'"/>
        </xsl:if>
      </input>
      <xsl:value-of select="' ' || f:string('view.' || $view)"/>
    </label>
  </xsl:function>

  <!-- What of the source's own form a text has: lines, abbreviations … -->
  <xsl:function name="f:diplomatic-views" as="xs:string*">
    <xsl:param name="source" as="document-node()"/>
    <xsl:variable name="text" as="element()*" select="
      $source//(pb | choice | ex | am | add | del)[f:is-within-text(.) and not(ancestor::figDesc)]"/>
    <xsl:variable name="choices" as="element(choice)*" select="$text/self::choice[count(*) gt 1]"/>
    <xsl:sequence select="
      'lines'[exists($source//(p | ab | opener | closer | postscript)[f:is-within-text(.)][f:lineation(.)])],
      'abbreviations'[exists(($choices[abbr | am], $text[self::ex | self::am][not(ancestor::choice)]))],
      'corrections'[exists($choices[sic])],
      'spelling'[exists($choices[orig])],
      'changes'[exists($text[self::add | self::del])],
      'pages'[exists($text/self::pb)]"/>
  </xsl:function>

  <!-- The kinds of register to which names in the text lead. -->
  <xsl:function name="f:kinds-of-names" as="xs:string*">
    <xsl:param name="source" as="document-node()"/>
    <xsl:variable name="kinds" as="xs:string*" select="
      $source//*[@ref or @key][f:is-within-text(.)] ! f:first-link((f:pointers(@ref), f:pointers(@key)))?kind"/>
    <xsl:sequence select="('person', 'place', 'organisation', 'work', 'event')[. = $kinds]"/>
  </xsl:function>

</xsl:stylesheet>
