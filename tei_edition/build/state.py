"""What each file of a built folder was made from, so that the next build makes only the rest.

The state lies in a cache folder, never with the sources and never in the output. It only saves
work: a missing, damaged or foreign state costs time and changes no byte.
"""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

FORMAT = 1


def fingerprint(*parts: bytes | str) -> str:
    """Return the hash of a file's inputs; each part counts with its length."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()


class State:
    """The fingerprints of one output folder's files."""

    def __init__(self, path: Path, entries: dict[str, list[Any]]) -> None:
        self._path = path
        self._earlier = entries
        self._current: dict[str, list[Any]] = {}

    @classmethod
    def load(cls, cache: Path, output: Path, *, ignore: bool = False) -> "State":
        """Read the state of an output folder; nothing is remembered where it cannot be read."""
        path = cache / f"{fingerprint(str(output.resolve()))}.json"
        try:
            read = {} if ignore else json.loads(path.read_bytes())
            entries = read["files"] if read.get("format") == FORMAT else {}
            return cls(path, {str(k): list(v) for k, v in entries.items() if len(v) == 4})
        except (OSError, ValueError, TypeError, AttributeError, KeyError):
            return cls(path, {})

    def is_current(self, path: str, inputs: str, status: os.stat_result | None) -> bool:
        """Say whether the file on the disk is the one that was made from the same inputs."""
        known = self._earlier.get(path)
        return (
            known is not None
            and status is not None
            and known[:3] == [inputs, status.st_size, status.st_mtime_ns]
        )

    def note(self, path: str) -> Any:
        """Return what was remembered along with a file."""
        return self._earlier[path][3]

    def keep(self, path: str) -> None:
        """Remember a file as before."""
        self._current[path] = self._earlier[path]

    def record(self, path: str, inputs: str, status: os.stat_result, note: Any = None) -> None:
        """Remember what a file was made from, and a note of plain JSON."""
        self._current[path] = [inputs, status.st_size, status.st_mtime_ns, note]

    def gone(self) -> Iterable[str]:
        """Return the files of the earlier state that this build did not claim."""
        return sorted(self._earlier.keys() - self._current.keys())

    def save(self) -> None:
        """Write the state, unless nothing changed; a cache that cannot be written is no error."""
        if self._current == self._earlier:
            return
        text = json.dumps({"format": FORMAT, "files": self._current}, ensure_ascii=False)
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary = self._path.with_suffix(f".{os.getpid()}")
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(self._path)
        except OSError:
            return
