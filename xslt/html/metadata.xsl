<?xml version="1.0" encoding="UTF-8"?>
<!--
  What is about the text and no part of it: stand-off interpretation, alignment, certainty, index terms.
  Readers of the text do not see it.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="urn:tei-edition:modes"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <xsl:template match="interp | interpGrp | span[@from or @target] | spanGrp | certainty | precision | respons | link | linkGrp
      | join | joinGrp | alt | altGrp | listRelation | relation | index | timeline | when | listChange | substJoin
      | delSpan | addSpan | damageSpan | listTranspose | fs | fLib | fvLib | fDecl | divGen | witStart | witEnd
      | lacunaStart | lacunaEnd | xenoData | teiHeader | standOff | listAnnotation | annotation | listPrefixDef"
    mode="m:html" as="empty-sequence()"/>

  <!-- Some editions use span for words that they set in some way. -->
  <xsl:template match="span[not(@from or @target or parent::spanGrp)]" mode="m:html" as="element()">
    <xsl:call-template name="t:element"/>
  </xsl:template>

</xsl:stylesheet>
