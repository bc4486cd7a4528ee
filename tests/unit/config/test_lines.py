"""The scanner finds the place of every key that the parser of the standard library finds."""

import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

from tei_edition.config.lines import Path, key_places

TEXTS = {
    "tables": '[a]\nx = 1\n[a.b]\ny = 2\n["quoted key".c]\nz = 3\n',
    "dotted": "a.b.c = 1\na.b.d = 2\n'x y'.\"p.q\" = 3\n",
    "strings": 'a = \'\'\'\n[no]\nx = 1\'\'\'\nb = """\n\\"" # no\n"""\nc = \'#\'\nd = "]"\n',
    "arrays": 'a = [1, [2, 3],\n  # comment ]\n  "x, y",\n]\nb = []\n',
    "inline": 'a = { x = 1, y = { z = "}" } }\nb = [{ n = 1 }, { n = 2, m = 3 }]\n',
    "array of tables": "[[a]]\nx = 1\n[[a]]\nx = 2\n[a.sub]\ny = 3\n[[a.items]]\nq = 1\n",
    "scalars": "a = 1979-05-27T07:32:00Z # x\nb = true\nc = inf\nd = 1_000\n",
    "comments": "# [a]\n\n  # x = 1\n[b] # c\ny = 1 # z = 2\n",
    "quotes at the end": "a = '''x'''''\nb = \"\"\"y\"\"\"\"\"\nc = 1\n",
    "empty": "",
}


def paths(value: Any, prefix: Path = ()) -> Iterator[Path]:
    """Yield the path of everything in a parsed file."""
    if prefix:
        yield prefix
    if isinstance(value, dict):
        for key, item in value.items():
            yield from paths(item, (*prefix, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from paths(item, (*prefix, number))


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_every_key_has_a_place(text: str) -> None:
    implied = {("a",), ("a", "b"), ("quoted key",), ("x y",)}  # tables that no line opens
    expected = set(paths(tomllib.loads(text)))
    found = set(key_places(text))
    assert found <= expected
    assert expected - found <= implied


def test_places_are_lines_and_columns_from_one() -> None:
    text = (
        '[edition]\nid = "x"\n  editors = [\n    { name = "A" },\n'
        '    { name = "B", orcid = "" },\n  ]\n'
    )
    places = key_places(text)
    assert places[("edition",)] == (1, 1)
    assert places[("edition", "id")] == (2, 1)
    assert places[("edition", "editors")] == (3, 3)
    assert places[("edition", "editors", 1)] == (5, 5)
    assert places[("edition", "editors", 1, "orcid")] == (5, 19)


def test_a_repeated_table_has_the_place_of_each_header() -> None:
    places = key_places("[[a]]\nx = 1\n\n[[a]]\nx = 2\n")
    assert (places[("a", 0)], places[("a", 1)], places[("a", 1, "x")]) == ((1, 1), (4, 1), (5, 1))
