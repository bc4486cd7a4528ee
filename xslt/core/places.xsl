<?xml version="1.0" encoding="UTF-8"?>
<!--
  Where notes belong: to which place in the text, under which number. A note stands inline, or apart
  with a pointer to it from the text, or apart with @target to a place in the text; readers see the
  same for all three. Computed once for a page; nothing here makes HTML.
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

  <!-- The tree of the page's source. -->
  <xsl:variable name="v:source" as="document-node()?" select="root(.)[. instance of document-node()]"/>

  <xsl:key name="f:pointing" match="ptr | ref" use="tokenize(@target)[starts-with(., '#')]"/>

  <!-- Elements that only hold others: a reference cannot stand in them, only in what they hold. -->
  <xsl:variable name="v:structural" as="xs:string+" select="
    $v:divisions, 'list', 'table', 'row', 'lg', 'sp', 'listBibl', 'choice', 'subst', 'app', 'figure', 'opener', 'closer',
    'postscript', 'address'"/>

  <!-- All notes to the text, as against notes that are content: of a register entry, a bibliographic
       item, an apparatus entry, or of the header outside its prose. -->
  <xsl:variable name="v:candidates" as="element(note)*" select="
    $v:source//note[f:is-within-text(.) or ancestor::standOff]
      [not(f:renditions(.) = 'inline' or tokenize(@place) = 'inline')]
      [not(ancestor::figDesc or ancestor::index or ancestor::interp)]
      [not(local-name(..) = ('app', 'rdgGrp', 'person', 'personGrp', 'place', 'org', 'event', 'bibl', 'biblStruct',
        'monogr', 'relatedItem', 'correspAction', 'correspDesc'))]"/>

  <!-- The place of each note that has one, by the note's generate-id(). -->
  <xsl:variable name="v:place-of" as="map(xs:string, element())" select="
    map:merge(for $note in $v:candidates, $place in f:place($note) return map{generate-id($note): $place})"/>

  <!-- The notes of each place, by the place's generate-id(). -->
  <xsl:variable name="v:places" as="map(xs:string, element(note)+)" select="
    map:merge(
      for $note in $v:candidates, $place in $v:place-of(generate-id($note)) return map{generate-id($place): $note},
      map{'duplicates': 'combine'})"/>

  <!-- All notes that have a place, in the order of their places. -->
  <xsl:variable name="v:notes" as="element(note)*" select="
    let $places := ($v:candidates ! $v:place-of(generate-id())) | ()
    return $places ! $v:places(generate-id())"/>

  <!-- Entries of the critical apparatus at their places: an entry that stands apart belongs to where its
       @to, @from or @corresp leads, if it leads anywhere. -->
  <xsl:variable name="v:place-of-app" as="map(xs:string, element())" select="
    map:merge(
      for $app in $v:source//app[f:is-within-text(.)][not(ancestor::figDesc or ancestor::index)],
        $place in if (f:is-apart($app)) then f:place-in-text($app, ($app/@to, $app/@from, $app/@corresp)) else $app
      return map{generate-id($app): $place})"/>
  <xsl:variable name="v:apps-at" as="map(xs:string, element(app)+)" select="
    map:merge(
      for $app in $v:source//app, $place in $v:place-of-app(generate-id($app)) return map{generate-id($place): $app},
      map{'duplicates': 'combine'})"/>

  <!-- All entries that have a place, in the order of their places. -->
  <xsl:variable name="v:apps" as="element(app)*" select="
    let $places := map:for-each($v:place-of-app, function($id, $place) {$place}) | ()
    return $places ! $v:apps-at(generate-id())"/>

  <!-- Whether an entry of the apparatus stands apart from its text (TEI Guidelines, 13.2): its lemma only
       repeats words that are there. -->
  <xsl:function name="f:is-apart" as="xs:boolean">
    <xsl:param name="app" as="element(app)"/>
    <xsl:sequence select="exists($app/(parent::listApp, @from, @to, @loc))"/>
  </xsl:function>

  <!-- Ids of notes and entries in the page, by generate-id(): note-1, reading-1 … -->
  <xsl:variable name="v:ordinals" as="map(xs:string, xs:string)" select="
    map:merge((
      for $i in 1 to count($v:notes) return map{generate-id($v:notes[$i]): 'note-' || $i},
      for $i in 1 to count($v:apps) return map{generate-id($v:apps[$i]): 'reading-' || $i}))"/>

  <!-- What readers see: for notes the editor's own numbers, where every note has one of its own, else
       1, 2, 3 …; for entries of the apparatus a, b, c … -->
  <xsl:variable name="v:labels" as="map(xs:string, xs:string)">
    <xsl:variable name="own" as="xs:string*" select="
      $v:notes ! normalize-space(string(($v:place-of(generate-id())/@n, @n)[normalize-space()][1]))"/>
    <xsl:variable name="use-own" as="xs:boolean" select="
      (every $label in $own satisfies string-length($label) = 1 to 5)
      and count(distinct-values($own)) eq count($own)"/>
    <xsl:sequence select="
      map:merge((
        for $i in 1 to count($v:notes) return map{generate-id($v:notes[$i]): if ($use-own) then $own[$i] else string($i)},
        for $i in 1 to count($v:apps) return map{generate-id($v:apps[$i]): format-integer($i, 'a')}))"/>
  </xsl:variable>

  <!-- Whether a node is text of the document or prose about it, as against metadata. A letter that was
       split out of a file of many is a source without a header. -->
  <xsl:function name="f:is-within-text" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      exists($node/ancestor::*[self::text or self::abstract or self::note or self::line])
      or exists(root($node)/(div | div1 | div2 | div3 | div4 | div5 | div6 | div7 | floatingText))"/>
  </xsl:function>

  <!-- Whether a note stands at its place: within a line or block of text, not in a list of notes. -->
  <xsl:function name="f:is-inline-note" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="around" as="element()*" select="$note/ancestor::*"/>
    <xsl:sequence select="
      (exists($note/../text()[normalize-space()]) and f:is-within-text($note) or exists($around[not(local-name() = ($v:divisions, 'standOff', 'listAnnotation', 'annotation', 'annotationBlock', 'noteGrp'))]
        [f:is-within-text(.) or self::note]))
      and not($around/self::div/@type ! lower-case(.) = ('notes', 'footnotes', 'endnotes', 'annotations'))"/>
  </xsl:function>

  <!-- The element in the text at which the reference to a note stands; the note itself, where it is
       inline; nothing, where it belongs to no place. -->
  <xsl:function name="f:place" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="pointing" as="element()*" select="
      if (f:is-inline-note($note) or not($note/@xml:id)) then ()
      else key('f:pointing', '#' || $note/@xml:id, root($note))[f:is-within-text(.)]"/>
    <xsl:variable name="pointer" as="element()?" select="
      ($pointing[not(ancestor::note)], $pointing)[not(. intersect $note//*)] => f:prefer-ptr()"/>
    <xsl:variable name="target" as="element()?" select="f:target($note)"/>
    <xsl:sequence select="
      if (f:is-inline-note($note)) then $note
      else if (exists($pointer)) then $pointer
      else $target/descendant-or-self::*[not(local-name() = $v:structural)][1]"/>
  </xsl:function>

  <xsl:function name="f:prefer-ptr" as="element()?">
    <xsl:param name="pointers" as="element()*"/>
    <xsl:sequence select="($pointers[self::ptr], $pointers)[1]"/>
  </xsl:function>

  <!-- What a note's @targetEnd, @target or @corresp points at in the same text. -->
  <xsl:function name="f:target" as="element()?">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
      f:led-to($note, ($note/@targetEnd, $note/@target, $note/@corresp,
        $note/ancestor::*[self::annotation or self::annotationBlock][1]/@target))"/>
  </xsl:function>

  <!-- The first element in the text that some attributes lead to, outside the one that has them. -->
  <xsl:function name="f:led-to" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="attributes" as="attribute()*"/>
    <xsl:sequence select="
      ($attributes ! tokenize(.)[starts-with(., '#')] ! key('f:element-by-id', substring(., 2), root($element))[1])
        [f:is-within-text(.)][not(. intersect $element/(ancestor-or-self::* | descendant::*))][1]"/>
  </xsl:function>

  <!-- That element, or the first in it at which a reference can stand. -->
  <xsl:function name="f:place-in-text" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="attributes" as="attribute()*"/>
    <xsl:sequence select="
      f:led-to($element, $attributes)/descendant-or-self::*[not(local-name() = $v:structural)][1]"/>
  </xsl:function>

  <!-- Whether an element is a note that is shown at a place in the text, under a number. -->
  <xsl:function name="f:is-numbered" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element instance of element(note) and map:contains($v:ordinals, generate-id($element))"/>
  </xsl:function>

  <!-- The elements at which references stand, by generate-id(). -->
  <xsl:variable name="v:referring" as="map(xs:string, xs:boolean)" select="
    map:merge((map:keys($v:places), map:keys($v:apps-at)) ! map{.: true()})"/>
  <xsl:variable name="v:refers" as="xs:boolean" select="map:size($v:referring) gt 0"/>

  <!-- The places of notes and apparatus in some nodes, but not those within the notes there. -->
  <xsl:function name="f:places-in" as="element()*">
    <xsl:param name="nodes" as="node()*"/>
    <xsl:if test="$v:refers">
      <xsl:variable name="owner" as="element()?" select="$nodes[1]/ancestor::note[f:is-numbered(.)][1]"/>
      <xsl:sequence select="
        $nodes/descendant-or-self::*[map:contains($v:referring, generate-id())]
          [generate-id(ancestor::note[f:is-numbered(.)][1]) eq generate-id($owner)]"/>
    </xsl:if>
  </xsl:function>

  <!-- Whether references to notes or readings stand at an element. -->
  <xsl:function name="f:has-references" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$v:refers and map:contains($v:referring, generate-id($element))"/>
  </xsl:function>

  <!-- The id of a note or entry in the page, and of the reference to it. An app's own xml:id is that of
       its lemma in the text. -->
  <xsl:function name="f:note-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="($note[self::note] ! f:id(.), f:free-id($note, $v:ordinals(generate-id($note))))[1]"/>
  </xsl:function>

  <xsl:function name="f:reference-id" as="xs:string">
    <xsl:param name="note" as="element()"/>
    <xsl:sequence select="f:free-id($note, 'ref-' || $v:ordinals(generate-id($note)))"/>
  </xsl:function>

</xsl:stylesheet>
