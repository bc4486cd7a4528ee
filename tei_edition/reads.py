"""Finding out which files a stylesheet reads while it runs.

The engine does not tell. So each call of ``doc()`` and ``doc-available()`` in the stylesheet is led
through a function that says what is read in a message. A stylesheet that could read in any other
way is left as it is, and nothing can be said about it.
"""

import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

from lxml import etree

_XSL = "{http://www.w3.org/1999/XSL/Transform}"
_OURS = "urn:tei-edition:reads"
_XS = "http://www.w3.org/2001/XMLSchema"
_BASE = "{http://www.w3.org/XML/1998/namespace}base"

# A name that is called, outside of string literals.
_CALL = re.compile(r"(\"[^\"]*\"|'[^']*')|(?<![\w.:$@/-])(doc|doc-available)(?=\s*\()")
_OTHER = re.compile(
    r"(?<![\w.:-])(fn:|Q\{[^}]*\})?(doc|doc-available|document|collection|uri-collection|json-doc|"
    r"unparsed-text(-lines|-available)?|transform|load-xquery-module|function-lookup)\s*(\(|#\d)"
)
_READING = frozenset(
    _XSL + name
    for name in ("include", "import", "use-package", "evaluate", "source-document", "stream")
)

_FUNCTIONS = f"""
<functions xmlns:xsl="{_XSL[1:-1]}" xmlns:reads="{_OURS}">
  <xsl:function xmlns:xs="{_XS}" name="reads:doc" as="node()?">
    <xsl:param name="uri" as="xs:string?"/>
    <xsl:sequence select="reads:tell($uri), doc($uri)"/>
  </xsl:function>
  <xsl:function xmlns:xs="{_XS}" name="reads:doc-available" as="xs:boolean">
    <xsl:param name="uri" as="xs:string?"/>
    <xsl:sequence select="reads:tell($uri), doc-available($uri)"/>
  </xsl:function>
  <xsl:function xmlns:xs="{_XS}" name="reads:tell" as="empty-sequence()" new-each-time="yes">
    <xsl:param name="uri" as="xs:string?"/>
    <xsl:if test="exists($uri)">
      <xsl:message>
        <reads:file uri="{{if (matches($uri, '^[A-Za-z][\\w+.-]*:')) then $uri else resolve-uri($uri)}}"/>
      </xsl:message>
    </xsl:if>
  </xsl:function>
</functions>
"""  # noqa: E501


def traced(stylesheet: str) -> str | None:
    """Return a stylesheet that tells what it reads, ``None`` where that cannot be made sure."""
    root = etree.fromstring(stylesheet.encode())
    for element in root.iter(etree.Element):
        if element.tag in _READING or (element is not root and element.get(_BASE)):
            return None
        for name, value in element.attrib.items():
            if "doc" in value:
                element.set(name, _CALL.sub(_led, value))
    if any(_OTHER.search(text) for text in _texts(root)):
        return None
    around = etree.Element(root.tag, dict(root.attrib), {**root.nsmap, "reads": _OURS})
    around.text = root.text
    around.extend(root)
    around.extend(etree.fromstring(_FUNCTIONS))
    return etree.tostring(around, encoding="unicode")


def files(messages: Iterable[str]) -> tuple[str, ...]:
    """Return the paths of the local files that messages tell of, each once and in order."""
    found = set()
    for message in messages:
        if _OURS in message:
            for element in etree.fromstring(f"<m>{message}</m>").iter(f"{{{_OURS}}}file"):
                parts = urlsplit(element.get("uri", ""))
                if parts.scheme == "file":
                    found.add(unquote(parts.path))
    return tuple(sorted(found))


def _led(match: re.Match[str]) -> str:
    return match[1] or f"reads:{match[2]}"


def _texts(root: etree._Element) -> Iterable[str]:
    for element in root.iter(etree.Element):
        yield element.text or ""
        yield element.tail or ""
        yield from map(str, element.attrib.values())
