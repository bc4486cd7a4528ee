"""The configuration in force, written as TOML that says where each value came from."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from tei_edition.config.sections import Config, SchemaChoice


def as_toml(config: Config, origins: Mapping[str, str]) -> str:
    """Return all keys, each with a comment: ``default``, ``option``, or its line in the file.

    What is printed is itself a configuration with the same meaning.
    """
    tables = (
        "\n".join((f"[{name}]", *_table(config, name, origins))) for name in Config.model_fields
    )
    return "\n\n".join(tables) + "\n"


def _table(config: Config, name: str, origins: Mapping[str, str]) -> Iterator[str]:
    section: BaseModel = getattr(config, name)
    fields = type(section).model_fields.items()
    # In TOML, what follows a table within a table belongs to that one.
    for attribute, field in sorted(
        fields, key=lambda f: isinstance(getattr(section, f[0]), Mapping)
    ):
        key = field.alias or attribute
        value = getattr(section, attribute)
        if isinstance(value, Mapping):
            yield from ("", f"[{name}.{key}]")
            yield from (_line(f"{name}.{key}", code, value[code], origins) for code in value)
        else:
            effective = config.require if (name, key) == ("build", "require") else value
            yield _line(name, key, effective, origins)


def _line(table: str, key: str, value: Any, origins: Mapping[str, str]) -> str:
    origin = origins.get(f"{table}.{key}", "default")
    shown = key if re.fullmatch(r"[\w-]+", key, re.ASCII) else _value(key)
    return f"{f'{shown} = {_value(value)}':<60}  # {origin}"


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(_value(item) for item in value)}]"
    if isinstance(value, SchemaChoice) and not (value.path or value.root):
        return _value(value.file)
    if isinstance(value, BaseModel):
        given = ((k, v) for k, v in value.model_dump(by_alias=True).items() if v)
        return f"{{ {', '.join(f'{k} = {_value(v)}' for k, v in given)} }}"
    # JSON's texts are TOML's, but for one character that TOML wants escaped.
    return json.dumps(str(value), ensure_ascii=False).replace("\x7f", "\\u007f")
