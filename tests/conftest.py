"""What all tests share: the material beside the repository, small editions, and no silent skips."""

import os
import shutil
from collections.abc import Callable, Generator, Mapping
from pathlib import Path
from typing import TypeVar

import pytest

ROOT = Path(__file__).resolve().parent.parent
STRICT = os.environ.get("TEI_EDITION_NO_SKIP") == "1"

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)
MakeProject = Callable[[Mapping[str, str]], Path]


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the folder of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Return the folder with standards and corpora; skip where it is not there."""
    path = Path(os.environ.get("TEI_EDITION_SHARED", ROOT.parent / "shared"))
    if not path.is_dir():
        pytest.skip("the corpora and standards in ../shared are not here")
    return path


@pytest.fixture(scope="session")
def chromium() -> str:
    """Return the browser's program; skip where there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    return found or pytest.skip("there is no Chromium here")


@pytest.fixture(scope="session")
def java() -> str:
    """Return the program that runs Java, for the reference tools; skip where there is none."""
    return shutil.which("java") or pytest.skip("there is no Java here")


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """Return a copy of a small edition: three letters, a draft, and registers, without a fault."""
    return Path(shutil.copytree(ROOT / "tests/editions/small", tmp_path / "small"))


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Return a function that writes files, by relative path, into a new project folder."""

    def make(files: Mapping[str, str]) -> Path:
        folder = tmp_path / "project"
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return folder

    return make


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Where everything is known to be there, a test that skips itself has failed."""
    return _unskipped((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """A module that skips itself has failed, too."""
    return _unskipped((yield))


def _unskipped(report: Report) -> Report:
    if STRICT and report.skipped and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped, though nothing may be skipped here: {report.longrepr}"
    return report
