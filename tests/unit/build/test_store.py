"""A store only saves work: whatever is wrong with its file, it begins anew or forgets."""

import sqlite3
from pathlib import Path

import pytest

from tei_edition.build.store import KEPT, Store


def written(path: Path) -> None:
    store = Store(path)
    store.put("shelf", {"a": b"1", "b": b"2"}, 100)
    store.save()
    store.close()


def test_values_outlast_the_object(tmp_path: Path) -> None:
    written(tmp_path / "deep/s.sqlite")
    store = Store(tmp_path / "deep/s.sqlite")
    assert store.get("shelf", ["a", "c"]) == {"a": b"1"}
    assert store.all("shelf") == {"a": b"1", "b": b"2"}
    assert store.all("other") == {}


def test_what_is_not_saved_is_forgotten(tmp_path: Path) -> None:
    written(tmp_path / "s")
    store = Store(tmp_path / "s")
    store.drop("shelf", ["a"])
    store.close()
    assert Store(tmp_path / "s").all("shelf") == {"a": b"1", "b": b"2"}


def test_more_keys_than_sqlite_takes_at_once() -> None:
    store = Store(None)
    values = {f"{n}": b"%d" % n for n in range(3000)}
    store.put("shelf", values)
    assert store.get("shelf", values) == values


def test_what_is_not_used_for_long_is_forgotten() -> None:
    store = Store(None)
    store.put("shelf", {"old": b"", "used": b""}, 100)
    store.put("other", {"old": b""}, 100)
    store.use("shelf", ["used"], 100 + KEPT + 1)
    assert store.all("shelf") == {"used": b""}
    assert store.all("other") == {"old": b""}


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + bytes(2000)])
def test_a_file_that_is_none_of_ours_is_begun_anew(tmp_path: Path, damage: bytes) -> None:
    path = tmp_path / "s"
    path.write_bytes(damage)
    assert Store(path).all("shelf") == {}
    written(path)
    assert Store(path).get("shelf", ["a"]) == {"a": b"1"}


def test_the_database_of_another_program_is_begun_anew(tmp_path: Path) -> None:
    database = sqlite3.connect(tmp_path / "s")
    database.execute("CREATE TABLE entry (shelf, key, value, used)")
    database.execute("INSERT INTO entry VALUES ('shelf', 'a', x'31', 0)")
    database.commit()
    database.close()
    assert Store(tmp_path / "s").all("shelf") == {}


def test_another_format_is_begun_anew(tmp_path: Path) -> None:
    written(tmp_path / "s")
    database = sqlite3.connect(tmp_path / "s")
    database.execute("PRAGMA user_version = 99")
    database.close()
    assert Store(tmp_path / "s").all("shelf") == {}


def test_a_value_that_was_tampered_with_is_no_value(tmp_path: Path) -> None:
    written(tmp_path / "s")
    database = sqlite3.connect(tmp_path / "s")
    database.execute("UPDATE entry SET value = x'3132333435' WHERE key = 'a'")
    database.commit()
    database.close()
    assert Store(tmp_path / "s").get("shelf", ["a", "b"]) == {"b": b"2"}


@pytest.mark.parametrize("start", range(0, 12000, 1024))
def test_damage_anywhere_is_survived_and_removed(tmp_path: Path, start: int) -> None:
    path = tmp_path / "s"
    store = Store(path)
    store.put("shelf", {f"{n}": b"%d" % n for n in range(500)})
    store.save()
    store.close()
    data = bytearray(path.read_bytes())
    data[start : start + 700] = b"\xff" * len(data[start : start + 700])
    path.write_bytes(data)
    store = Store(path)
    assert all(value == key.encode() for key, value in store.all("shelf").items())
    store.put("shelf", {"new": b"new"})
    store.save()
    store.close()
    again = Store(path)
    again.put("shelf", {"new": b"new"})
    again.save()
    assert again.get("shelf", ["new"]) == {"new": b"new"}


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file, not a folder")
    store = Store(tmp_path / "cache/s.sqlite")
    store.put("shelf", {"a": b"1"})
    store.save()
    assert store.get("shelf", ["a"]) == {"a": b"1"}


def test_a_store_that_another_build_writes_to_is_no_error(tmp_path: Path) -> None:
    written(tmp_path / "s")
    other = sqlite3.connect(tmp_path / "s")
    other.execute("BEGIN EXCLUSIVE")
    store = Store(tmp_path / "s", patience=0.05)
    assert store.get("shelf", ["a"]) == {}
    store.put("shelf", {"a": b"2"})
    store.save()
    other.rollback()
    other.close()
    store.close()
    assert Store(tmp_path / "s").get("shelf", ["a"]) == {"a": b"1"}
