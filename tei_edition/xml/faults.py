"""The first fault of a file that is not well-formed XML, in words for an editor.

The parser says where it stopped. This reads the file again to say where the mistake is, and what
its writer may have meant. It finds no fault in what is well-formed, and may miss what is rare: the
parser's own message is then the last word.
"""

import re
from collections.abc import Iterator
from html.entities import html5

from tei_edition.xml import tags
from tei_edition.xml.tags import Fault, Tag

_NAME = re.compile(r"[^\W\d][\w:.\-·]*")
_ENTITY = re.compile(r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|([^\W\d][\w:.\-]*));")
_DECLARED = re.compile(r"<!ENTITY\s+([^\s%]+)\s")
_DOCTYPE = re.compile(
    r"""<!DOCTYPE (?:"[^"]*"|'[^']*'|[^\[>"'])*+
      (?:\[ (?:(?><!--.*?-->)|(?><\?.*?\?>)|"[^"]*"|'[^']*'|[^\]"'])*+ \]\s*)? >""",
    re.DOTALL | re.VERBOSE,
)
_INTERESTING = re.compile(r"[<&]|\]\]>")
_KNOWN = frozenset(["lt", "gt", "amp", "quot", "apos"])
_PREFIXES = frozenset(["xml", "xmlns"])
_BEHIND = "something follows the end of the document"
_ONE_ROOT = "a document has one root element: remove what follows it, or wrap all in one element"
_CONFLICT = re.compile(r"<{7}|>{7}|={7}")

_SECTIONS = (
    ("<!--", "-->", "comment"),
    ("<![CDATA[", "]]>", "CDATA section"),
    ("<?", "?>", "processing instruction"),
)


def first_fault(text: str) -> Fault | None:
    """Return the first fault in the characters of a file; ``None`` where none is found."""
    return next(_Reader(text).faults(), None)


