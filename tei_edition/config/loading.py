"""Reading `edition.toml`: one frozen `Config`, or every mistake at once with its line."""

import difflib
import json
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from tei_edition.config import messages
from tei_edition.config.lines import Path as KeyPath
from tei_edition.config.lines import Place, key_places
from tei_edition.config.names import Words, unknown_names
from tei_edition.config.rules import MISSING_FILE, SYNTAX, UNKNOWN_CODE, UNKNOWN_NAME, UNREADABLE
from tei_edition.config.sections import Config
from tei_edition.config.toml_mistakes import explained
from tei_edition.diagnostics import Diagnostic, Location
from tei_edition.errors import TeiEditionError

FILE_NAME = "edition.toml"


@dataclass(frozen=True)
class Configuration:
    """A configuration, and for every key that is not a default where its value came from.

    `origins` maps a dotted key (``site.directory``) to ``edition.toml:12`` or ``option``.
    """

    config: Config
    origins: Mapping[str, str] = field(default_factory=dict)


def load(path: Path | None) -> Config:
    """Return the configuration of a file, or the defaults where there is none.

    Raises TeiEditionError with all mistakes.
    """
    return read(path).config


def read(
    path: Path | None,
    *,
    codes: Collection[str] | None = None,
    words: Words | None = None,
    options: Mapping[str, Any] | None = None,
) -> Configuration:
    """Return a configuration with the origins of its values.

    `codes` are the rules and `words` the interface's texts that exist; ``None`` accepts any.
    `options` are values of the command line by dotted key; they win over the file. Raises
    TeiEditionError with all mistakes.
    """
    text = _text(path) if path else ""
    values = _parsed(text)
    places = key_places(text)
    found = list(_unknown_codes(values, places, codes))
    origins = {
        messages.dotted(key): f"{FILE_NAME}:{place[0]}"
        for key, place in places.items()
        if all(isinstance(part, str) for part in key)
    }
    for key, value in (options or {}).items():
        section, name = key.split(".")
        table = values.get(section, {})
        if isinstance(table, dict):
            values = {**values, section: {**table, name: value}}
            origins[key] = "option"
    config = _validated(values, places, found)
    if path and config:
        found += _missing_files(config, path.parent, places, origins)
        for at, wrong, advice in unknown_names(config, words):
            found.append(UNKNOWN_NAME.at(_location(at, places), wrong, advice))
    if found or config is None:
        raise TeiEditionError(*sorted(found, key=lambda finding: finding.sort_key))
    return Configuration(config, origins)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = "the file is not text in UTF-8"
        finding = UNREADABLE.at(Location(FILE_NAME, line), message, "save it as UTF-8")
    except OSError as error:
        message = f"the file cannot be read: {(error.strerror or str(error)).lower()}"
        finding = UNREADABLE.at(Location(FILE_NAME), message, "check its permissions")
    raise TeiEditionError(finding)


def _parsed(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        message = str(error)
    place = re.search(r"\(at line (\d+), column (\d+)\)", message)
    lines = text.split("\n")
    line, column = (int(place[1]), int(place[2])) if place else (len(lines), len(lines[-1]) + 1)
    wrong = re.sub(r"\s*\(at .*\)$", "", message)
    wrong, hint = explained(wrong, lines, line)
    raise TeiEditionError(SYNTAX.at(Location(FILE_NAME, line, column), wrong, hint))


def _validated(
    values: dict[str, Any], places: Mapping[KeyPath, Place], found: list[Diagnostic]
) -> Config | None:
    """Return the typed configuration, or ``None`` and add what is wrong to `found`."""
    try:
        return Config.model_validate(values, by_alias=True, by_name=False)
    except ValidationError as error:
        for item in error.errors(include_url=False):
            location = _location(item["loc"], places)
            if item["type"] == "extra_forbidden":
                found.append(messages.unknown_key(item["loc"], location))
            else:
                found.append(messages.bad_value(item, location))
    return None


def _location(path: KeyPath, places: Mapping[KeyPath, Place]) -> Location:
    """Return the place of a key, or of the nearest table around it that the file has."""
    for length in range(len(path), 0, -1):
        if path[:length] in places:
            return Location(FILE_NAME, *places[path[:length]])
    return Location(FILE_NAME)


def _unknown_codes(
    values: dict[str, Any], places: Mapping[KeyPath, Place], codes: Collection[str] | None
) -> Iterator[Diagnostic]:
    validation = values.get("validation")
    rules = validation.get("rules") if isinstance(validation, dict) else None
    if codes is None or not isinstance(rules, dict):
        return
    for code in rules:
        if code.upper() not in codes:
            location = _location(("validation", "rules", code), places)
            yield unknown_code(code, codes, location)


def unknown_code(code: str, codes: Collection[str], location: Location) -> Diagnostic:
    """Return the finding about the code of a rule that does not exist, with the nearest one."""
    near = difflib.get_close_matches(code.upper(), sorted(codes), n=1)
    hint = f'did you mean "{near[0]}"?\n' if near else ""
    return UNKNOWN_CODE.at(
        location, f'there is no rule "{code}"', f"{hint}tei-edition explain lists all rules"
    )


_FOLDERS = (("site", "files"), ("facsimiles", "folder"))
"""The keys that name folders."""


def _missing_files(
    config: Config, folder: Path, places: Mapping[KeyPath, Place], origins: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Find the files that the configuration names and that are not there."""
    site = config.site
    named: list[tuple[KeyPath, str]] = [
        *((("validation", "schema", n), s.file) for n, s in enumerate(config.validation.schemas)),
        *((("validation", "schematron", n), s) for n, s in enumerate(config.validation.schematron)),
        (("validation", "catalog"), config.validation.catalog),
        (("site", "stylesheet"), site.stylesheet),
        *((("site", "steps", n), step) for n, step in enumerate(site.steps)),
        *((("site", key), name) for key, name in site.own_files),
        (("site", "files"), site.files),
        (("facsimiles", "folder"), config.facsimiles.folder),
    ]
    for key, name in named:
        given_here = origins.get(messages.dotted(key[:2])) != "option"
        kind = "folder" if key in _FOLDERS else "file"
        is_there = Path.is_dir if kind == "folder" else Path.is_file
        if name and given_here and not is_there(folder / name):
            message = f"the {kind} {json.dumps(name, ensure_ascii=False)} does not exist"
            yield MISSING_FILE.at(_location(key, places), message, _nearest(folder, name))


def _nearest(folder: Path, name: str) -> str:
    """Return advice on a missing file: one with nearly its name in the same folder, if any."""
    if re.search(r"[\t\n\f\b\r]", name):
        return "a backslash and a letter made this: write paths with /, or in single quotes"
    parent = (folder / name).parent
    try:
        by_stem = {entry.stem: entry.name for entry in sorted(parent.iterdir(), reverse=True)}
    except OSError:
        return "paths are relative to the folder of edition.toml"
    near = difflib.get_close_matches(Path(name).stem, by_stem, n=1, cutoff=0.7)
    if near:
        return f'did you mean "{Path(name).with_name(by_stem[near[0]]).as_posix()}"?'
    return "paths are relative to the folder of edition.toml"
