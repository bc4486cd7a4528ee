"""Whatever a file holds and wherever a finding points, a report can be written and shown."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.report import FORMATS, Findings
from tei_edition.report.excerpt import WIDTH, excerpt, width

lines = st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300)
places = st.tuples(st.integers(0, 5), st.integers(1, 310))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("report")


def written(folder: Path, data: bytes) -> Path:
    """Write a file under a name of its own, since excerpts remember the files they have read."""
    path = folder / f"{len(list(folder.iterdir()))}.xml"
    path.write_bytes(data)
    return path


@given(text=st.lists(lines, max_size=3), place=places)
def test_an_excerpt_is_one_line_with_a_mark_below_it(
    folder: Path, text: list[str], place: tuple[int, int]
) -> None:
    found = excerpt(written(folder, "\n".join(text).encode()), *place)
    if found:
        assert "\n" not in found.text
        assert len(found.text) <= WIDTH + 2
        assert found.underline.endswith("^")
        assert width(found.before) <= width(found.text) + 1


@given(data=st.binary(max_size=200), place=places, message=st.text(max_size=40))
def test_every_format_can_be_written(
    folder: Path, data: bytes, place: tuple[int, int], message: str
) -> None:
    name = written(folder, data).name
    finding = Diagnostic("XML101", Severity.ERROR, message, Location(name, *place), message)
    findings = Findings(folder, (finding,), 1)
    assert "\x1b" not in FORMATS["text"](findings)
    assert FORMATS["github"](findings).count("\n") == 1
    assert json.loads(FORMATS["json"](findings))["diagnostics"][0]["message"] == message
