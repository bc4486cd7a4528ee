"""Where the public conformance suites of RELAX NG lie, and how their cases are laid out."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).parents[3]
STANDARDS = ROOT.parent / "shared" / "standards"
CORPORA = ROOT.parent / "shared" / "corpora"


def suite(name: str) -> etree._Element:
    """The root of one suite; the test is skipped where the suites are not at hand."""
    path = STANDARDS / "relaxng-suite" / name
    if not path.exists():
        pytest.skip(f"{path.name} is not at hand (../shared/standards/relaxng-suite)")
    return etree.parse(path, etree.XMLParser(strip_cdata=False)).getroot()


def standard(name: str) -> Path:
    path = STANDARDS / name
    if not path.exists():
        pytest.skip(f"{name} is not at hand (../shared/standards)")
    return path


@dataclass
class Case:
    """A schema with the documents that it must accept and refuse."""

    line: int
    schema: bytes
    is_correct: bool
    files: dict[str, bytes] = field(default_factory=dict)
    documents: list[tuple[bool, bytes]] = field(default_factory=list)

    def written(self, folder: Path) -> Path:
        """The schema as a file among the files it refers to."""
        for name, data in {"schema.rng": self.schema, **self.files}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        return folder / "schema.rng"


def cases(root: etree._Element) -> Iterator[Case]:
    for case in root.iter("testCase"):
        schema = next(case.iterchildren("correct", "incorrect"))
        yield Case(
            case.sourceline or 0,
            _inner(schema),
            schema.tag == "correct",
            dict(_files(case, "")),
            [(each.tag == "valid", _inner(each)) for each in case.iterchildren("valid", "invalid")],
        )


def _files(parent: etree._Element, folder: str) -> Iterator[tuple[str, bytes]]:
    for child in parent.iterchildren("resource", "dir"):
        if child.tag == "dir":
            yield from _files(child, f"{folder}{child.get('name')}/")
        else:
            yield f"{folder}{child.get('name')}", _inner(child)


def _inner(element: etree._Element) -> bytes:
    """The document inside an element, with the prefixes that are declared around it."""
    return "".join(
        etree.tostring(child, encoding="unicode", with_tail=False) for child in element
    ).encode()
