"""Values by key in a file of the cache folder, which may vanish, be damaged or be locked.

A store only saves work. Whatever is wrong with it costs time and nothing else: a file that is no
store of this format is deleted and begun anew, and one that cannot be used forgets everything.
"""

import sqlite3
import zlib
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

FORMAT = 1
_APPLICATION = 0x7E1ED  # how we tell our own files from those of other programs
KEPT = 60
"""Days after which what no build has used is forgotten."""
_SEAL = 4
_LAST = "\U0010ffff"
_AT_ONCE = 500
"""Fewer than the number of variables that every build of SQLite takes."""


class Store:
    """A table of values by key, each in a named `shelf`. Nothing here raises for the disk.

    `patience` is how many seconds to wait for another build that writes to it. Without a path it
    lasts as long as the object. Changes are written by `save`. `today` is the
    number of a day.
    """

    def __init__(self, path: Path | None, *, patience: float = 5.0) -> None:
        self.path = path
        self._damaged = False
        self._database = _opened(path, patience) if path else _connected(":memory:")

    def get(self, shelf: str, keys: Iterable[str]) -> dict[str, bytes]:
        """Return the values of those keys that have one."""
        wanted = list(keys)
        found: dict[str, bytes] = {}
        for start in range(0, len(wanted), _AT_ONCE):
            part = wanted[start : start + _AT_ONCE]
            marks = ",".join("?" * len(part))
            query = f"SELECT key, value FROM entry WHERE shelf = ? AND key IN ({marks})"
            found.update(self._rows(query, (shelf, *part)))
        return self._sound(found)

    def beginning(self, shelf: str, start: str) -> dict[str, bytes]:
        """Return the values of all keys that begin so."""
        query = "SELECT key, value FROM entry WHERE shelf = ? AND key >= ? AND key < ?"
        return self._sound(dict(self._rows(query, (shelf, start, start + _LAST))))

    def keys(self, shelf: str) -> list[str]:
        """Return all keys on a shelf."""
        query = "SELECT key, zeroblob(0) FROM entry WHERE shelf = ?"
        return [key for key, _ in self._rows(query, (shelf,))]

    def all(self, shelf: str) -> dict[str, bytes]:
        """Return everything on a shelf."""
        query = "SELECT key, value FROM entry WHERE shelf = ?"
        return self._sound(dict(self._rows(query, (shelf,))))

    def put(self, shelf: str, values: Mapping[str, bytes], today: int = 0) -> None:
        """Set the values of keys."""
        rows = [(shelf, key, _sealed(key, value), today) for key, value in values.items()]
        self._change("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?)", rows)

    def drop(self, shelf: str, keys: Iterable[str]) -> None:
        """Remove keys."""
        rows = [(shelf, key) for key in keys]
        self._change("DELETE FROM entry WHERE shelf = ? AND key = ?", rows)

    def use(self, shelf: str, keys: Iterable[str], today: int) -> None:
        """Remember that keys were used today, and forget what was not used for `KEPT` days."""
        rows = [(today, shelf, key, today) for key in keys]
        self._change("UPDATE entry SET used = ? WHERE shelf = ? AND key = ? AND used < ?", rows)
        self._change("DELETE FROM entry WHERE shelf = ? AND used < ?", [(shelf, today - KEPT)])

    def save(self) -> None:
        """Write what was changed; a store that turned out to be damaged is deleted instead."""
        if self._damaged and self.path:
            self.close()
            with suppress(OSError):
                self.path.unlink(missing_ok=True)
            return
        with suppress(sqlite3.Error):
            self._database.commit()

    def undo(self) -> None:
        """Take back what was changed since the last save."""
        with suppress(sqlite3.Error):
            self._database.rollback()

    def close(self) -> None:
        """Forget what was not saved, and release the file."""
        with suppress(sqlite3.Error):
            self._database.close()

    def _change(self, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
        try:
            self._database.executemany(statement, rows)
        except sqlite3.Error as error:
            self._note(error)

    def _rows(self, query: str, values: tuple[object, ...]) -> list[tuple[str, bytes]]:
        try:
            rows = self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._note(error)
            return []
        return [r for r in rows if isinstance(r[0], str) and isinstance(r[1], bytes)]

    def _note(self, error: sqlite3.Error) -> None:
        """Tell damage from what passes, such as a lock that another build holds."""
        busy = isinstance(error, sqlite3.OperationalError | sqlite3.ProgrammingError)
        self._damaged = self._damaged or not busy

    def _sound(self, rows: dict[str, bytes]) -> dict[str, bytes]:
        """Return the values that are as they were written."""
        return {k: v[_SEAL:] for k, v in rows.items() if v == _sealed(k, v[_SEAL:])}


def _sealed(key: str, value: bytes) -> bytes:
    """Return a value with its checksum in front, which a damaged one does not fit."""
    return zlib.crc32(value, zlib.crc32(key.encode())).to_bytes(_SEAL, "big") + value


def _opened(path: Path, patience: float) -> sqlite3.Connection:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return _connected(path, patience)
    except OSError:
        return _connected(":memory:")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorname", "") in ("SQLITE_BUSY", "SQLITE_LOCKED"):
            return _connected(":memory:")  # another build writes to it for longer than we wait
    except sqlite3.Error:
        pass
    try:
        path.unlink(missing_ok=True)
        return _connected(path, patience)
    except (sqlite3.Error, OSError):
        return _connected(":memory:")


def _connected(path: Path | str, patience: float = 0.0) -> sqlite3.Connection:
    """Open a database that is ours; raises for any other."""
    database = sqlite3.connect(path, timeout=patience, check_same_thread=False)
    try:
        # What is lost in a crash of the machine is only work; what is damaged is thrown away.
        database.execute("PRAGMA synchronous = OFF")
        application = database.execute("PRAGMA application_id").fetchone()[0]
        version = database.execute("PRAGMA user_version").fetchone()[0]
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if tables == 0:
            database.execute(f"PRAGMA application_id = {_APPLICATION}")
            database.execute(f"PRAGMA user_version = {FORMAT}")
            database.execute(
                "CREATE TABLE entry (shelf TEXT, key TEXT, value BLOB, used INTEGER, "
                "PRIMARY KEY (shelf, key)) WITHOUT ROWID"
            )
            database.commit()
        elif (application, version) != (_APPLICATION, FORMAT):
            raise sqlite3.DatabaseError("another program's file, or another format")
        database.execute("SELECT shelf, key, value, used FROM entry LIMIT 1").fetchall()
    except BaseException:
        database.close()
        raise
    return database
