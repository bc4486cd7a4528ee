<?xml version="1.0" encoding="UTF-8"?>
<!--
  What a register says of a person, place, organisation or event, beyond its names: in prose where it is
  prose, as a line where it is data. The page of an entry calls it; so does a register inside a text.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- A register inside a document: a list of its entries; folded up at the end of a text, where it
       only repeats what the names say. -->
  <xsl:template match="listPerson | listPlace | listOrg | listEvent | listNym | listObject" mode="m:html" as="element()">
    <div class="tei-list-group">
      <xsl:apply-templates select="head | desc" mode="m:html"/>
      <xsl:call-template name="t:entries"/>
    </div>
  </xsl:template>

  <xsl:template match="back/listPerson | back/listPlace | back/listOrg | back/listEvent | back/listBibl" mode="m:html" as="element()" priority="1">
    <details class="tei-list-group">
      <summary>
        <xsl:choose>
          <xsl:when test="head[normalize-space()]">
            <xsl:apply-templates select="head" mode="m:content"/>
          </xsl:when>
          <xsl:otherwise>
            <span class="tei-added">
              <xsl:value-of select="f:string('register.' || local-name())"/>
            </span>
          </xsl:otherwise>
        </xsl:choose>
      </summary>
      <xsl:apply-templates select="desc" mode="m:html"/>
      <xsl:call-template name="t:entries"/>
    </details>
  </xsl:template>

  <xsl:template name="t:entries" as="element()">
    <xsl:context-item as="element()" use="required"/>
    <ul>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <xsl:for-each select="(* | text()[normalize-space()]) except (head, desc, relation, listRelation)">
        <li>
          <xsl:apply-templates select="." mode="m:html"/>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template match="person | personGrp | personage | place | org | event | nym | object" mode="m:html" as="element()">
    <div>
      <xsl:apply-templates select="." mode="m:attributes"/>
      <b class="tei-entry-name">
        <xsl:value-of select="f:entry-name(.)"/>
      </b>
      <xsl:if test="exists((birth[1], death[1])[f:life-date(.)])">
        <xsl:text> </xsl:text>
        <span class="tei-entry-dates">
          <xsl:value-of select="'(' || f:life(birth[1], death[1]) || ')'"/>
        </span>
      </xsl:if>
      <xsl:for-each select="occupation[normalize-space()] | residence[normalize-space()] | state[normalize-space()]">
        <xsl:text>, </xsl:text>
        <xsl:apply-templates select="." mode="m:html"/>
      </xsl:for-each>
      <xsl:apply-templates select="(note | desc | p)[matches(., '\p{L}')]" mode="m:html"/>
    </div>
  </xsl:template>

  <!-- The name of an entry: the preferred one, else the first. Surname and forename are told apart. -->
  <xsl:function name="f:entry-name" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:variable name="names" as="element()*" select="
      $entry/(persName | placeName | orgName | geogName | settlement | country | name | label | head | title | eventName | objectName)"/>
    <xsl:variable name="name" as="element()?" select="
      ($names[@type = ('preferred', 'pref', 'main', 'reg', 'label')], $names[@full = 'yes'], $names)[1]"/>
    <xsl:sequence select="
      if ($name/surname and $name/forename and not($name/text()[normalize-space()]))
      then string-join(($name/forename, $name/nameLink, $name/surname) ! f:text(.), ' ')
      else if (exists($name)) then f:text($name)
      else string(($entry/@n, $entry/@xml:id, '')[1])"/>
  </xsl:function>

  <xsl:function name="f:life" as="xs:string">
    <xsl:param name="birth" as="element()?"/>
    <xsl:param name="death" as="element()?"/>
    <xsl:variable name="from" as="xs:string" select="f:life-date($birth)"/>
    <xsl:variable name="to" as="xs:string" select="f:life-date($death)"/>
    <xsl:sequence select="
      if ($from and $to) then $from || '–' || $to
      else if ($from) then f:string('entry.born', map{'n': $from})
      else f:string('entry.died', map{'n': $to})"/>
  </xsl:function>

  <!-- Year of birth or death as far as the source gives one. -->
  <xsl:function name="f:life-date" as="xs:string">
    <xsl:param name="event" as="element()?"/>
    <xsl:variable name="value" as="xs:string?" select="
      ($event | $event/date)/(@when, @when-iso, @notBefore, @notAfter, @from, @to)[normalize-space()][1] ! string()"/>
    <xsl:sequence select="
      if (matches(string($value), '^-?\d{4}')) then replace($value, '^(-?\d{4}).*$', '$1') else f:text($event)"/>
  </xsl:function>

  <xsl:template match="birth | death | floruit | residence | state | trait | nationality | sex | gender | faith | education
      | langKnowledge | langKnown | socecStatus | age | population | climate | terrain | location | listIdno" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

  <!-- A note that is content of an entry or of metadata: prose, in blocks of its own. -->
  <xsl:template match="(person | personGrp | place | org | event | object | notesStmt | correspAction | correspDesc | bibl | msItem)/(note | desc)"
    mode="m:content" as="node()*">
    <xsl:choose>
      <xsl:when test="f:html-name(.) eq 'div'">
        <xsl:call-template name="t:flow"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:html"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
