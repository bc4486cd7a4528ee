<?xml version="1.0" encoding="UTF-8"?>
<!--
  Attributes of the HTML that a TEI element becomes: class tei-NAME, a data- attribute for each TEI
  attribute, id, lang and dir. Made here alone, so that one rule in mode m:attributes changes them.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <xsl:key name="f:element-by-id" match="*[@xml:id]" use="string(@xml:id)"/>

  <xsl:template match="*" mode="m:attributes" as="attribute()*">
    <xsl:attribute name="class" select="'tei-' || local-name(), f:renditions(.) ! ('rend-' || .)"/>
    <xsl:if test="@*">
      <xsl:variable name="id" as="xs:string?" select="f:id(.)"/>
      <xsl:if test="exists($id)">
        <xsl:attribute name="id" select="$id"/>
      </xsl:if>
      <xsl:apply-templates select="@*[not(name() eq 'style' or starts-with(name(), 'xml:'))]" mode="m:attributes"/>
      <xsl:apply-templates select="@xml:lang" mode="m:attributes"/>
    </xsl:if>
  </xsl:template>

  <!-- A name that HTML can bear: data-when-iso of @when-iso, data-doc-datetime-min of @frus:… -->
  <xsl:template match="@*" mode="m:attributes" as="attribute()*">
    <xsl:if test="namespace-uri() eq '' or empty(../@*[namespace-uri() eq '' and local-name() eq local-name(current())])">
      <xsl:attribute name="data-{lower-case(translate(local-name(), '_', '-'))}" select="normalize-space()"/>
    </xsl:if>
  </xsl:template>

  <xsl:template match="@xml:lang" mode="m:attributes" as="attribute()*">
    <xsl:variable name="tag" as="xs:string?" select="f:language(.)"/>
    <xsl:if test="exists($tag)">
      <xsl:attribute name="lang" select="$tag"/>
      <xsl:variable name="around" as="xs:string"
        select="if (../..[self::*]) then f:direction-at(../..) else $v:direction"/>
      <xsl:if test="f:direction($tag) ne $around">
        <xsl:attribute name="dir" select="f:direction($tag)"/>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The id of an element in the page: its xml:id, where no other element before it has the same. -->
  <xsl:function name="f:id" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="id" as="xs:string" select="string($element/@xml:id)"/>
    <xsl:if test="$id and not(matches($id, '\s'))">
      <xsl:sequence select="$id[key('f:element-by-id', $id, root($element))[1] is $element]"/>
    </xsl:if>
  </xsl:function>

  <!-- An id of our own making, told apart from the xml:ids of the source. -->
  <xsl:function name="f:free-id" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:param name="wish" as="xs:string"/>
    <xsl:sequence select="
      if (empty(key('f:element-by-id', $wish, root($node)))) then $wish else f:free-id($node, $wish || '-')"/>
  </xsl:function>

  <!-- Our small vocabulary of renditions, and what editions write for each (lower case, without
       the # of a pointer). What is not here stays readable in data-rend, for the edition's own CSS. -->
  <xsl:variable name="v:renditions" as="map(xs:string, xs:string)" select="map:merge((
      ('italic', 'italics', 'i', 'it', 'kursiv', 'cursive', 'ital') ! map{.: 'italic'},
      ('bold', 'b', 'fett', 'strong', 'bf') ! map{.: 'bold'},
      ('underline', 'underlined', 'u', 'ul', 'underscore', 'unterstrichen') ! map{.: 'underline'},
      ('double-underline', 'doubleunderline', 'underline-double', 'uu') ! map{.: 'double-underline'},
      ('sup', 'superscript', 'super', 'hochgestellt') ! map{.: 'sup'},
      ('sub', 'subscript', 'tiefgestellt') ! map{.: 'sub'},
      ('smallcaps', 'small-caps', 'sc', 'smcap', 'kapitaelchen') ! map{.: 'smallcaps'},
      ('caps', 'capitals', 'allcaps', 'uppercase', 'versal') ! map{.: 'caps'},
      ('strike', 'strikethrough', 'line-through', 'overstrike', 'durchgestrichen') ! map{.: 'strike'},
      ('spaced', 'spaced_out', 'spaced-out', 'gesperrt', 'letterspaced', 'space') ! map{.: 'spaced'},
      ('small', 'smaller') ! map{.: 'small'},
      ('large', 'larger', 'big') ! map{.: 'large'},
      ('typewriter', 'tt', 'monospace', 'typescript') ! map{.: 'typewriter'},
      ('latintype', 'antiqua', 'aq', 'latin') ! map{.: 'latintype'},
      ('pre-print', 'printed', 'preprint', 'letterhead') ! map{.: 'printed'},
      ('left', 'align-left', 'flushleft') ! map{.: 'left'},
      ('right', 'align-right', 'flushright') ! map{.: 'right'},
      ('center', 'centre', 'centered', 'align-center', 'zentriert') ! map{.: 'center'},
      ('indent', 'indented', 'einzug') ! map{.: 'indent'},
      ('block', 'display') ! map{.: 'block'},
      ('inline') ! map{.: 'inline'}
    ))" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>

  <!-- How an element is set, in our vocabulary: from @rend, @rendition and the alignment in @style. -->
  <xsl:function name="f:renditions" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="tokens" as="xs:string*" select="
      if (not($element[@rend or @rendition or @style])) then ()
      else (tokenize($element/@rend), tokenize($element/@rendition) ! replace(., '^.*#|^[a-z]+:', ''),
      tokenize($element/@style, ';')[matches(., '^\s*(text-align|font-style|font-weight)\s*:')]
        ! normalize-space(substring-after(., ':')))"/>
    <xsl:sequence select="distinct-values($tokens ! $v:renditions(lower-case(.)))"/>
  </xsl:function>

</xsl:stylesheet>
