<?xml version="1.0" encoding="UTF-8"?>
<!--
  Switches for readers: to see the lines of the source, or its own spelling and errors. Only those that
  change something in the text at hand; CSS does the rest, without scripts.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:t="urn:tei-edition:templates"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0"
  exclude-result-prefixes="#all">

  <!-- The switches that a text is worth, as a group of check boxes; nothing where it is worth none. -->
  <xsl:template name="t:views" as="element()?">
    <xsl:context-item as="document-node()" use="required"/>
    <xsl:variable name="views" as="xs:string*" select="
      'lines'[current()//(p | ab | opener | closer | postscript)[f:is-within-text(.)][f:lineation(.)]],
      'source'[current()//choice[f:is-within-text(.) and not(ancestor::figDesc)][count(*) gt 1][not(unclear or seg or supplied)]]"/>
    <xsl:if test="exists($views)">
      <fieldset class="tei-views">
        <legend>
          <xsl:value-of select="f:string('view.title')"/>
        </legend>
        <xsl:for-each select="$views">
          <label>
            <input type="checkbox" id="page-show-{.}"/>
            <xsl:value-of select="' ' || f:string('view.' || .)"/>
          </label>
        </xsl:for-each>
      </fieldset>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
