"""Every word that a page asks for is in the locale."""

import re
from pathlib import Path

from tei_edition.project import resource
from tei_edition.site import strings
from tei_edition.site.strings import Strings

ASKED = {
    "*.xsl": r"f:string\('([\w.-]+)'[,)]",
    "*.py": r"strings(?:\[|\.fill\(\s*|\.count\(\s*)\"([\w.-]+)\"",
}
PLURAL = {"documents", "letters", "exchanges", "places", "others", "map.beyond", "search.entries"}


def asked(folder: Path, pattern: str) -> set[str]:
    found = set()
    for path in folder.rglob(pattern):
        found |= set(re.findall(ASKED[pattern], path.read_text("utf-8")))
    return found


def test_stylesheets_and_plan_find_their_words(english: Strings) -> None:
    keys = asked(resource("xslt") / "pages", "*.xsl") | asked(Path(strings.__file__).parent, "*.py")
    assert len(keys) > 60
    counted = {f"{key}.other" for key in keys & PLURAL}
    missing = (keys - PLURAL | counted) - set(english.texts)
    assert not missing


def test_counted_things_have_one_and_many(english: Strings) -> None:
    for kind in ("documents", "letters", "exchanges", "persons", "places", "organisations"):
        assert english.count(kind, 1) != english.count(kind, 2).replace("2", "1")


def test_patterns_can_be_filled(english: Strings) -> None:
    """No text has a brace that is not a name to be filled in."""
    for key, text in english.texts.items():
        assert re.sub(r"\{[a-z]+\}", "", text).count("{") == 0, key
