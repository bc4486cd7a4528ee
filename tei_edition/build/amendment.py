"""Replacing a few files of a published folder, where a new generation of all would take longer."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path


class Amendment:
    """New files for a folder; nothing of it is touched before `commit`. Paths are relative.

    All are written before the first takes its place, so that a full disk changes nothing. Each
    takes its place in one step, one soon after the other; if the process dies between two, the
    state still has the earlier ones, and the next build makes what it does not find. Raises
    `OSError` where the disk refuses.
    """

    def __init__(self, output: Path) -> None:
        self._output = output.resolve()
        self._staging = self._output.with_name(f".{self._output.name}.next")
        self._staged: dict[str, Path] = {}
        shutil.rmtree(self._staging, ignore_errors=True)
        self._staging.mkdir(parents=True)

    def __enter__(self) -> "Amendment":
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._staging, ignore_errors=True)

    def earlier(self, path: str) -> os.stat_result | None:
        """Return the status of a file of the published folder, ``None`` where there is none."""
        try:
            return (self._output / path).stat()
        except OSError:
            return None

    def keep(self, path: str) -> None:
        """Leave a file as it is."""

    def write(self, path: str, data: bytes) -> os.stat_result:
        """Write a file, and return the status that it will have."""
        staged = self._staging / str(len(self._staged))
        staged.write_bytes(data)
        self._staged[path] = staged
        return staged.stat()

    def read(self, path: str) -> bytes:
        """Return a file as it will be; empty where there is none."""
        try:
            return self._staged.get(path, self._output / path).read_bytes()
        except FileNotFoundError:
            return b""

    def commit(self, gone: Iterable[str] = ()) -> tuple[str, ...]:
        """Put all new files in their places, remove those that are gone, and return the former."""
        made, self._staged = self._staged, {}
        for path, staged in made.items():
            target = self._output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(target)
        for path in gone:
            (self._output / path).unlink(missing_ok=True)
        return tuple(made)
