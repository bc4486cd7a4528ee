<?xml version="1.0" encoding="UTF-8"?>
<!--
  What may stand where: TEI lets a list stand in a paragraph and a paragraph in a name, HTML does
  not. These functions decide for each element whether it makes a block, so that what is around it
  is made of HTML elements that may hold one. And the default content of every element.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <!-- Elements that divide a text. -->
  <xsl:variable name="v:divisions" as="xs:string+" select="
    'TEI', 'text', 'group', 'front', 'body', 'back', 'div', 'div1', 'div2', 'div3', 'div4', 'div5', 'div6', 'div7',
    'floatingText', 'abstract', 'titlePage', 'argument', 'epigraph', 'attachment', 'sourceDoc', 'surface', 'surfaceGrp', 'zone'"/>

  <!-- Elements that are blocks wherever they stand. -->
  <xsl:variable name="v:blocks" as="xs:string+" select="
    $v:divisions, 'p', 'ab', 'head', 'list', 'table', 'lg', 'sp', 'opener', 'closer', 'postscript', 'trailer',
    'figure', 'listBibl', 'listPerson', 'listPlace', 'listOrg', 'listEvent', 'listApp', 'listWit', 'listRelation',
    'biblStruct', 'msDesc', 'titlePart', 'docTitle', 'docImprint', 'castList', 'noteGrp', 'line', 'eg', 'standOff'"/>

  <!-- Elements that are blocks between blocks, and inline within a line. -->
  <xsl:variable name="v:hybrids" as="xs:string+" select="
    'salute', 'signed', 'dateline', 'byline', 'address', 'addrLine', 'l', 'q', 'quote', 'cit', 'said', 'label',
    'bibl', 'speaker', 'stage', 'desc', 'fw', 'stamp', 'note', 'imprimatur', 'docAuthor', 'docDate', 'docEdition', 'witness'"/>

  <!-- Elements between whose children only blocks stand, so that a hybrid there is one. -->
  <xsl:variable name="v:block-parents" as="xs:string+" select="
    $v:divisions, 'opener', 'closer', 'postscript', 'lg', 'sp', 'address', 'figure', 'list', 'listWit', 'docTitle',
    'listBibl', 'person', 'place', 'org', 'event'"/>

  <!-- In which of these lists a name is: looked up for every element of a text, so no list is walked. -->
  <xsl:variable name="v:kinds-of" as="map(xs:string, xs:string+)" select="
    map:merge(
      ($v:divisions ! map{.: 'division'}, $v:blocks ! map{.: 'block'}, $v:hybrids ! map{.: 'hybrid'},
        $v:block-parents ! map{.: 'block-parent'}),
      map{'duplicates': 'combine'})"/>

  <!-- Whether an element becomes a block. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="name" as="xs:string" select="local-name($element)"/>
    <xsl:variable name="kinds" as="xs:string*" select="$v:kinds-of($name)"/>
    <xsl:sequence select="
      if (empty($kinds) or f:stands-apart($element)) then false()
      else if ($kinds = 'block') then not(
        $name eq 'list' and (f:renditions($element), $element/@type) = 'inline' or f:is-inline-figure($element))
      else if ($kinds = 'hybrid') then
        ($v:kinds-of(local-name($element/..)) = 'block-parent' and not(f:renditions($element) = 'inline')
          or f:renditions($element) = 'block' or f:holds-blocks($element))
      else false()"/>
  </xsl:function>

  <!-- Whether an element has a block somewhere inside, where readers see it. -->
  <xsl:function name="f:holds-blocks" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      some $child in $element/*
      satisfies (f:is-block($child)
        or exists($child/*) and not(f:stands-apart($child)) and f:holds-blocks($child))"/>
  </xsl:function>

  <!-- "div" where the element is or holds a block, else "span". -->
  <xsl:function name="f:html-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:is-block($element) or f:holds-blocks($element)) then 'div' else 'span'"/>
  </xsl:function>

  <!-- $name where the element holds phrases alone, else "div": for i, sup, cite … -->
  <xsl:function name="f:html-name" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="if (f:html-name($element) eq 'div') then 'div' else $name"/>
  </xsl:function>

  <!-- Whether an element is shown elsewhere than where it stands, or not at all: a numbered note, a
       reading that is not in the text, what is about the text. -->
  <xsl:function name="f:stands-apart" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      f:is-numbered($element)
      or local-name($element) = ('teiHeader', 'standOff', 'listRelation', 'interpGrp', 'witDetail')
      or (local-name($element/..) eq 'app' and not($element is f:lemma($element/..)))"/>
  </xsl:function>

  <xsl:template match="*" mode="m:content" as="node()*">
    <xsl:apply-templates mode="m:html"/>
    <xsl:call-template name="t:inner-references"/>
  </xsl:template>

  <xsl:template match="text()" mode="m:html" as="text()">
    <xsl:sequence select="."/>
  </xsl:template>

</xsl:stylesheet>