class _Reader:
    """Walks through a file from mark to mark, with the tags that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[Tag] = []
        self.prefixes: list[frozenset[str]] = [_PREFIXES]
        self.entities = {*_KNOWN, *_DECLARED.findall(text)}
        self.had_root = False

    def faults(self) -> Iterator[Fault]:
        at = 0
        while found := _INTERESTING.search(self.text, at):
            step = self._behind_root(at, found.start()) or self._mark(found)
            if isinstance(step, Fault):
                yield step
                return
            at = step
        if self.open:
            yield self._unfinished()
        elif fault := self._behind_root(at, len(self.text)):
            yield fault

    def _behind_root(self, start: int, end: int) -> Fault | None:
        """Return the fault of words after the end of the root element."""
        words = self.text[start:end].strip()
        if not words or self.open or not self.had_root:
            return None
        return Fault(self.text.index(words, start), _BEHIND, _ONE_ROOT)

    def _mark(self, found: re.Match[str]) -> int | Fault:
        """Read what begins with a mark; return where it ends, or what is wrong with it."""
        at = found.start()
        if found[0] == "&":
            return self._entity(at)
        if found[0] == "]]>":
            return Fault(at, "]]> may not stand in a text", "write ]]&gt;")
        for opening, closing, what in _SECTIONS:
            if self.text.startswith(opening, at):
                return self._section(at, opening, closing, what)
        if self.text.startswith("<!DOCTYPE", at):
            doctype = _DOCTYPE.match(self.text, at)
            return doctype.end() if doctype else len(self.text)
        if self.text.startswith("</", at):
            return self._end_tag(at)
        return self._start_tag(at)

    def _entity(self, at: int) -> int | Fault:
        found = _ENTITY.match(self.text, at)
        if found is None:
            return Fault(at, "a bare & does not stand for itself", "write &amp;")
        name = found[1]
        if name is None or name in self.entities:
            return found.end()
        sign = html5.get(f"{name};")
        known = sign and len(sign) == 1
        return Fault(
            at,
            f"the entity &{name}; is not defined",
            f"write the character itself ({sign}), or &#{ord(sign)};"
            if sign and known
            else "write the text itself, or declare the entity in the DOCTYPE of the file",
        )

    def _section(self, at: int, opening: str, closing: str, what: str) -> int | Fault:
        end = self.text.find(closing, at + len(opening))
        if end < 0:
            return Fault(
                at, f"the {what} that begins here never ends", f"add {closing} where it is to end"
            )
        hyphens = self.text.find("--", at + 4, end + 1) if what == "comment" else -1
        if hyphens >= 0:
            return Fault(
                hyphens,
                "two hyphens may not stand in a comment",
                "write – instead, or blanks between them; a comment ends with -->",
                (at, "the comment begins here"),
            )
        if at and re.match(r"<\?xml\s", self.text[at : at + 6]):
            return Fault(
                at,
                "the XML declaration does not stand at the very beginning",
                "remove what comes before <?xml …?>, also blanks and empty lines",
            )
        return end + len(closing)

    def _start_tag(self, at: int) -> int | Fault:
        name = _NAME.match(self.text, at + 1)
        if name is None:
            return self._no_tag(at)
        if not self.open and self.had_root:
            return Fault(at, _BEHIND, _ONE_ROOT)
        tag = tags.read(self.text, at, name[0])
        if isinstance(tag, Fault):
            return tag
        declared = {n[6:] for n in tag.attributes if n.startswith("xmlns:")} | self.prefixes[-1]
        if fault := _undeclared(tag, declared):
            return fault
        self.had_root = True
        if not tag.is_empty:
            self.open.append(tag)
            self.prefixes.append(frozenset(declared))
        return tag.end

    def _no_tag(self, at: int) -> Fault:
        if _CONFLICT.match(self.text, at):
            return Fault(
                at,
                "a merge left both versions of these lines in the file",
                "keep the version that is right, and delete the other with the lines that begin "
                "<<<<<<<, ======= and >>>>>>>",
            )
        name = re.compile(r"[ \t]+([^\W\d][\w:.\-]*)[^<]*>").match(self.text, at + 1)
        if name and not self.text[at + 1 : at + 2].isalpha():
            return Fault(
                at,
                "< begins a tag, but a blank follows it",
                f"write <{name[1]}; for the sign itself write &lt;",
            )
        return Fault(
            at, "< begins a tag, but no element name follows", "for the sign itself write &lt;"
        )

    def _end_tag(self, at: int) -> int | Fault:
        found = re.compile(r"</([^\s<>/]+)\s*>").match(self.text, at)
        if found is None:
            return Fault(at, "this end tag is not complete", "an end tag is written </name>")
        if not self.open or self.open[-1].name != found[1]:
            return self._mismatch(at, found[1])
        self.open.pop()
        self.prefixes.pop()
        return found.end()

    def _mismatch(self, at: int, name: str) -> Fault:
        """Say why an end tag is not that of the element that is open."""
        if not self.open:
            return Fault(at, f"</{name}> closes nothing: no element is open here", "remove it")
        inner = self.open[-1]
        related = (inner.start, f"<{inner.name}> begins here")
        message = f"</{name}> does not close <{inner.name}>, which is open here"
        if len(self.open) > 1 and self.open[-2].name == inner.name:
            return Fault(
                at,
                message,
                f"the second <{inner.name}> may lack its slash: </{inner.name}>",
                related,
            )
        if all(tag.name != name for tag in self.open):
            return Fault(
                at,
                message,
                f"write </{inner.name}>, or remove </{name}>: no <{name}> is open",
                related,
            )
        return Fault(at, message, f"write </{inner.name}> before </{name}>", related)

    def _unfinished(self) -> Fault:
        tag = self.open[-1]
        return Fault(
            len(self.text.rstrip()),
            f"the file ends, but <{tag.name}> is still open",
            f"add </{tag.name}>; if much is missing, restore the file from a backup",
            (tag.start, f"<{tag.name}> begins here"),
        )


def _undeclared(tag: Tag, declared: set[str]) -> Fault | None:
    """Return the fault of a name whose prefix nobody declares."""
    places = [(tag.start, tag.name), *((at, name) for name, (at, _) in tag.attributes.items())]
    for at, name in places:
        prefix, colon, _ = name.partition(":")
        if colon and prefix not in declared:
            return Fault(
                at,
                f'the prefix "{prefix}" of {name} is not declared',
                f'add xmlns:{prefix}="…" to the root element, or remove the prefix',
            )
    return None
