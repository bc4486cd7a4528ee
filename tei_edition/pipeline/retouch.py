"""The second quickest build: where only words of some texts have changed, only these are made.

A file is examined anew; if all that the index, the checks and the other pages take from it is as it
was, but for the places in the file, they would come to the same, and are not asked.
"""

import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from tei_edition.build.state import State
from tei_edition.diagnostics import Diagnostic
from tei_edition.pipeline import unchanged
from tei_edition.pipeline.examine import Examined
from tei_edition.pipeline.outcome import Outcome, withheld
from tei_edition.pipeline.places import Places, moved, moves
from tei_edition.pipeline.reading import examined
from tei_edition.pipeline.unchanged import Run
from tei_edition.pipeline.workshop import Workshop
from tei_edition.project import Project, SourceFile
from tei_edition.project.output import MARKER
from tei_edition.site.about import told
from tei_edition.site.amend import amend
from tei_edition.site.publish import Publisher
from tei_edition.site.render import prepare
from tei_edition.site.viewer import Viewer

MOST = 20
"""With more files than this, nothing is won."""


def retouched(
    shop: Workshop,
    project: Project,
    output: Path,
    state: State,
    publisher: Publisher,
    *,
    drafts: bool = False,
    viewer: Viewer | None = None,
) -> Outcome | None:
    """Bring a site up to date if no more than texts have changed since it was made.

    Returns ``None``, with the site untouched, where more has to be done. For a `viewer`, data and
    search that are behind stay so. The new state is saved.
    """
    started = time.monotonic()
    if project.config.build.plugins:
        return None  # theirs may tell of places
    run = unchanged.last(project, state, shop.prints, drafts=drafts)
    files = run.changed(project, shop.prints) if run else None
    if run is None or files is None or not state.is_intact(output, frozenset([MARKER])):
        return None
    names = frozenset(file.name for file in files)
    held = withheld(run.outcome.diagnostics, project.config)
    outcome = run.outcome
    has_more = outcome.is_behind and not (viewer and files)
    if has_more or len(names) > MOST or names & (run.inputs.reads | held):
        return None
    if files:
        shop.runner.begin(partial(prepare, publisher.sheets))
        found = _findings(shop, project, run, files)
        if found is not None:
            search = not outcome.is_behind
            published = amend(publisher, output, state, sorted(names), viewer, search=search)
        if found is None or published is None:
            return None
        outcome = replace(
            outcome,
            diagnostics=tuple(found),
            pages_built=published.built,
            pages_current=published.current,
            reasons=published.reasons,
        )
        state.save(unchanged.record(project, shop.prints, run.inputs, outcome, drafts=drafts))
    return replace(outcome, seconds=time.monotonic() - started)


def _findings(
    shop: Workshop, project: Project, run: Run, files: tuple[SourceFile, ...]
) -> list[Diagnostic] | None:
    """Return all that is wrong with the edition; ``None`` where it must be found out anew."""
    earlier = shop.facts(project).earlier(files, run.files)
    after = {result.name: result for result in examined(project, files, shop)}
    places: Places = {}
    for file in files:
        own = _moves(earlier.get(file.name), after[file.name])
        if own is None:
            return None
        places |= own
    names = frozenset(after)
    found = [moved(finding, places, names) for finding in run.outcome.diagnostics]
    pairs = zip(run.outcome.diagnostics, found, strict=True)
    if any(now is None or told(now) != told(before) for before, now in pairs):
        return None
    return [finding for finding in found if finding]


def _moves(before: Examined | None, after: Examined) -> Places | None:
    if before is None or after.records is None or after.reads is None:
        return None
    return moves(before, after, without=("content",))
