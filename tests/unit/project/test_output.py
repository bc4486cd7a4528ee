"""Only what a build has made is ever replaced by a build."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tei_edition.errors import TeiEditionError
from tei_edition.project import check_output, open_project

MakeProject = Callable[[Mapping[str, str]], Path]


def check(folder: Path, output: Path) -> None:
    check_output(open_project(folder, options={"site.directory": str(output)}))


@pytest.mark.parametrize("files", [{}, {"out/.tei-edition": "", "out/index.html": ""}])
def test_a_new_folder_or_a_site(make_project: MakeProject, files: dict[str, str]) -> None:
    folder = make_project({"a.xml": "", **files})
    check(folder, folder / "out")


def test_an_empty_folder(make_project: MakeProject) -> None:
    folder = make_project({"a.xml": ""})
    (folder / "out").mkdir()
    check(folder, folder / "out")


@pytest.mark.parametrize(
    ("output", "wrong"),
    [
        (".", "is the project folder"),
        ("..", "or holds it"),
        ("tei", "holds files that no build has made"),
        ("a.xml", "is a file"),
    ],
)
def test_anything_else_is_refused(make_project: MakeProject, output: str, wrong: str) -> None:
    folder = make_project({"a.xml": "", "tei/b.xml": ""})
    with pytest.raises(TeiEditionError, match=wrong) as raised:
        check(folder, folder / output)
    assert [d.code for d in raised.value.diagnostics] == ["CFG011"]


def test_a_link_to_the_project_is_the_project(make_project: MakeProject, tmp_path: Path) -> None:
    folder = make_project({"a.xml": ""})
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(TeiEditionError, match="is the project folder"):
        check(folder, tmp_path / "link")
