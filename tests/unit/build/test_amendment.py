"""A few files of a folder are replaced, each whole, or none at all."""

from pathlib import Path

import pytest

from tei_edition.build.amendment import Amendment


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "a").write_text("old")
    (folder / "b").write_text("old")
    return folder


def test_files_take_their_places(site: Path) -> None:
    with Amendment(site) as files:
        status = files.write("a", b"new")
        assert (files.read("a"), files.read("b"), files.read("c")) == (b"new", b"old", b"")
        assert (site / "a").read_text() == "old"
        files.commit(["b"])
    after = (site / "a").stat()
    assert (after.st_size, after.st_mtime_ns) == (status.st_size, status.st_mtime_ns)
    assert [path.name for path in site.parent.rglob("*")] == ["site", "a"]


def test_without_a_commit_nothing_changes(site: Path) -> None:
    with Amendment(site) as files:
        files.write("a", b"new")
        files.keep("b")
        assert files.earlier("a") is not None
        assert files.earlier("c") is None
    assert {path.name: path.read_text() for path in site.iterdir()} == {"a": "old", "b": "old"}
    assert [path.name for path in site.parent.iterdir()] == ["site"]
