"""``index``: the same correspondence in every format, on the standard output or in a file."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from lxml import etree

Run = Callable[..., Result]


def test_the_table(run: Run, small: Path) -> None:
    result = run(small, "index")
    assert result.exit_code == 0
    heading, first, *_ = result.stdout.splitlines()
    assert heading.split()[:3] == ["DATE", "FROM", "TO"]
    assert first.split()[:5] == ["1890-02-28", "Berta", "Brandt", "Carl", "Čapek"]


def test_csv(run: Run, small: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run(small, "index", "--format", "csv").stdout)))
    assert rows[0]["sender"] == "Berta Brandt"
    assert rows[0]["senderDate"] == "1890-02-28"
    assert rows[0]["addresseeID"] is not None


def test_json(run: Run, small: Path) -> None:
    letters = json.loads(run(small, "index", "--format", "json").stdout)["letters"]
    assert [letter["id"] for letter in letters][:3] == ["l1", "l2", "l3"]


def test_cmif(run: Run, small: Path) -> None:
    result = run(small, "index", "--format", "cmif")
    root = etree.fromstring(result.stdout.encode())
    found = root.findall(".//{http://www.tei-c.org/ns/1.0}correspDesc")
    assert len(found) >= 3


@pytest.mark.parametrize("form", ["table", "cmif", "csv", "json"])
def test_a_file_has_the_same_bytes(run: Run, small: Path, form: str) -> None:
    printed = run(small, "index", "--format", form).stdout_bytes
    assert run(small, "index", "--format", form, "--output", "x").stdout == ""
    assert (small / "x").read_bytes() == printed


def test_an_unknown_format_is_wrong_usage(run: Run, small: Path) -> None:
    result = run(small, "index", "--format", "xlsx")
    assert result.exit_code == 2
    assert "cmif" in result.stderr


def test_what_cannot_be_read_is_reported_beside_the_result(run: Run, small: Path) -> None:
    (small / "letters/bad.xml").write_text("<a>", "utf-8")
    result = run(small, "index", "--format", "json")
    assert result.exit_code == 1
    assert "letters/bad.xml:1:" in result.stderr
    assert len(json.loads(result.stdout)["letters"]) >= 3
