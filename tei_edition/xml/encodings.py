"""Files in an encoding that they do not say, or deny: read as what they are, and told."""

import codecs
import re

from tei_edition.diagnostics import Diagnostic, Edit, Fix, Location
from tei_edition.xml.rules import ENCODING

DECLARED = re.compile(
    rb"^(?:\xef\xbb\xbf)?(<\?xml[^>]*?encoding\s*=\s*[\"'])(?P<name>[\w.:-]+)", re.DOTALL
)
"""The declaration at the beginning of a file's bytes."""

_WIDE = re.compile(r"utf-(16|32)")
_UNSIGNED = re.compile(rb"<\0[^\0?!]\0|\0<\0[^\0?!]")
_ONE_BYTE = re.compile(r"ascii|iso8859|latin|cp125|cp437|cp85|koi8|mac[-_]", re.IGNORECASE)


def misdeclared(data: bytes) -> re.Match[bytes] | None:
    """Return the declaration of another encoding before text that is in UTF-8.

    Letters of one byte do not make valid UTF-8 by chance: several of them in a row, all with the
    right bits, would have to be signs that no word has, such as ``Ã¤``. A declaration that can be
    read byte by byte is not in UTF-16, though some programs write so.
    """
    declared = DECLARED.match(data)
    if declared is None:
        return None
    try:
        name = codecs.lookup(declared["name"].decode()).name
        data.decode("utf-8")
    except (LookupError, UnicodeDecodeError):
        return None
    older = _ONE_BYTE.match(name) and not data.isascii()
    return declared if older or _WIDE.match(name) else None


def rightly_declared(data: bytes) -> bytes:
    """Return the bytes of a file, with UTF-8 in its declaration where that is what it is in.

    UTF-16 with no sign of it, which XML demands, is turned into UTF-8.
    """
    if _UNSIGNED.match(data):
        return data.decode("utf-16-le" if data[0] else "utf-16-be", "replace").encode()
    declared = misdeclared(data)
    if declared is None:
        return data
    return data[: declared.start("name")] + b"UTF-8" + data[declared.end("name") :]


def wrongly_declared(data: bytes, name: str) -> tuple[Diagnostic, ...]:
    """Return the finding about the bytes of a file whose declaration has to be mended."""
    declared = misdeclared(data)
    if _UNSIGNED.match(data):
        return (
            ENCODING.at(
                Location(name),
                "the file is in UTF-16, but nothing in it says so",
                "save it as UTF-8",
            ),
        )
    if declared is None:
        return ()
    said = declared["name"].decode()
    before = data[: declared.start("name")].decode("utf-8-sig").replace("\r\n", "\n")
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    edit = Edit(line, column, line, column + len(said), "UTF-8")
    return (
        ENCODING.at(
            Location(name, line, column),
            f"the file is in UTF-8, but says that it is in {said}",
            'write encoding="UTF-8"; the text itself is right',
            fixes=(Fix('write encoding="UTF-8"', (edit,)),),
        ),
    )
