"""The site of the demonstration edition: its HTML is valid, and its pages are light."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from lxml import html

from benchmarks import weight
from tei_edition.build.progress import SILENT
from tei_edition.diagnostics import Severity
from tei_edition.pipeline import build
from tei_edition.project import open_project
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("demonstration")
    made = build(open_project(ROOT), output=base / "site", cache=base / "cache", progress=SILENT)
    assert [d for d in made.diagnostics if d.severity is not Severity.INFO] == []
    return base / "site"


@pytest.fixture(scope="module")
def vnu() -> str:
    """Return the Nu HTML checker: the path in VNU_JAR, or where npm puts it."""
    places = [os.environ.get("VNU_JAR", ""), "node_modules/vnu-jar/build/dist/vnu.jar"]
    found = next((p for p in places if p and Path(p).is_file()), None)
    return found or pytest.skip("the Nu HTML checker is not here: npm install vnu-jar")


def test_no_page_has_an_error_of_html(site: Path, vnu: str, java: str) -> None:
    command = [
        java,
        "-Xss4m",
        "-jar",
        vnu,
        "--format",
        "json",
        "--skip-non-html",
        "--exit-zero-always",
    ]
    result = subprocess.run([*command, str(site)], capture_output=True, text=True, check=True)
    messages = json.loads(result.stderr)["messages"]
    errors = [m for m in messages if m["type"] != "info"]
    assert [(m.get("url"), m["message"], m.get("extract")) for m in errors] == []


def test_pages_are_light(site: Path) -> None:
    found = list(weight.weights(site))
    letters = [w for w in found if w.kind == "document"]
    assert letters
    assert max(w.warm for w in letters) <= weight.LETTER_WARM
    assert max(w.cold for w in letters) <= weight.LETTER_COLD
    lists = [w for w in found if w.kind not in weight.TEXTS]
    assert len({w.kind for w in lists}) >= 10
    assert max(w.warm for w in lists) <= weight.LIST
    assert weight.scripts(site) <= weight.SCRIPTS


def test_what_an_entry_is_stands_once_on_its_page(site: Path) -> None:
    page = html.parse(site / "places/beijing.html").getroot()
    assert page.find("body").text_content().count("the official name until") == 1
