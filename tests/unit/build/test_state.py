"""The state saves work and changes nothing else."""

from pathlib import Path

import pytest

from tei_edition.build.state import State, fingerprint


def test_parts_do_not_run_together() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")


def test_a_file_is_current_while_inputs_and_file_are_the_same(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("1")
    state = State.load(tmp_path / "cache", tmp_path / "site")
    assert not state.is_current("page.html", "key", page.stat())
    state.record("page.html", "key", page.stat(), ["a note"])
    state.save()

    again = State.load(tmp_path / "cache", tmp_path / "site")
    assert again.is_current("page.html", "key", page.stat())
    assert again.note("page.html") == ["a note"]
    assert not again.is_current("page.html", "other", page.stat())
    assert not again.is_current("page.html", "key", None)
    page.write_text("22")
    assert not again.is_current("page.html", "key", page.stat())


def test_files_that_nothing_claims_are_gone(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("1")
    state = State.load(tmp_path, tmp_path / "site")
    state.record("a.html", "1", page.stat())
    state.record("b.html", "1", page.stat())
    state.save()
    again = State.load(tmp_path, tmp_path / "site")
    again.keep("a.html")
    assert list(again.gone()) == ["b.html"]


def test_other_outputs_have_their_own_state(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("1")
    state = State.load(tmp_path, tmp_path / "one")
    state.record("a.html", "1", page.stat())
    state.save()
    assert not State.load(tmp_path, tmp_path / "other").is_current("a.html", "1", page.stat())


def test_clean_ignores_it(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("1")
    state = State.load(tmp_path, tmp_path / "site")
    state.record("a.html", "1", page.stat())
    state.save()
    clean = State.load(tmp_path, tmp_path / "site", ignore=True)
    assert not clean.is_current("a.html", "1", page.stat())


@pytest.mark.parametrize(
    "damage", [b"", b"{", b"[]", b'{"format": 99}', b'{"format": 1, "files": {"a": 3}}', b"\xff"]
)
def test_a_damaged_state_is_not_trusted(tmp_path: Path, damage: bytes) -> None:
    page = tmp_path / "page.html"
    page.write_text("1")
    state = State.load(tmp_path / "cache", tmp_path / "site")
    state.record("a", "1", page.stat())
    state.save()
    (file,) = (tmp_path / "cache").iterdir()
    file.write_bytes(damage)
    assert not State.load(tmp_path / "cache", tmp_path / "site").is_current("a", "1", page.stat())


def test_a_cache_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    page = tmp_path / "page.html"
    page.write_text("1")
    state = State.load(tmp_path / "cache", tmp_path / "site")
    state.record("a", "1", page.stat())
    state.save()
