"""Whatever stands in `edition.toml`, it is read or explained; nothing else happens."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tei_edition.config import Config, read
from tei_edition.config.effective import as_toml
from tei_edition.config.lines import key_places
from tei_edition.errors import TeiEditionError

SECTIONS = sorted(Config.model_fields)
KEYS = sorted(
    {
        field.alias or name
        for table in Config.model_fields.values()
        for name, field in table.annotation.model_fields.items()  # type: ignore[union-attr]
    }
)
texts = st.text(st.characters(codec="utf-8", exclude_characters="\x7f"), max_size=8)
scalars = st.one_of(texts.map(json.dumps), st.integers(-9, 9).map(str), st.sampled_from(["true"]))
inline = st.dictionaries(
    st.sampled_from(["file", "name", "orcid", "root"]), scalars, max_size=3
).map(lambda table: "{" + ", ".join(f"{key} = {value}" for key, value in table.items()) + "}")
values = st.one_of(
    scalars,
    inline,
    st.lists(st.one_of(scalars, inline), max_size=3).map(lambda v: f"[\n{', '.join(v)}]"),
)
tables = st.dictionaries(
    st.sampled_from([*SECTIONS, "validation.rules", "sitee"]),
    st.dictionaries(st.sampled_from([*KEYS, "titel", "REF201"]), values, max_size=4),
    max_size=4,
)
toml = tables.map(
    lambda content: "\n".join(
        f"[{name}]\n" + "".join(f"{key} = {value}\n" for key, value in table.items())
        for name, table in content.items()
    )
)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("configuration") / "edition.toml"


@given(text=st.one_of(toml, st.text(max_size=60)))
@example(text="validation = 1")
@example(text="[validation]\nrules = 1")
@example(text="[[edition]]\n")
@example(text="edition.editors.name = 'x'")
def test_it_is_read_or_every_mistake_has_a_place_in_it(file: Path, text: str) -> None:
    file.write_text(text, "utf-8")
    lines = text.replace("\r\n", "\n").split("\n")
    found, mistakes = None, ()
    try:
        found = read(file, codes=["REF201"])
    except TeiEditionError as error:
        mistakes = error.diagnostics
    assert (found is None) is bool(mistakes)
    for finding in mistakes:
        assert finding.code.startswith("CFG")
        assert 1 <= finding.location.line <= len(lines)
        assert finding.location.column <= len(lines[finding.location.line - 1]) + 1
    if found:
        again = tomllib.loads(as_toml(found.config, found.origins))
        assert Config.model_validate(again).edition == found.config.edition


@given(text=toml)
def test_the_scanner_sees_the_keys_that_the_parser_sees(text: str) -> None:
    try:
        parsed = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    assert {path for path in key_places(text) if path in paths(parsed)} == set(paths(parsed))


def paths(value: Any, prefix: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of all keys and items that have a line of their own to be found."""
    items = value.items() if isinstance(value, dict) else enumerate(value)
    found: list[tuple[str | int, ...]] = []
    for key, item in items:
        path = (*prefix, key)
        implied = path == ("validation",) and set(item) == {"rules"}
        found += [] if implied else [path]
        found += paths(item, path) if isinstance(item, dict | list) else []
    return found
