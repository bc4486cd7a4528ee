"""The contents of files as hashes: a file is read again only where its status has changed."""

import hashlib
import os
import struct
import time
from collections.abc import Iterable
from pathlib import Path

from tei_edition.build.store import Store

_SHELF = "files"
_STATUS = struct.Struct("<qqqq")
_RACY = 2_000_000_000
"""Nanoseconds within which a file can change twice without a new time (FAT has two seconds)."""


def fingerprint(*parts: bytes | str) -> str:
    """Return the hash of a file's inputs; each part counts with its length."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


class Fingerprints:
    """The hashes of files by path; what was found out is kept in a store.

    One object takes one look at each file: what it has hashed stays as it was for this object.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._hashes: dict[str, str] = {}
        self._known: dict[str, bytes] = {}
        self._new: dict[str, bytes] = {}
        self._looked: dict[str, bytes] = {}

    def expect(self, paths: Iterable[Path]) -> None:
        """Fetch what is known of many files at once."""
        keys = [key for path in paths if (key := str(path)) not in self._known]
        self._known.update(self._store.get(_SHELF, keys))

    def of(self, path: Path) -> str:
        """Return the hash of a file, empty where it cannot be read."""
        key = str(path)
        if key not in self._hashes:
            self._hashes[key] = self._found(key)
        return self._hashes[key]

    def of_all(self, paths: Iterable[Path]) -> str:
        """Return one hash of several files, of their names and their order, too."""
        files = list(paths)
        self.expect(files)
        return fingerprint(*(part for path in files for part in (path.name, self.of(path))))

    def is_unchanged(self, path: Path) -> bool:
        """Say whether a file still is what it was when it was looked at."""
        key = str(path)
        return _status(key) == self._looked.get(key)

    def save(self) -> None:
        """Keep what was found out."""
        if self._new:
            self._store.put(_SHELF, self._new)
            self._store.save()
            self._new = {}

    def _found(self, key: str) -> str:
        status = self._looked[key] = _status(key)
        known = self._known.get(key)
        if known is None:
            known = self._store.get(_SHELF, [key]).get(key, b"")
        if status and known[: _STATUS.size] == status:
            return known[_STATUS.size :].decode("ascii", "replace")
        try:
            with open(key, "rb") as file:  # noqa: PTH123
                digest = fingerprint(file.read())
        except OSError:
            return ""
        _, modified, changed, _ = _STATUS.unpack(status or b"\xff" * _STATUS.size)
        if status and max(modified, changed) < time.time_ns() - _RACY:
            self._new[key] = status + digest.encode()
        return digest


def _status(path: str) -> bytes:
    """Return what changes with a file, empty where there is none."""
    try:
        status = os.stat(path)  # noqa: PTH116 - thousands of files: a Path for each costs more
    except OSError:
        return b""
    inode = status.st_ino & (2**63 - 1)
    return _STATUS.pack(status.st_size, status.st_mtime_ns, status.st_ctime_ns, inode)
