"""Making the site while somebody looks at it: each part is shown as soon as it is there.

What is looked at comes first, then the other pages, then data and search. Whoever is shown
something may want no more of it, mostly since the sources have changed: the site then has what
they were shown, every file of it whole, and the state knows which of them are new.
"""

import time
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path

from tei_edition.build.state import State
from tei_edition.pipeline.building import (
    contents_of,
    disk_errors,
    joined,
    memorable,
    publisher_of,
    with_pages,
)
from tei_edition.pipeline.early import show_early
from tei_edition.pipeline.outcome import Outcome, withheld
from tei_edition.pipeline.retouch import retouched
from tei_edition.pipeline.workshop import Workshop
from tei_edition.project import Project
from tei_edition.project.output import begin_site
from tei_edition.site.making import Published
from tei_edition.site.publish import Contents, Publisher
from tei_edition.site.render import prepare
from tei_edition.site.viewer import Viewer


def build_for(
    viewer: Viewer,
    shop: Workshop,
    project: Project,
    memory: Path,
    *,
    drafts: bool = False,
) -> Outcome:
    """Make the site in the project's output for somebody who looks at it.

    A document that is held back keeps the files that it had. Raises `TeiEditionError` when nothing
    can be made, and whatever the viewer raises.
    """
    started, output = time.monotonic(), project.output
    state = State.load(memory, output)
    with disk_errors(project, output), closing(state):
        publisher = publisher_of(project, shop)
        quick = retouched(shop, project, output, state, publisher, drafts=drafts, viewer=viewer)
        if quick:
            return quick
        begin_site(output)
        show_early(shop, project, state, publisher, viewer)
        reading, outcome = joined(shop, project, drafts=drafts)
        viewer.show((), outcome.diagnostics)
        contents = contents_of(project, outcome)
        held = withheld(reading.diagnostics, project.config)
        contents.kept = [path for name in sorted(held) for path in state.made_of(name)]
        publisher = publisher_of(project, shop, reading)
        published = _published(publisher, output, state, contents, viewer)

        def remembered(*, is_behind: bool) -> Outcome:
            whole = replace(with_pages(outcome, published, project.config), is_behind=is_behind)
            state.save(memorable(project, shop, reading, published, whole, drafts=drafts))
            return whole

        pages = remembered(is_behind=True)
        viewer.show((*pages.reasons, *pages.gone), pages.diagnostics)
        viewer.rest()
        publisher.finish(output, state, contents, published)
        shop.runner.begin(partial(prepare, publisher.sheets))
        return replace(remembered(is_behind=False), seconds=time.monotonic() - started)


def _published(
    publisher: Publisher, output: Path, state: State, contents: Contents, viewer: Viewer
) -> Published:
    """Publish the pages; if that ends early, remember those that the viewer was shown."""
    try:
        return publisher.publish(output, state, contents, viewer=viewer)
    except Exception:
        state.keep_all_but(())
        state.save()
        raise
