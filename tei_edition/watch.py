"""Waiting until somebody saves a file of the edition."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from watchfiles import DefaultFilter, watch

from tei_edition.plugins import folders
from tei_edition.project import Project, resource

_TOGETHER = 150
"""Milliseconds within which saves count as one, though they go on."""
_QUIET = 15
"""Milliseconds without a further save, after which work begins."""


class _Sources(DefaultFilter):
    """Passes over hidden files, what editors leave behind, and the folders given."""

    def __init__(self, without: tuple[Path, ...]) -> None:
        super().__init__(ignore_paths=without)

    def __call__(self, change: object, path: str) -> bool:
        name = Path(path).name
        if name.startswith((".", "#")) or name.endswith(("~", ".tmp", ".swp", ".part")):
            return False
        return super().__call__(change, path)  # type: ignore[arg-type]


def changes(
    project: Project, without: tuple[Path, ...], stop: threading.Event
) -> Iterator[frozenset[Path]]:
    """Yield the files that were changed, each time that some were, until `stop` is set.

    The toolkit's stylesheets and plug-ins are watched, too. `without` are folders to pass over.
    """
    for found in watch(
        project.folder,
        resource("xslt"),
        *folders(project.config.build.plugins),
        watch_filter=_Sources((project.output, *without)),
        debounce=_TOGETHER,
        step=_QUIET,
        stop_event=stop,
        rust_timeout=500,
        yield_on_timeout=False,
    ):
        yield frozenset(Path(path) for _, path in found)


@contextmanager
def watching(
    project: Project, without: tuple[Path, ...], saved: threading.Event
) -> Iterator[Future[None]]:
    """Set `saved` whenever files were changed, while the context lasts.

    Yield what is done when the folder cannot be watched any more, and knows why.
    """
    stop = threading.Event()

    def follow() -> None:
        for _ in changes(project, without, stop):
            saved.set()

    with ThreadPoolExecutor(1) as threads:
        try:
            yield threads.submit(follow)
        finally:
            stop.set()
