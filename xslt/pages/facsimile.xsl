<?xml version="1.0" encoding="UTF-8"?>
<!--
  The images of the pages of an original: a list after the text, which the script and the style sheet
  set beside the text where there is room. What lies on another host is a link until a reader asks.
-->
<xsl:stylesheet version="3.0"
  xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="urn:tei-edition:functions"
  xmlns:t="urn:tei-edition:templates"
  xmlns:v="urn:tei-edition:variables"
  exclude-result-prefixes="#all">

  <!-- What the index knows of the images of this page: pages, references, pictures, hosts. -->
  <xsl:variable name="v:facsimile" as="map(*)" select="($v:main?facsimile, map{})[1]"/>

  <!-- What a page may load, and from where: nothing but its own files and the images on it. -->
  <xsl:variable name="v:policy" as="xs:string" select="
    'default-src ''self'' file:; img-src ' || string-join(('''self''', 'file:', 'data:', $v:facsimile?hosts?*), ' ')
    || '; object-src ''none''; base-uri ''none'''"/>

  <!-- The reader's switch, above the text. -->
  <xsl:template name="t:facsimile-switch" as="element()?">
    <xsl:context-item use="absent"/>
    <xsl:if test="exists($v:facsimile?pages?*)">
      <p class="facsimile-switch">
        <label>
          <input type="checkbox" id="page-show-facsimile"/>
          <xsl:value-of select="' ' || f:string('view.facsimile')"/>
        </label>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template name="t:facsimile" as="element()?">
    <xsl:context-item use="absent"/>
    <xsl:if test="exists($v:facsimile?pages?*)">
      <section class="facsimile" aria-labelledby="document-facsimile">
        <xsl:for-each select="('full', 'follow', 'turn', 'whole', 'help', 'close')">
          <xsl:attribute name="data-{.}" select="f:string('facsimile.' || .)"/>
        </xsl:for-each>
        <xsl:attribute name="data-closer" select="f:string('map.zoom-in')"/>
        <xsl:attribute name="data-farther" select="f:string('map.zoom-out')"/>
        <xsl:attribute name="data-previous" select="f:string('nav.previous')"/>
        <xsl:attribute name="data-next" select="f:string('nav.next')"/>
        <h2 id="document-facsimile"><xsl:sequence select="f:string('facsimile.title')"/></h2>
        <ol class="facsimile-pages">
          <xsl:for-each select="$v:facsimile?pages?*">
            <li id="page-facsimile-{position()}" class="facsimile-page facsimile-{.?kind}">
              <xsl:if test=".?rotation">
                <xsl:attribute name="data-rotation" select=".?rotation"/>
              </xsl:if>
              <xsl:if test="exists(.?zones)">
                <xsl:attribute name="data-zones" select="string-join(.?zones?* ! (.?pointer || ' ' || .?box), ';')"/>
              </xsl:if>
              <figure>
                <xsl:sequence select="f:facsimile-image(.)"/>
                <figcaption><xsl:sequence select="string(.?title)"/></figcaption>
              </figure>
            </li>
          </xsl:for-each>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- An image of the site as a link to its full size; of another host, a link to it there. -->
  <xsl:function name="f:facsimile-image" as="element()">
    <xsl:param name="image" as="map(*)"/>
    <xsl:choose>
      <xsl:when test="$image?kind eq 'file'">
        <a class="facsimile-image" href="{$image?full}">
          <xsl:sequence select="f:image($image, f:string('facsimile.alt', map{'title': $image?title}), '8rem')"/>
        </a>
      </xsl:when>
      <xsl:when test="$image?kind eq 'remote'">
        <a class="facsimile-ask" href="{$image?full}">
          <xsl:sequence select="f:on-demand($image, f:string('facsimile.alt', map{'title': $image?title}))"/>
          <xsl:value-of select="string($image?ask)"/>
        </a>
      </xsl:when>
      <xsl:when test="$image?kind eq 'link'">
        <a class="facsimile-elsewhere" href="{$image?full}">
          <xsl:value-of select="f:string('facsimile.at', map{'title': $image?title, 'host': $image?host})"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <p class="facsimile-none"><xsl:sequence select="f:string('facsimile.missing')"/></p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What the script needs to show an image of another host in the place of a link to it. -->
  <xsl:function name="f:on-demand" as="attribute()*">
    <xsl:param name="image" as="map(*)?"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:for-each select="('src', 'srcset', 'host')[$image?src][$image(.)]">
      <xsl:attribute name="data-{.}" select="$image(.)"/>
    </xsl:for-each>
    <xsl:if test="$image?src">
      <xsl:attribute name="data-alt" select="$description"/>
      <xsl:attribute name="data-failed" select="f:string('facsimile.failed', map{'host': $image?host})"/>
    </xsl:if>
  </xsl:function>

  <!-- An img of a file of the site: browsers choose the size, and know the place that it takes. -->
  <xsl:function name="f:image" as="element(img)" xpath-default-namespace="">
    <xsl:param name="image" as="map(*)"/>
    <xsl:param name="description" as="xs:string"/>
    <xsl:param name="sizes" as="xs:string"/>
    <img src="{$image?src}" srcset="{$image?srcset}" sizes="{$sizes}" width="{$image?width}" height="{$image?height}"
      alt="{$description}" loading="lazy"/>
  </xsl:function>

  <!-- The page of the original that an element of the text stands for, by its number in the list. -->
  <xsl:function name="f:facsimile-number" as="xs:integer?">
    <xsl:param name="element" as="element()"/>
    <xsl:if test="exists($v:facsimile?references)">
      <xsl:variable name="pointers" as="xs:string*" select="
        $element/@facs ! (normalize-space(.), tokenize(.)), '#' || $element/@*:id[1],
        ('n:' || normalize-space(($element/@f, $element/@n)[1]))[empty($element/@facs)]"/>
      <xsl:sequence select="($pointers ! $v:facsimile?references(.))[1] ! xs:integer(.)"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
