"""A file is read again only where its status has changed, and never taken for what it was."""

import os
import time
from pathlib import Path

import pytest

from tei_edition.build import fingerprints
from tei_edition.build.fingerprints import Fingerprints, fingerprint
from tei_edition.build.store import Store


@pytest.fixture
def store() -> Store:
    return Store(None)


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every file look as if it had not changed for long."""
    monkeypatch.setattr(fingerprints, "_RACY", -(10**18))


def looked(store: Store, path: Path) -> str:
    prints = Fingerprints(store)
    found = prints.of(path)
    prints.save()
    return found


def test_parts_do_not_run_together() -> None:
    assert fingerprint("ab", "c") != fingerprint("a", "bc")


def test_a_known_file_is_not_read(
    tmp_path: Path, store: Store, settled: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a"
    path.write_text("1")
    first = looked(store, path)
    monkeypatch.setattr(fingerprints, "open", None, raising=False)
    assert looked(store, path) == first == fingerprint("1")


def test_a_file_that_has_just_changed_is_read_again(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "a"
    path.write_text("1")
    status = path.stat()
    looked(store, path)
    path.write_text("2")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert looked(store, path) == fingerprint("2")


def test_another_status_is_another_look(tmp_path: Path, store: Store, settled: None) -> None:
    path = tmp_path / "a"
    path.write_text("1")
    looked(store, path)
    time.sleep(0.02)
    path.write_text("2")
    assert looked(store, path) == fingerprint("2")


def test_a_file_that_is_not_there_has_no_hash(tmp_path: Path, store: Store) -> None:
    assert looked(store, tmp_path / "none") == ""
    assert looked(store, tmp_path) == ""


def test_one_object_takes_one_look(tmp_path: Path, store: Store) -> None:
    path = tmp_path / "a"
    path.write_text("1")
    prints = Fingerprints(store)
    assert prints.of(path) == fingerprint("1")
    assert prints.is_unchanged(path)
    path.write_text("22")
    assert prints.of(path) == fingerprint("1")
    assert not prints.is_unchanged(path)


def test_names_and_order_count(tmp_path: Path, store: Store) -> None:
    a, b = tmp_path / "a", tmp_path / "b"
    a.write_text("1")
    b.write_text("1")
    prints = Fingerprints(store)
    assert len({prints.of_all(files) for files in ([a], [b], [a, b], [b, a])}) == 4
