"""What a build could not use or show: a report of its own, as text, JSON or a page of HTML."""

import json
from collections.abc import Callable, Iterable
from html import escape

from tei_edition.diagnostics import Diagnostic
from tei_edition.report.findings import Findings

SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    (
        "left_out",
        "Files and documents left out",
        ("XML1", "ENT39", "OUT101", "OUT102", "XSL102"),
    ),
    ("not_rendered", "Elements without a rule", ("XSL103",)),
    ("lost", "Words of the sources that are not on their pages", ("OUT104",)),
    ("unresolved", "References that lead nowhere", ("REF2",)),
)
"""Key, heading, and the beginnings of the codes of the findings in each section."""


def writer(name: str) -> Callable[[Findings], str]:
    """Return what writes the report for a file of this name: .json, .html, else text."""
    ending = name.rpartition(".")[2].lower()
    return {"json": as_json, "html": as_html, "htm": as_html}.get(ending, as_text)


def as_text(findings: Findings) -> str:
    """Return the report as lines of text."""
    lines = [f"{findings.documents} documents"]
    for _, heading, found in _sections(findings):
        lines += ["", f"{heading}: {len(found)}"]
        lines += [f"  {_place(d)}: {d.message}{_more(d)}" for d in found]
    return "\n".join(lines) + "\n"


def as_json(findings: Findings) -> str:
    """Return the report as an object with a list for each section."""
    content: dict[str, object] = {"documents": findings.documents}
    for key, _, found in _sections(findings):
        content[key] = [
            {
                "code": d.code,
                "message": d.message,
                "path": d.location.path,
                "line": d.location.line,
                "further_places": len(d.related),
            }
            for d in found
        ]
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def as_html(findings: Findings) -> str:
    """Return the report as a page that needs nothing beside it."""
    parts = [
        '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8">'
        "<title>What was left out</title></head><body><h1>What was left out</h1>"
        f"<p>{findings.documents} documents</p>"
    ]
    for _, heading, found in _sections(findings):
        parts.append(f"<h2>{heading}: {len(found)}</h2>\n<ul>")
        parts += [
            f"<li><code>{escape(_place(d))}</code> {escape(d.message + _more(d))}</li>"
            for d in found
        ]
        parts.append("</ul>")
    return "\n".join([*parts, "</body></html>"]) + "\n"


def _sections(findings: Findings) -> Iterable[tuple[str, str, list[Diagnostic]]]:
    for key, heading, codes in SECTIONS:
        yield key, heading, [d for d in findings.ordered if d.code.startswith(codes)]


def _place(found: Diagnostic) -> str:
    return f"{found.location.path}:{found.location.line}"


def _more(found: Diagnostic) -> str:
    return f" (and {len(found.related)} further places)" if found.related else ""
