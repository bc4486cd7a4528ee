"""What is known of files from earlier runs, by their content: nothing is examined twice.

Facts lie in the cache folder as pickles, of which only our own records are ever loaded.
"""

import json
import pickle
import time
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from tei_edition.build.fingerprints import Fingerprints, fingerprint
from tei_edition.build.store import Store
from tei_edition.checks.schema_choice import CATALOGUE
from tei_edition.pipeline.examine import Examined
from tei_edition.pipeline.schema_files import closure
from tei_edition.plugins import content
from tei_edition.project import Project, SourceFile
from tei_edition.values import loads

_SHELF = "facts"
_DAY = 24 * 60 * 60
_AT_ONCE = 500
"""So many facts are written together: a build that is killed has not worked in vain."""

Known = tuple[Examined, dict[str, str]]
"""What a file gave, and the hashes of the other files that were looked at."""


class Facts:
    """The examined files of all editions, by the hashes of all that an examination looks at.

    `engine` is the hash of the program. `recent` has what this process has used already; with
    `ignore`, nothing else is used.
    """

    def __init__(
        self,
        store: Store,
        prints: Fingerprints,
        project: Project,
        engine: str,
        *,
        recent: dict[str, Known] | None = None,
        ignore: bool = False,
    ) -> None:
        self._recent = {} if recent is None else recent
        self._new: dict[str, bytes] = {}
        self._ignore = ignore
        self._store = store
        self._prints = prints
        self._project = project
        validation = project.config.validation
        origin = project.origins.get("validation.schema", "") == "option"
        catalogues = closure([project.path(validation.catalog or CATALOGUE)])
        self._rules = fingerprint(
            engine,
            str(origin),
            validation.model_dump_json(exclude={"rules"}),
            project.config.letters.model_dump_json(),
            str(project.config.sources.xinclude),
            content(project.config.build.plugins),
            prints.of_all(catalogues),
        )

    def recall(self, files: Iterable[SourceFile]) -> dict[str, Examined]:
        """Return what is known of files, by their names."""
        wanted = list(files)
        self._prints.expect(file.path for file in wanted)
        keys = {self._key(file): file.name for file in wanted}
        missing = [] if self._ignore else [key for key in keys if key not in self._recent]
        stored = self._store.get(_SHELF, missing)
        loaded = {key: fact for key, data in stored.items() if (fact := _loaded(data))}
        if loaded:
            self._store.use(_SHELF, loaded, _today())
        self._recent.update(loaded)
        known = {key: self._recent[key] for key in keys if key in self._recent}
        return {keys[key]: fact for key, (fact, reads) in known.items() if self._hold(reads)}

    def earlier(
        self, files: Iterable[SourceFile], contents: Mapping[str, str]
    ) -> dict[str, Examined]:
        """Return what is known of files when they had the given contents, by their names.

        What else was looked at is taken to be as it was.
        """
        keys = {fingerprint(self._rules, f.name, contents[f.name]): f.name for f in files}
        known = {key: self._recent[key] for key in keys if key in self._recent}
        stored = self._store.get(_SHELF, keys.keys() - known.keys())
        known |= {key: fact for key, data in stored.items() if (fact := _loaded(data))}
        return {keys[key]: fact for key, (fact, _) in known.items()}

    def remember(self, file: SourceFile, fact: Examined, data: bytes = b"") -> None:
        """Keep what was found out, unless a file has changed in the meantime.

        `data` is the fact, `packed`, where somebody has done that already.
        """
        if fact.reads is None or fact.content != self._prints.of(file.path):
            return
        reads = {name: self._prints.of(self._path(name)) for name in fact.reads}
        if all(self._prints.is_unchanged(self._path(name)) for name in reads):
            key = self._key(file)
            self._recent[key] = (fact, reads)
            self._new[key] = json.dumps(reads).encode() + b"\n" + (data or packed(fact))
            if len(self._new) == _AT_ONCE:
                self.save()

    def save(self) -> None:
        """Write what is new."""
        self._store.put(_SHELF, self._new, _today())
        self._store.save()
        self._new = {}

    def _key(self, file: SourceFile) -> str:
        return fingerprint(self._rules, file.name, self._prints.of(file.path))

    def _hold(self, reads: Mapping[str, str]) -> bool:
        """Say whether all that was looked at is as it was."""
        return all(self._prints.of(self._path(name)) == known for name, known in reads.items())

    def _path(self, name: str) -> Path:
        return self._project.path(name)


def packed(fact: Examined) -> bytes:
    """Return a fact as it is kept, and as it comes from the workers."""
    return zlib.compress(pickle.dumps(fact, 5), 1)


def unpacked(data: bytes) -> Examined:
    """Return a fact that was `packed`; raises whatever damaged data lead to."""
    fact = loads(zlib.decompress(data))
    if not isinstance(fact, Examined):
        raise pickle.UnpicklingError("this is no fact")
    return fact


def _loaded(value: bytes) -> Known | None:
    reads, _, data = value.partition(b"\n")
    try:
        return unpacked(data), dict(json.loads(reads))
    except Exception:  # whatever a damaged pickle raises, it is no fact
        return None


def _today() -> int:
    return int(time.time() // _DAY)
