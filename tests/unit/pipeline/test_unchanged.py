"""Where nothing has changed, the last outcome holds; whatever has changed, it does not."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tei_edition import pipeline
from tei_edition.pipeline import Outcome
from tei_edition.pipeline.unchanged import remembered
from tei_edition.project import open_project


def built(folder: Path) -> Outcome:
    project = open_project(folder)
    return pipeline.build(project, output=project.output, cache=folder.parent / "cache")


def again(folder: Path, *, drafts: bool = False) -> Outcome | None:
    return remembered(open_project(folder), folder.parent / "cache", drafts=drafts)


def test_nothing_is_known_before_the_first_build(small: Path) -> None:
    assert again(small) is None


def test_the_last_outcome_holds(small: Path) -> None:
    first = built(small)
    found = again(small)
    assert found is not None
    assert found.diagnostics == first.diagnostics
    assert found.documents == first.documents
    assert found.pages_current == first.pages_built
    assert (found.pages_built, found.pages_removed) == (0, 0)


def edit(path: str) -> Callable[[Path], object]:
    def change(folder: Path) -> None:
        file = folder / path
        file.write_text(file.read_text("utf-8") + "\n", "utf-8")

    return change


@pytest.mark.parametrize(
    "change",
    [
        edit("letters/l1.xml"),
        edit("registers/persons.xml"),
        edit("schema/small.rnc"),
        edit("edition.toml"),
        edit("site/index.html"),
        edit("site/data/cmif.xml"),
        lambda folder: (folder / "site/index.html").unlink(),
        lambda folder: (folder / "site/more.html").write_text(""),
        lambda folder: (folder / "letters/l1.xml").unlink(),
        lambda folder: (folder / "letters/l5.xml").write_text("<TEI/>"),
        lambda folder: (folder / "letters/l1.xml").rename(folder / "letters/a.xml"),
    ],
)
def test_what_has_changed_is_seen(small: Path, change: Callable[[Path], object]) -> None:
    built(small)
    assert again(small) is not None
    change(small)
    assert again(small) is None


def test_with_drafts_it_is_another_site(small: Path) -> None:
    built(small)
    assert again(small, drafts=True) is None


def test_what_could_not_be_read_is_looked_at_again(small: Path) -> None:
    (small / "letters/l1.xml").write_text("<TEI", "utf-8")
    built(small)
    assert again(small) is None


def test_nothing_heavy_is_loaded(small: Path, repository: Path) -> None:
    built(small)
    command = ["build", "--project", str(small), "--cache-dir", str(small.parent / "cache")]
    program = (
        "import sys\nfrom pathlib import Path\nfrom tei_edition.cli import main\n"
        f"main({command!r}, standalone_mode=False)\n"
        "heavy = ('saxonche', 'rich', 'babel', 'tei_edition.checks', 'tei_edition.tei',\n"
        "    'tei_edition.relaxng', 'tei_edition.site', 'tei_edition.indexing',\n"
        "    'tei_edition.exports', 'tei_edition.pipeline.building')\n"
        "print([name for name in heavy if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=repository
    )
    assert "0 built" in result.stderr
    assert result.stdout == "[]\n"
