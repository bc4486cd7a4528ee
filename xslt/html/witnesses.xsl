<?xml version="1.0" encoding="UTF-8"?>
<!--
  The critical apparatus once more, by witness: where each departs from the text, and how it reads there.
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

  <!-- A list that opens for each witness; the witnesses as they are described, then as they come. -->
  <xsl:template name="t:witness-lists" as="element()*">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="described" as="element()*" select="//witness"/>
    <xsl:variable name="order" as="xs:string*" select="$described ! f:siglum('#' || (@xml:id, @n)[1], .)"/>
    <xsl:for-each-group select="$v:apps ! f:departing(.)" group-by="f:sigla(.)">
      <xsl:sort select="(index-of($order, current-grouping-key()), count($order) + position())[1]"/>
      <xsl:variable name="siglum" as="xs:string" select="current-grouping-key()"/>
      <details class="witness">
        <summary>
          <b class="tei-wit">
            <xsl:value-of select="$siglum"/>
          </b>
          <xsl:for-each select="$described[index-of($order, $siglum)[1]][normalize-space() ne $siglum]">
            <xsl:text> </xsl:text>
            <span>
              <xsl:sequence select="f:own-language(.)"/>
              <xsl:value-of select="f:shortened(f:text(.))"/>
            </span>
          </xsl:for-each>
          <xsl:text> </xsl:text>
          <span class="witness-count">
            <xsl:value-of select="f:string('witness.readings', map{'n': count(current-group())})"/>
          </span>
        </summary>
        <!-- The language is said once where all readings are in the same. -->
        <xsl:variable name="languages" as="xs:string*" select="distinct-values(current-group() ! string(f:language(ancestor-or-self::*[@xml:lang][1]/@xml:lang)))"/>
        <ul>
          <xsl:sequence select="current-group()[1][count($languages) eq 1] ! f:own-language(.)"/>
          <xsl:for-each select="current-group()">
            <li>
              <xsl:call-template name="t:departure">
                <xsl:with-param name="mixed" select="count($languages) gt 1"/>
              </xsl:call-template>
            </li>
          </xsl:for-each>
        </ul>
      </details>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Its place in the text, what stands there, and the reading: short, since a collation has thousands. -->
  <xsl:template name="t:departure" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <xsl:param name="mixed" as="xs:boolean"/>
    <xsl:variable name="app" as="element(app)" select="ancestor::app[1]"/>
    <a href="#{f:reference-id($app)}">
      <xsl:sequence select=".[$mixed] ! f:own-language(.)"/>
      <xsl:value-of select="
        $v:labels(generate-id($app)), (f:shortened(f:text(f:lemma($app)))[.], f:string('app.omitted'))[1] || ']', (f:text(.)[.], f:string('app.omitted'))[1]"/>
    </a>
  </xsl:template>

  <!-- The readings of an entry that are not those of the text. -->
  <xsl:function name="f:departing" as="element()*">
    <xsl:param name="app" as="element(app)"/>
    <xsl:variable name="lemma" as="element()?" select="f:lemma($app)"/>
    <xsl:sequence select="
      $app/descendant::rdg[not(. is $lemma)][ancestor::app[1] is $app][not(f:text(.)[.] = f:text($lemma))]"/>
  </xsl:function>

</xsl:stylesheet>
