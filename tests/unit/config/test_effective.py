"""What ``config`` prints is the configuration, and a configuration."""

import tomllib
from pathlib import Path

from tei_edition.config import Config, load, read
from tei_edition.config.effective import as_toml

TEXT = """
[edition]
title = 'Say "yes"\\no'
editors = [{ name = "A", orcid = "0000-0002-1825-0097" }, { name = "B" }]
[validation]
schema = [{ file = "a.rng", path = "x/**" }, "b.rnc"]
[validation.rules]
REF201 = "off"
"""


def test_the_same_configuration_comes_back(tmp_path: Path) -> None:
    first, second = tmp_path / "edition.toml", tmp_path / "again.toml"
    for name in ("a.rng", "b.rnc"):
        (tmp_path / name).touch()
    first.write_text(TEXT, "utf-8")
    found = read(first)
    second.write_text(as_toml(found.config, found.origins), "utf-8")
    again = load(second)
    assert again.model_dump() | {"build": None} == found.config.model_dump() | {"build": None}
    assert again.require == found.config.require


def test_every_key_says_where_its_value_came_from(tmp_path: Path) -> None:
    path = tmp_path / "edition.toml"
    path.write_text("[edition]\ntitle = 'x'\n[validation.rules]\nREF201 = 'off'\n", "utf-8")
    found = read(path, options={"site.directory": "out"})
    printed = as_toml(found.config, found.origins)
    origins = {
        line.split(" = ")[0]: line.rpartition("  # ")[2]
        for line in reversed(printed.splitlines())
        if " = " in line
    }
    assert origins["title"] == "edition.toml:2"
    assert origins["REF201"] == "edition.toml:4"
    assert origins["directory"] == "option"
    assert origins["language"] == "default"


def test_every_key_is_printed() -> None:
    printed = tomllib.loads(as_toml(Config(), {}))
    for name, table in Config.model_fields.items():
        keys = {f.alias for f in table.annotation.model_fields.values()}  # type: ignore[union-attr]
        assert set(printed[name]) == keys


def test_the_requirement_is_the_one_in_force() -> None:
    assert tomllib.loads(as_toml(Config(), {}))["build"]["require"] == "well-formed"
