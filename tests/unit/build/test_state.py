"""The state saves work and changes nothing else."""

import sqlite3
from pathlib import Path

import pytest

from tei_edition.build.state import State, combined, state_file

PARTS = {"source": "1" * 32, "title": "2" * 32}


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "site/page.html"
    path.parent.mkdir()
    path.write_text("1")
    return path


@pytest.fixture
def output(page: Path) -> Path:
    return page.parent


def recorded(cache: Path, output: Path, *names: str) -> State:
    state = State.load(cache, output)
    for name in names:
        state.record(name, "key", (output / "page.html").stat(), ["a note"], PARTS)
    state.save()
    state.close()
    return State.load(cache, output)


def test_a_file_is_current_while_inputs_and_file_are_the_same(
    tmp_path: Path, page: Path, output: Path
) -> None:
    assert not State.load(tmp_path, output).is_current("page.html", "key", page.stat())
    again = recorded(tmp_path, output, "page.html")
    assert again.is_current("page.html", "key", page.stat())
    assert again.note("page.html") == ["a note"]
    assert not again.is_current("page.html", "other", page.stat())
    assert not again.is_current("page.html", "key", None)
    page.write_text("22")
    assert not again.is_current("page.html", "key", page.stat())


def test_why_a_file_must_be_made(tmp_path: Path, page: Path, output: Path) -> None:
    state = recorded(tmp_path, output, "page.html")
    assert state.reason("other.html", PARTS, None) == "new"
    assert state.reason("page.html", PARTS, None) == "missing in the output"
    assert state.reason("page.html", PARTS, page.stat()) == "changed in the output"
    changed = {"source": "3" * 32, "main.names": "4" * 32, "title": "2" * 32}
    assert state.reason("page.html", changed, page.stat()) == "changed: main.names, source"
    state.close()
    clean = State.load(tmp_path, output, ignore=True)
    assert clean.reason("page.html", PARTS, page.stat()) == "asked for"


def test_parts_do_not_run_together() -> None:
    assert combined({"a": "bc"}) != combined({"ab": "c"})
    assert combined({"a": "1", "b": "2"}) == combined({"b": "2", "a": "1"})


def test_files_that_nothing_claims_are_gone(tmp_path: Path, output: Path) -> None:
    again = recorded(tmp_path, output, "a.html", "b.html")
    again.keep("a.html")
    assert list(again.gone()) == ["b.html"]
    again.save()
    again.close()
    last = State.load(tmp_path, output)
    assert list(last.gone()) == ["a.html"]


def test_other_outputs_have_their_own_state(tmp_path: Path, page: Path, output: Path) -> None:
    recorded(tmp_path, output, "page.html")
    other = State.load(tmp_path, tmp_path / "other")
    assert not other.is_current("page.html", "key", page.stat())


def test_clean_uses_nothing_but_still_knows_what_is_gone(
    tmp_path: Path, page: Path, output: Path
) -> None:
    recorded(tmp_path, output, "page.html").close()
    clean = State.load(tmp_path, output, ignore=True)
    assert not clean.is_current("page.html", "key", page.stat())
    assert list(clean.gone()) == ["page.html"]


def test_a_run_is_remembered_until_the_next(tmp_path: Path, output: Path) -> None:
    state = recorded(tmp_path, output, "page.html")
    state.keep("page.html")
    state.save(("key", b"what it came to"))
    assert state.earlier_run("key") == b"what it came to"
    assert state.earlier_run("other") is None
    state.save()
    assert state.earlier_run("key") is None


def test_an_output_is_intact_with_just_its_files(tmp_path: Path, page: Path, output: Path) -> None:
    state = recorded(tmp_path, output, "page.html")
    marker = frozenset([".marker"])
    assert not state.is_intact(output, marker)
    (output / ".marker").write_text("")
    assert state.is_intact(output, marker)
    (output / "more").mkdir()
    assert state.is_intact(output, marker)
    (output / "more/file.txt").write_text("")
    assert not state.is_intact(output, marker)
    (output / "more/file.txt").unlink()
    page.write_text("22")
    assert not state.is_intact(output, marker)


def test_entries_of_another_shape_are_passed_over(tmp_path: Path, page: Path, output: Path) -> None:
    recorded(tmp_path, output, "page.html").close()
    with sqlite3.connect(state_file(tmp_path, output)) as database:
        database.execute("UPDATE entry SET value = ?", (b"[]",))
    database.close()
    again = State.load(tmp_path, output)
    assert not again.is_current("page.html", "key", page.stat())
