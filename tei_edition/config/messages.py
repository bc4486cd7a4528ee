"""What is wrong with a value of the configuration, in the words of this toolkit."""

import difflib
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from tei_edition.config.lines import Path
from tei_edition.config.rules import BAD_VALUE, UNKNOWN_KEY
from tei_edition.config.sections import Config
from tei_edition.diagnostics import Diagnostic, Location

_KINDS = {
    "string_type": 'a text in quotation marks, such as "letters"',
    "tuple_type": "a list in square brackets",
    "mapping_type": "a table",
    "dict_type": "a table",
    "model_type": "a table",
    "model_attributes_type": "a table",
}
_PLAIN = {"missing": "is missing", "string_too_short": "must not be empty"}
_PATTERNS = {
    "file": "must name a grammar: a file that ends in .rng or .rnc",
    "id": "must begin with a letter or digit and hold nothing but letters, digits, '.', '_', '-'",
    "uuid": "must be a UUID such as 7c3d9a52-3f0e-4c1b-9c0e-5a1d2f3b4c5d",
    "email": "must be an e-mail address",
    "class": "must be names of classes with blanks between them",
}


def dotted(path: Path) -> str:
    """Return a path as messages write it: ``edition.editors[1].name``, counted from 1."""
    parts = (f"[{part + 1}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def keys_of(path: Path) -> Mapping[str, type[BaseModel] | None]:
    """Return the keys of the table at `path`, each with the table that it holds, if it does."""
    model: type[BaseModel] | None = Config
    for part in path:
        if model is not None and isinstance(part, str):
            # A key that the table does not declare is one of those that an author chooses.
            model = _tables(model).get(part, model)
    return _tables(model) if model is not None else {}


def _tables(model: type[BaseModel]) -> dict[str, type[BaseModel] | None]:
    return {f.alias or name: _model_in(f.annotation) for name, f in model.model_fields.items()}


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = (_model_in(argument) for argument in getattr(annotation, "__args__", ()))
    return next((model for model in inner if model), None)


def unknown_key(path: Path, location: Location) -> Diagnostic:
    """Return the finding about a key that no table has, with the nearest one that exists."""
    table, key = path[:-1], str(path[-1])
    known = list(keys_of(table))
    where = f'in "{dotted(table)}"' if table else "at the top of the file"
    return UNKNOWN_KEY.at(location, f'unknown key "{key}" {where}', _suggestion(key, table, known))


def _suggestion(key: str, table: Path, known: list[str]) -> str:
    listed = f"{'keys' if table else 'tables'} here: {', '.join(known)}"
    homes = [section for section in keys_of(()) if key in keys_of((section,))]
    if homes:
        return f'"{key}" belongs into [{homes[0]}]\n{listed}'
    near = difflib.get_close_matches(key.replace("_", "-").lower(), known, n=1)
    return f'did you mean "{near[0]}"?\n{listed}' if near else listed


def bad_value(error: Mapping[str, Any], location: Location) -> Diagnostic:
    """Return the finding about a value; `error` is one of pydantic's ``errors()``."""
    path: Path = error["loc"]
    wrong, hint = _explained(error)
    return BAD_VALUE.at(location, f'"{dotted(path)}" {wrong}', hint)


def _explained(error: Mapping[str, Any]) -> tuple[str, str]:
    kind, value, context = error["type"], error["input"], error.get("ctx", {})
    if kind in _KINDS:
        return f"must be {_KINDS[kind]}, not {_described(value)}", ""
    if kind in ("literal_error", "enum"):
        return f"cannot be {_described(value)}", _choices(context["expected"], value)
    if kind in _PLAIN:
        return _PLAIN[kind], ""
    if kind == "string_pattern_mismatch":
        wrong = _PATTERNS.get(str(error["loc"][-1]), f"must match {context.get('pattern')}")
    else:
        wrong = str(context.get("error", error["msg"]))
    return wrong, f"it is {_described(value)}"


def _described(value: Any) -> str:
    """Name a value as its author would: short texts and numbers literally, others by kind."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, str):
        return f'"{value}"' if len(value) < 80 else "a long text"
    if isinstance(value, list | tuple):
        return "a list"
    return "a table" if isinstance(value, dict) else "a date or time"


def _choices(expected: str, value: Any) -> str:
    words = [word.strip("' ") for word in expected.replace(" or ", ",").split(",") if word.strip()]
    near = difflib.get_close_matches(str(value).lower(), words, n=1)
    listed = f"allowed: {', '.join(words)}"
    return f'did you mean "{near[0]}"?\n{listed}' if near else listed
