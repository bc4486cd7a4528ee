"""Making anew what comes from a few sources, where nothing else of the site can have changed."""

from collections.abc import Iterable
from pathlib import Path

from tei_edition.build.amendment import Amendment
from tei_edition.build.state import State
from tei_edition.site import urls
from tei_edition.site.making import Job, Published, Site
from tei_edition.site.page import Copy
from tei_edition.site.publish import Publisher
from tei_edition.site.recipes import unpacked
from tei_edition.site.search.revision import Text, revised
from tei_edition.site.viewer import Viewer


def amend(
    publisher: Publisher,
    output: Path,
    state: State,
    sources: Iterable[str],
    viewer: Viewer | None = None,
    *,
    search: bool = True,
) -> Published | None:
    """Make the pages and copies of some source files, and revise the `search`.

    Everything else about the documents must be as it was when the site was made. Returns ``None``,
    with the site untouched unless for a `viewer`, where that is not enough. The state is not saved.
    Raises `OSError`.
    """
    recipes = [unpacked(data) for name in sources for data in state.recipes(name)]
    jobs = [publisher.job(recipe) for recipe in recipes]
    result = Published()
    with Amendment(output) as files:
        site = Site(files, state, result)
        for job in jobs:
            site.explain(job.order.path, job.parts)
        publisher.make(site, jobs)
        if result.diagnostics or any(site.tells_more(job.order.path) for job in jobs):
            return None
        gone: list[str] = []
        texts = list(_texts(jobs, output, files))
        if viewer:
            viewer.show(files.commit())
        if search:
            try:
                made, gone = revised(texts, lambda path: files.read(path).decode())
            except LookupError:
                return None
            for path, data in made.items():
                site.write(path, data)
        state.keep_all_but(gone)
        result.current = state.count(".html") - result.built
        files.commit(gone)
    return result


def _texts(jobs: Iterable[Job], output: Path, files: Amendment) -> Iterable[Text]:
    for job in jobs:
        copy = job.order.copy
        if isinstance(copy, Copy) and copy.title is not None:
            path = job.order.path
            before, after = (output / path).read_bytes(), files.read(path)
            if before != after:
                page = path.removesuffix("txt") + "html"
                yield Text(urls.href("", page), before.decode(), after.decode())
