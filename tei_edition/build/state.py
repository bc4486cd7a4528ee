"""What each file of a built folder was made from, so that the next build makes only the rest.

The state lies in a cache folder, never with the sources and never in the output. It only saves
work: a missing, damaged or foreign state costs time and changes no byte.
"""

import json
import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from tei_edition.build.fingerprints import fingerprint
from tei_edition.build.store import Store

_FILES, _RECIPES, _RUN = "output", "recipes", "run"

Parts = Mapping[str, str]
"""What a file is made from: the hash of each part by the name under which it is explained."""


def combined(parts: Parts) -> str:
    """Return the one hash that stands for all parts."""
    return fingerprint(*(text for item in sorted(parts.items()) for text in item))


class State:
    """The fingerprints of one output folder's files."""

    def __init__(self, store: Store, *, ignore: bool = False) -> None:
        self._store = store
        self._stored = _entries(store.all(_FILES))
        self._earlier = {} if ignore else self._stored
        self._current: dict[str, list[Any]] = {}
        self._ignores = ignore

    @classmethod
    def load(cls, cache: Path, output: Path, *, ignore: bool = False) -> "State":
        """Read the state of an output folder; nothing is remembered where it cannot be read."""
        return cls(Store(state_file(cache, output)), ignore=ignore)

    def begin(self) -> None:
        """Forget what was noted since the last save."""
        self._current = {}
        self._store.undo()

    def is_current(self, path: str, inputs: str, status: os.stat_result | None) -> bool:
        """Say whether the file on the disk is the one that was made from the same inputs."""
        known = self._earlier.get(path)
        return known is not None and known[0] == inputs and self._is_untouched(path, status)

    def reason(self, path: str, parts: Parts, status: os.stat_result | None) -> str:
        """Say why a file must be made: a few words that name what has changed."""
        if path not in self._earlier:
            return "asked for" if self._ignores else "new"
        if changed := self.changed(path, parts):
            return "changed: " + ", ".join(changed)
        return "missing in the output" if status is None else "changed in the output"

    def changed(self, path: str, parts: Parts) -> list[str]:
        """Return the names of the parts of a file of the earlier state that are others now."""
        earlier = self._earlier[path][4]
        names = sorted(earlier.keys() | parts.keys())
        return [n for n in names if earlier.get(n) != parts.get(n, "")[:_SHORT]]

    def note(self, path: str) -> Any:
        """Return what was remembered along with a file."""
        return self._earlier[path][3]

    def note_now(self, path: str) -> Any:
        """Return what is to be remembered along with a file."""
        return self._current[path][3]

    def with_parts(self, *names: str) -> list[str]:
        """Return the files of the earlier state that were made from just these parts."""
        return [path for path, entry in self._stored.items() if entry[4].keys() == set(names)]

    def claims(self, path: str) -> bool:
        """Say whether a file belongs to the state that is being made."""
        return path in self._current

    def keep(self, path: str) -> None:
        """Remember a file as before."""
        self._current[path] = self._stored[path]

    def record(
        self,
        path: str,
        inputs: str,
        status: os.stat_result,
        note: Any = None,
        parts: Parts | None = None,
    ) -> None:
        """Remember what a file was made from, and a note of plain JSON."""
        short = {name: value[:_SHORT] for name, value in (parts or {}).items()}
        self._current[path] = [inputs, status.st_size, status.st_mtime_ns, note, short]

    def note_recipe(self, source: str, path: str, inputs: str, recipe: bytes) -> None:
        """Remember how a file is made from its source, if any, whatever the source says."""
        self._store.put(_RECIPES, {f"{source}\n{path}": inputs.encode() + recipe})

    def recipes(self, source: str) -> Iterable[bytes]:
        """Yield how the files that the earlier state has of a source are made."""
        start = f"{source}\n"
        yield from self._valid(self._store.beginning(_RECIPES, start))

    def made_of(self, source: str) -> list[str]:
        """Return the files that were made of a source."""
        start = f"{source}\n"
        return [key.removeprefix(start) for key in self._store.beginning(_RECIPES, start)]

    def recipes_for(self, paths: Collection[str]) -> Iterable[bytes]:
        """Yield how those of the files are made of which the earlier state knows it."""
        keys = [k for k in self._store.keys(_RECIPES) if k.rpartition("\n")[2] in paths]
        yield from self._valid(self._store.get(_RECIPES, keys))

    def _valid(self, recipes: Mapping[str, bytes]) -> Iterable[bytes]:
        for key, value in sorted(recipes.items()):
            known = self._earlier.get(key.rpartition("\n")[2])
            if known and known[0] and value.startswith(known[0].encode()):
                yield value[len(known[0]) :]

    def keep_all_but(self, gone: Iterable[str]) -> None:
        """Remember all other files as before."""
        dropped = set(gone)
        others = {path: e for path, e in self._stored.items() if path not in dropped}
        self._current = others | self._current

    def gone(self) -> Iterable[str]:
        """Return the files of the earlier state that this build did not claim."""
        return sorted(self._stored.keys() - self._current.keys())

    def save(self, run: tuple[str, bytes] | None = None) -> None:
        """Write the state, which is the earlier one from then on.

        A cache that cannot be written is no error.
        `run` is a fingerprint of all that a build depends on, and what it came to.
        """
        changed = {
            path: json.dumps(entry, ensure_ascii=False).encode()
            for path, entry in self._current.items()
            if self._stored.get(path) != entry
        }
        self._store.put(_FILES, changed)
        gone = set(self.gone())
        self._store.drop(_FILES, gone)
        if gone:
            keys = self._store.keys(_RECIPES)
            self._store.drop(_RECIPES, [k for k in keys if k.rpartition("\n")[2] in gone])
        self._store.drop(_RUN, self._store.all(_RUN))
        if run:
            self._store.put(_RUN, dict([run]))
        self._store.save()
        self._stored = self._earlier = self._current
        self.begin()

    def earlier_run(self, key: str) -> bytes | None:
        """Return what a run with the same fingerprint came to."""
        return self._store.get(_RUN, [key]).get(key)

    def is_intact(self, output: Path, others: frozenset[str]) -> bool:
        """Say whether the output has the files that the state knows, untouched, and only them.

        `others` are further files that it must have.
        """
        found = dict(_statuses(str(output), ""))
        return found.keys() == self._earlier.keys() | others and all(
            self._is_untouched(path, found[path]) for path in self._earlier
        )

    def count(self, suffix: str) -> int:
        """Return how many files there are whose names end so."""
        return sum(path.endswith(suffix) for path in self._current or self._earlier)

    def close(self) -> None:
        """Release the file."""
        self._store.close()

    def _is_untouched(self, path: str, status: os.stat_result | None) -> bool:
        known = self._earlier[path]
        return status is not None and known[1:3] == [status.st_size, status.st_mtime_ns]


_SHORT = 12
"""So many characters of a part's hash are enough to explain with; no decision rests on them."""


def state_file(cache: Path, output: Path) -> Path:
    """Return where the state of an output folder is kept."""
    return cache / f"site-{fingerprint(str(output.resolve()))}.sqlite"


def _entries(stored: Mapping[str, bytes]) -> dict[str, list[Any]]:
    found = {}
    try:
        values = json.loads(b"[" + b",".join(stored.values()) + b"]")
    except ValueError:
        return {}
    for path, entry in zip(stored, values, strict=True):
        if isinstance(entry, list) and len(entry) == 5 and isinstance(entry[4], dict):
            found[path] = entry
    return found


def _statuses(folder: str, prefix: str) -> Iterable[tuple[str, os.stat_result]]:
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    yield from _statuses(entry.path, f"{prefix}{entry.name}/")
                else:
                    yield prefix + entry.name, entry.stat()
    except OSError:
        return
