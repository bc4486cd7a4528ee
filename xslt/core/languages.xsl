<?xml version="1.0" encoding="UTF-8"?>
<!--
  Languages and scripts: from the source's xml:lang to the page's lang and dir.
  Browsers choose glyphs, hyphenation and voices by these, so a tag that is not well-formed is
  repaired where its meaning is plain and left out where it is not.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <!-- Codes of three letters where BCP 47 wants the two, and codes of countries for their languages. -->
  <xsl:variable name="v:language-codes" as="map(xs:string, xs:string)" select="map{
    'ara': 'ar', 'arm': 'hy', 'bul': 'bg', 'cat': 'ca', 'ces': 'cs', 'chi': 'zh', 'cze': 'cs',
    'dan': 'da', 'deu': 'de', 'dut': 'nl', 'ell': 'el', 'eng': 'en', 'est': 'et', 'fas': 'fa',
    'fin': 'fi', 'fra': 'fr', 'fre': 'fr', 'ger': 'de', 'gre': 'el', 'heb': 'he', 'hun': 'hu',
    'hye': 'hy', 'isl': 'is', 'ita': 'it', 'jpn': 'ja', 'kat': 'ka', 'kor': 'ko', 'lat': 'la',
    'lit': 'lt', 'lav': 'lv', 'mon': 'mn', 'nld': 'nl', 'nor': 'no', 'per': 'fa', 'pol': 'pl',
    'por': 'pt', 'ron': 'ro', 'rum': 'ro', 'rus': 'ru', 'san': 'sa', 'slk': 'sk', 'slv': 'sl',
    'spa': 'es', 'swe': 'sv', 'tur': 'tr', 'ukr': 'uk', 'urd': 'ur', 'vie': 'vi', 'yid': 'yi',
    'zho': 'zh', 'cn': 'zh', 'cz': 'cs', 'gr': 'el', 'jp': 'ja', 'ua': 'uk'}"/>

  <!-- The BCP 47 tag for an xml:lang; empty where it is none. -->
  <xsl:function name="f:language" as="xs:string?">
    <xsl:param name="lang" as="xs:string?"/>
    <xsl:variable name="parts" as="xs:string*"
      select="tokenize(translate(normalize-space($lang), '_', '-'), '-')"/>
    <xsl:variable name="primary" as="xs:string" select="lower-case(string($parts[1]))"/>
    <xsl:variable name="tag" as="xs:string"
      select="string-join((($v:language-codes($primary), $primary)[1], tail($parts)), '-')"/>
    <xsl:sequence select="$tag[matches(., '^([a-z]{2,3}|x)(-[A-Za-z0-9]{1,8})*$')]"/>
  </xsl:function>

  <!-- "rtl" or "ltr", by the script that the tag names or, where it names none, the language's own. -->
  <xsl:function name="f:direction" as="xs:string">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string+" select="tokenize(lower-case($tag), '-')"/>
    <xsl:variable name="script" as="xs:string?" select="tail($parts)[matches(., '^[a-z]{4}$')][1]"/>
    <xsl:sequence select="
      if (exists($script))
      then if ($script = ('arab', 'hebr', 'syrc', 'syre', 'syrj', 'syrn', 'thaa', 'nkoo', 'samr', 'adlm'))
        then 'rtl' else 'ltr'
      else if ($parts[1] = ('ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ps', 'sd', 'syc', 'syr', 'ug', 'ur', 'yi'))
        then 'rtl' else 'ltr'"/>
  </xsl:function>

  <!-- lang and dir for a container of a node's text, where they are not the interface's. -->
  <xsl:function name="f:own-language" as="attribute()*">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="tag" as="xs:string?" select="f:language($node/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:if test="exists($tag) and $tag ne $v:language">
      <xsl:attribute name="lang" select="$tag"/>
      <xsl:if test="f:direction($tag) ne $v:direction">
        <xsl:attribute name="dir" select="f:direction($tag)"/>
      </xsl:if>
    </xsl:if>
  </xsl:function>

  <!-- The direction in force at a node, by its nearest xml:lang, else that of the interface. -->
  <xsl:function name="f:direction-at" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="tag" as="xs:string?" select="f:language($node/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
    <xsl:sequence select="if (exists($tag)) then f:direction($tag) else $v:direction"/>
  </xsl:function>

</xsl:stylesheet>
