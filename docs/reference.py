"""Writes the generated parts of the reference, so that it cannot say what the program does not do.

    python docs/reference.py            write them
    python docs/reference.py --check    only say which are not up to date

Generated: what stands between the markers in commands.md, configuration.md, codes.md, corpora.md,
building.md and facsimiles.md, and schemas/edition.toml.schema.json. The rest is written by hand.
"""

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel

from tei_edition.catalogue import RULES
from tei_edition.cli import main as program
from tei_edition.config import Config, SchemaChoice
from tei_edition.config.sections import Editor
from tei_edition.config.site import ElementRule, SitePicture
from tei_edition.diagnostics import Rule
from tei_edition.site.words import LEFT_OUT
from tei_edition.tei.fallbacks import RULES as FALLBACKS
from tei_edition.tei.image_references import RULES as REFERENCES

ROOT = Path(__file__).resolve().parent.parent
AREAS = {
    "CFG": "Configuration",
    "XML": "Well-formedness",
    "RNG": "RELAX NG",
    "SCH": "Schematron",
    "REF": "Pointers",
    "ENT": "Registers",
    "COR": "Correspondence",
    "DAT": "Dates",
    "XSL": "Stylesheets",
    "OUT": "What was written",
}


def files() -> Iterator[tuple[Path, str]]:
    """Yield every file with a generated part, and what it must contain."""
    parts = {
        "commands": commands(),
        "configuration": configuration(),
        "codes": codes(),
        "corpora": fallbacks(),
        "building": left_out(),
        "facsimiles": references(),
    }
    for name, generated in parts.items():
        path = ROOT / "docs" / f"{name}.md"
        begin, end = f"<!-- generated: {name} -->\n", "<!-- end -->"
        before, _, rest = path.read_text("utf-8").partition(begin)
        yield path, f"{before}{begin}\n{generated}\n{end}{rest.partition(end)[2]}"
    yield ROOT / "schemas" / "edition.toml.schema.json", schema()


def commands() -> str:
    """Return the help of all commands, as the program prints it."""
    context = click.Context(
        program, info_name="tei-edition", terminal_width=88, **program.context_settings
    )
    sections = [_help(context)]
    for name in program.list_commands(context):
        command = program.get_command(context, name)
        if command is None:
            raise AssertionError(f"{name} is listed, so it exists")
        sections.append(_help(click.Context(command, context, info_name=name)))
    return "\n".join(sections)


def left_out() -> str:
    """Return a table of the elements whose words a page need not have."""
    lines = ["| elements | what they are |", "|---|---|"]
    for reason, names in LEFT_OUT.items():
        lines.append(f"| {', '.join(f'`{name}`' for name in sorted(names))} | {reason} |")
    return "\n".join(lines) + "\n"


def _help(context: click.Context) -> str:
    return f"## `{context.command_path}`\n\n```text\n{context.get_help()}\n```\n"


def configuration() -> str:
    """Return a table of keys for each table of `edition.toml`."""
    sections = []
    for name, field in Config.model_fields.items():
        section = field.annotation
        if not (isinstance(section, type) and issubclass(section, BaseModel)):
            raise AssertionError(f"{name} is a table")
        sections.append(f"## `[{name}]`\n\n{_prose(section)}\n\n{_keys(section)}")
    for title, model in (
        ("edition.editors", Editor),
        ("validation.schema", SchemaChoice),
        ("site.picture", SitePicture),
        ("site.elements", ElementRule),
    ):
        sections.append(f"## Items of `{title}`\n\n{_prose(model)}\n\n{_keys(model)}")
    return "\n".join(sections)


def _prose(model: type[BaseModel]) -> str:
    return " ".join((model.__doc__ or "").split())


def _keys(model: type[BaseModel]) -> str:
    rows = ["| key | default | meaning |", "|---|---|---|"]
    for name, field in model.model_fields.items():
        default = field.get_default(call_default_factory=True)
        if isinstance(default, BaseModel):
            default = ""
        shown = "required" if field.is_required() else f"`{_toml(default)}`" if default else "–"
        rows.append(f"| `{field.alias or name}` | {shown} | {field.description} |")
    return "\n".join(rows) + "\n"


def _toml(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def codes() -> str:
    """Return the documentation of all rules, by area."""
    areas = {rule.area: AREAS[rule.area] for rule in RULES.values()}
    return "\n".join(
        f"## {area} {title}\n\n" + "\n".join(_rule(r) for r in RULES.values() if r.area == area)
        for area, title in areas.items()
    )


def _rule(rule: Rule) -> str:
    blocks = [f"### {rule.code}", f"**{rule.title}** ({rule.severity.value})", rule.text]
    language = "toml" if rule.area == "CFG" else "xml"
    for label, example in (("Wrong:", rule.fails), ("Right:", rule.passes)):
        if example:
            text = re.sub(r"^\n+|\s+$", "", example)
            blocks += [label, f"```{language}\n{text}\n```"]
    return "\n\n".join(blocks) + "\n"


def fallbacks() -> str:
    """Return the rules for letters without actions, in the order in which they are tried."""
    rows = ["| rule | its sign | what it reads |", "|---|---|---|"]
    for rule in FALLBACKS:
        parts = [
            ("sender", rule.sender),
            ("addressee", rule.addressee),
            ("place sent", (rule.place_sent,)),
            ("date sent", (rule.date_sent,)),
        ]
        paths = "<br>".join(
            f"{name}: {_code(path)}" for name, several in parts for path in several if path
        )
        rows.append(f"| {rule.name} | {_code(rule.sign)} | {paths} |")
    return "\n".join(rows) + "\n"


def references() -> str:
    """Return how references to images are understood, in the order in which rules are tried."""
    rows = ["| a reference that is | such as | is taken for |", "|---|---|---|"]
    rows += [f"| {rule.name} | `{rule.example}` | {rule.form.value} |" for rule in REFERENCES]
    return "\n".join(rows) + "\n"


def _code(path: str) -> str:
    """Return an XPath as code in a cell of a table; what is none stays as it is."""
    short = path.replace("tei:teiHeader/tei:", "…/").replace("tei:", "").replace("|", "\\|")
    return f"`{short}`" if "tei:" in path else short


def schema() -> str:
    """Return the JSON schema of `edition.toml`, for editors that complete and check TOML."""
    content = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_without_null(Config.model_json_schema(by_alias=True)),
        "title": "edition.toml",
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _without_null(value: Any) -> Any:
    """Return a schema without ``null``, which TOML does not have, and without made-up titles."""
    if isinstance(value, list):
        return [_without_null(item) for item in value if item != {"type": "null"}]
    if not isinstance(value, dict):
        return value
    kept = {
        key: _without_null(item)
        for key, item in value.items()
        if not (key == "title" and isinstance(item, str))
        and not (key == "default" and item is None)
    }
    choices = kept.get("anyOf")
    if isinstance(choices, list) and len(choices) == 1:
        kept = {**{key: item for key, item in kept.items() if key != "anyOf"}, **choices[0]}
    return kept


def main(arguments: list[str]) -> int:
    """Write or check the files; return the exit status."""
    stale = [
        (path, content)
        for path, content in files()
        if not path.exists() or path.read_text("utf-8") != content
    ]
    for path, content in stale:
        print(f"{path.relative_to(ROOT)} is not up to date" if arguments else f"wrote {path.name}")
        if not arguments:
            path.write_text(content, "utf-8")
    return 1 if arguments and stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
