"""Changes as a diff that other programs can apply."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tei_edition.report.diff import render


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nb\nc\n", "a\nB\nc\n"),
        ("a\nb", "a\nB"),
        ("a\r\nb\r\n", "a\r\nB\r\n"),
        ("a\nb\u2028c\x0c\n", "a\nb\n"),
        ("a\n", "a\nb"),
    ],
)
def test_patch_makes_of_the_one_the_other(tmp_path: Path, before: str, after: str) -> None:
    patch = shutil.which("patch") or pytest.skip("there is no patch here")
    file = tmp_path / "a.xml"
    file.write_bytes(before.encode())
    diff = render("a.xml", before, after)
    arguments = [patch, "--binary", "-s", "-p1"]
    subprocess.run(arguments, input=diff.encode(), cwd=tmp_path, check=True)
    assert file.read_bytes() == after.encode()


def test_a_terminal_gets_colours_and_nothing_that_moves_its_cursor() -> None:
    diff = render("a.xml", "a\x1b[2J\n", "b\n", colour=True)
    assert "\x1b[31m-a\N{REPLACEMENT CHARACTER}[2J\x1b[0m\n" in diff
    assert "\x1b[32m+b\x1b[0m\n" in diff
