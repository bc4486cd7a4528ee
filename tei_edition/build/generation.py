"""Publishing a folder whole or not at all.

A generation is written beside the published folder, shares the unchanged files with it, and takes
its place in one step at the end. Until then the earlier folder is not touched.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType


class ForeignFolderError(Exception):
    """The output folder holds files that no build of ours has put there."""


class Generation:
    """The next state of a folder; use it as a context manager and `commit` at the end.

    `marker` is a file that every published folder has: no other folder is ever replaced, unless
    it is empty. Paths are relative, with forward slashes. Raises `ForeignFolderError` for a folder
    with other files, and `OSError` where the disk refuses.
    """

    def __init__(self, output: Path, marker: str) -> None:
        self.output = output.resolve()
        self._marker = marker
        self._staging = self.output.with_name(f".{self.output.name}.next")
        self._previous = self.output.with_name(f".{self.output.name}.previous")
        self._folders: set[str] = set()

    def __enter__(self) -> "Generation":
        self._recover()
        if self._is_foreign():
            raise ForeignFolderError(str(self.output))
        shutil.rmtree(self._staging, ignore_errors=True)
        self._staging.mkdir(parents=True)
        (self._staging / self._marker).write_text("This folder is replaced by every build.\n")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        shutil.rmtree(self._staging, ignore_errors=True)

    def earlier(self, path: str) -> os.stat_result | None:
        """Return the status of a file of the published folder, ``None`` where there is none."""
        try:
            return os.stat(f"{self.output}/{path}")  # noqa: PTH116 - thousands of files
        except OSError:
            return None

    def keep(self, path: str) -> None:
        """Take a file over from the published folder as it is."""
        _link(f"{self.output}/{path}", self._target(path))

    def write(self, path: str, data: bytes) -> os.stat_result:
        """Write a file, and return its status."""
        target = self._target(path)
        with open(target, "wb") as file:  # noqa: PTH123
            file.write(data)
            file.flush()
            return os.stat(file.fileno())  # noqa: PTH116

    def bring_forward(self, paths: Iterable[str]) -> None:
        """Let the published folder have files that were written before it has all the others."""
        early = f"{self._staging}/{self._marker}.early"
        for path in paths:
            source, target = f"{self._staging}/{path}", self.output / path
            target.parent.mkdir(parents=True, exist_ok=True)
            _link(source, early)
            os.replace(early, target)  # noqa: PTH105

    def read(self, path: str) -> bytes:
        """Return a file that was taken over or written; empty where there is none."""
        try:
            return (self._staging / path).read_bytes()
        except FileNotFoundError:
            return b""

    def commit(self) -> None:
        """Put the generation in the place of the published folder, in one step."""
        if not self.output.exists():
            self._staging.rename(self.output)
        elif not _exchange(self._staging, self.output):
            # Without an atomic exchange there is a moment without a folder; if the process dies
            # in it, the next build finds the earlier one and puts it back.
            self.output.rename(self._previous)
            self._staging.rename(self.output)
            shutil.rmtree(self._previous, ignore_errors=True)

    def _target(self, path: str) -> str:
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"{path} leads out of the folder")
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            (self._staging / folder).mkdir(parents=True, exist_ok=True)
            self._folders.add(folder)
        return f"{self._staging}/{path}"

    def _recover(self) -> None:
        if self._previous.exists() and not self.output.exists():
            self._previous.rename(self.output)
        shutil.rmtree(self._previous, ignore_errors=True)

    def _is_foreign(self) -> bool:
        if not self.output.exists():
            return False
        if not self.output.is_dir():
            return True
        return not (self.output / self._marker).exists() and any(self.output.iterdir())


def _link(source: str, target: str) -> None:
    """Let a file have another name, or a copy where the disk knows no links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (renameat2, renamex_np)."""
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            result = libc.renamex_np(os.fsencode(one), os.fsencode(other), 2)
        else:
            here = -100  # AT_FDCWD
            result = libc.renameat2(here, os.fsencode(one), here, os.fsencode(other), 2)
    except (AttributeError, OSError, TypeError):
        return False
    if result and ctypes.get_errno() in (errno.ENOSPC, errno.EACCES, errno.EPERM):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(other))
    return bool(result == 0)
