"""The project folder and its source files: found, each once, and nothing that is not a source."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tei_edition.errors import TeiEditionError
from tei_edition.project import Project, find, open_project

MakeProject = Callable[[Mapping[str, str]], Path]


def names(project: Project) -> list[str]:
    return [file.name for file in project.sources().files]


def test_the_folder_given_is_the_project(tmp_path: Path) -> None:
    assert find(tmp_path, Path("/")) == tmp_path


@pytest.mark.parametrize("kind", ["missing", "file"])
def test_a_folder_given_that_is_none(tmp_path: Path, kind: str) -> None:
    given = tmp_path / "x"
    if kind == "file":
        given.touch()
    with pytest.raises(TeiEditionError) as raised:
        find(given, tmp_path)
    assert [d.code for d in raised.value.diagnostics] == ["CFG007"]


def test_the_nearest_folder_with_a_configuration(make_project: MakeProject) -> None:
    folder = make_project({"edition.toml": "", "tei/letters/a.xml": ""})
    assert find(None, folder / "tei/letters") == folder


def test_without_any_configuration_it_is_the_current_folder(tmp_path: Path) -> None:
    assert find(None, tmp_path) == tmp_path
    assert not open_project(tmp_path).is_configured


def test_without_configuration_every_xml_file_is_a_source(make_project: MakeProject) -> None:
    folder = make_project(
        {
            "b.xml": "",
            "a/z.XML": "",
            "a/b/c.xml": "",
            "a.txt": "",
            ".hidden/a.xml": "",
            "a/._c.xml": "",
            "node_modules/x/a.xml": "",
            "venv/pyvenv.cfg": "",
            "venv/lib/a.xml": "",
            "cache/CACHEDIR.TAG": "",
            "cache/a.xml": "",
            "site/documents/a.xml": "",
            "old-site/.tei-edition": "",
            "old-site/documents/a.xml": "",
        }
    )
    assert names(open_project(folder)) == ["a/b/c.xml", "a/z.XML", "b.xml"]


def test_patterns_say_what_is_a_source(make_project: MakeProject) -> None:
    folder = make_project(
        {
            "edition.toml": '[sources]\ndocuments = ["l/**/*.xml", "l/a.xml"]\npages = ["p.xml"]\n',
            "l/a.xml": "",
            "l/x/b.xml": "",
            "p.xml": "",
            "other.xml": "",
        }
    )
    assert names(open_project(folder)) == ["l/a.xml", "l/x/b.xml", "p.xml"]


def test_a_pattern_that_fits_nothing_is_reported(make_project: MakeProject) -> None:
    text = '[sources]\ndocuments = ["a.xml"]\nregisters = ["no/*.xml"]\n'
    sources = open_project(make_project({"edition.toml": text, "a.xml": ""})).sources()
    (finding,) = sources.diagnostics
    assert (finding.code, str(finding.location)) == ("CFG009", "edition.toml:3:1")
    assert [file.name for file in sources.files] == ["a.xml"]


def test_a_pattern_may_lead_out_of_the_project(make_project: MakeProject) -> None:
    folder = make_project({"p/edition.toml": '[sources]\npages = ["../q/*.xml"]', "q/a.xml": ""})
    assert names(open_project(folder / "p")) == ["../q/a.xml"]


def test_the_output_folder_is_no_source_wherever_it_is(make_project: MakeProject) -> None:
    folder = make_project({"a.xml": "", "public/b.xml": "", "site/c.xml": ""})
    project = open_project(folder, options={"site.directory": str(folder / "public")})
    assert names(project) == ["a.xml", "site/c.xml"]


def test_links_in_a_circle_and_to_the_same_file(make_project: MakeProject) -> None:
    folder = make_project({"real/a.xml": "", "real/deep/b.xml": ""})
    (folder / "a-link").symlink_to(folder / "real")
    (folder / "real/deep/up").symlink_to(folder)
    (folder / "real/again.xml").symlink_to("a.xml")
    (folder / "self").symlink_to("self")
    assert names(open_project(folder)) == ["real/a.xml", "real/deep/b.xml"]


def test_what_only_links_lead_to_is_read(make_project: MakeProject, tmp_path: Path) -> None:
    folder = make_project({"a.xml": ""})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "b.xml").touch()
    (folder / "letters").symlink_to(elsewhere)
    (folder / "c.xml").symlink_to(elsewhere / "gone.xml")
    assert names(open_project(folder)) == ["a.xml", "c.xml", "letters/b.xml"]


def test_what_is_no_regular_file_is_not_opened(make_project: MakeProject) -> None:
    folder = make_project({"a.xml": "", "b.xml/c.xml": ""})
    os.mkfifo(folder / "pipe.xml")
    assert names(open_project(folder)) == ["a.xml", "b.xml/c.xml"]


def test_a_folder_that_cannot_be_read_is_reported(
    make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = make_project({"a.xml": "", "closed/b.xml": ""})
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if path.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refusing)
    sources = open_project(folder).sources()
    assert [file.name for file in sources.files] == ["a.xml"]
    (finding,) = sources.diagnostics
    assert (finding.code, finding.location.path) == ("CFG008", "closed")
    assert "permission denied" in finding.message


def test_names_that_are_no_unicode_can_still_be_shown(make_project: MakeProject) -> None:
    folder = make_project({"a.xml": ""})
    (folder / os.fsdecode(b"\xff.xml")).touch()
    assert names(open_project(folder)) == ["\\xff.xml", "a.xml"]


def test_files_and_folders_that_the_user_names(make_project: MakeProject, tmp_path: Path) -> None:
    folder = make_project({"edition.toml": "", "a.xml": "", "t/b.xml": "", "t/c.txt": ""})
    outside = tmp_path / "o.tei"
    outside.touch()
    project = open_project(folder)
    chosen = project.select([folder / "t", folder / "t/c.txt", outside])
    assert [file.name for file in chosen.files] == ["../o.tei", "t/b.xml", "t/c.txt"]


def test_a_configuration_that_is_a_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").mkdir()
    with pytest.raises(TeiEditionError):
        open_project(tmp_path)


def test_what_tells_emacs_the_schema_is_no_source(make_project: MakeProject) -> None:
    rules = '<locatingRules xmlns="http://thaiopensource.com/ns/locating-rules/1.0"/>'
    project = open_project(make_project({"schemas.xml": rules, "a/schemas.xml": "<TEI/>"}))
    assert [file.name for file in project.sources().files] == ["a/schemas.xml"]
