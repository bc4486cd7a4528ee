"""A folder appears whole or not at all."""

from pathlib import Path

import pytest

from tei_edition.build import generation
from tei_edition.build.generation import ForeignFolderError, Generation

MARKER = ".marker"


def publish(output: Path, files: dict[str, bytes]) -> None:
    with Generation(output, MARKER) as site:
        for path, data in files.items():
            site.write(path, data)
        site.commit()


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MARKER
    }


def test_files_replace_those_of_the_earlier_generation(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"a.html": b"1", "deep/b.html": b"2"})
    publish(tmp_path / "site", {"a.html": b"3"})
    assert content(tmp_path / "site") == {"a.html": b"3"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_kept_file_is_shared_with_the_earlier_generation(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"a/b.html": b"1"})
    before = (tmp_path / "site/a/b.html").stat()
    with Generation(tmp_path / "site", MARKER) as site:
        site.keep("a/b.html")
        site.commit()
    assert (tmp_path / "site/a/b.html").stat().st_ino == before.st_ino


def test_a_failed_build_leaves_the_earlier_site(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"a.html": b"1"})
    with pytest.raises(ValueError, match="leads out"):
        publish(tmp_path / "site", {"a.html": b"2", "../b.html": b"3"})
    assert content(tmp_path / "site") == {"a.html": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_killed_build_leaves_no_trace_in_the_next(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"a.html": b"1"})
    half = Generation(tmp_path / "site", MARKER)
    half.__enter__()
    half.write("half.html", b"2")
    publish(tmp_path / "site", {"a.html": b"3"})
    assert content(tmp_path / "site") == {"a.html": b"3"}


def test_without_an_atomic_exchange_folders_are_renamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(generation, "_exchange", lambda one, other: False)
    publish(tmp_path / "site", {"a.html": b"1"})
    publish(tmp_path / "site", {"a.html": b"2"})
    assert content(tmp_path / "site") == {"a.html": b"2"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_build_killed_between_the_two_renames_is_put_right(tmp_path: Path) -> None:
    publish(tmp_path / "site", {"a.html": b"1"})
    (tmp_path / "site").rename(tmp_path / ".site.previous")
    with Generation(tmp_path / "site", MARKER):
        pass
    assert content(tmp_path / "site") == {"a.html": b"1"}


def test_a_folder_with_other_files_is_never_replaced(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(ForeignFolderError), Generation(tmp_path, MARKER):
        pass
    assert (tmp_path / "thesis.docx").read_text() == "years of work"


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", {"a.html": b"1"})
    assert content(tmp_path / "site") == {"a.html": b"1"}


@pytest.mark.parametrize("path", ["../a.html", "/etc/a.html", "a/../../b.html"])
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    with (
        Generation(tmp_path / "site", MARKER) as site,
        pytest.raises(ValueError, match="leads out"),
    ):
        site.write(path, b"")
