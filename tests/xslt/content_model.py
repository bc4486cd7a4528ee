"""The rules of HTML's content model that TEI tempts a stylesheet to break.

Reads the markup as it was written, without the repairs that an HTML parser makes: those would hide
the mistakes. A full validator knows more; this one needs nothing but Python.
"""

from collections.abc import Iterator
from html.parser import HTMLParser

PHRASING_ONLY = frozenset(
    {"abbr", "b", "cite", "code", "em", "h1", "h2", "h3", "h4", "h5", "h6", "i", "p", "q", "rt"}
    | {"ruby", "s", "small", "span", "strong", "sub", "summary", "sup", "time", "u"}
)
FLOW = frozenset(
    {"address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure"}
    | {"footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "ol"}
    | {"p", "pre", "section", "table", "ul"}
)
CHILDREN = {
    "ul": {"li"},
    "ol": {"li"},
    "dl": {"dt", "dd", "div"},
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "tbody": {"tr"},
    "tr": {"td", "th"},
}
PARENTS = {
    "li": {"ul", "ol"},
    "dt": {"dl", "div"},
    "dd": {"dl", "div"},
    "tr": {"tbody", "thead", "tfoot"},
    "td": {"tr"},
    "th": {"tr"},
    "figcaption": {"figure"},
}
VOID = frozenset(["br", "hr", "img", "input", "link", "meta", "wbr"])
INTERACTIVE = frozenset({"a"})


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: set[str] = set()
        self.fragments: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.extend(f"{problem} ({self.getpos()[0]})" for problem in self.problems(tag))
        values = dict(attrs)
        if len(values) != len(attrs):
            self.found.append(f"an attribute is repeated on {tag}")
        identity = values.get("id")
        if identity is not None:
            if identity in self.ids or not identity or any(c.isspace() for c in identity):
                self.found.append(f"id {identity!r} is repeated or no id")
            self.ids.add(identity)
        target = values.get("href") or ""
        if target.startswith("#"):
            self.fragments.append(target[1:])
        if tag not in VOID:
            self.open.append(tag)

    def problems(self, tag: str) -> Iterator[str]:
        parent = self.open[-1] if self.open else "body"
        if tag in FLOW:
            yield from (f"{tag} within {outer}" for outer in self.open if outer in PHRASING_ONLY)
        if tag in INTERACTIVE and tag in self.open:
            yield f"{tag} within {tag}"
        if parent in CHILDREN and tag not in CHILDREN[parent]:
            yield f"{tag} as a child of {parent}"
        if tag in PARENTS and parent not in PARENTS[tag]:
            yield f"{tag} as a child of {parent}"

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.found.append(f"</{tag}> closes nothing ({self.getpos()[0]})")


def problems(html: str) -> list[str]:
    """Return what is wrong with a piece of HTML, in the order of the text."""
    reader = _Reader()
    reader.feed(html.removeprefix("<!DOCTYPE HTML>"))
    reader.close()
    return reader.found


def lost_fragments(html: str) -> list[str]:
    """Return the fragments that the piece links to in itself and does not have."""
    reader = _Reader()
    reader.feed(html.removeprefix("<!DOCTYPE HTML>"))
    return [fragment for fragment in reader.fragments if fragment not in reader.ids]
