"""What somebody looks at, made before the edition is joined and planned, which takes a while.

Pages are made as they were planned the last time, of what they are made from now. Where more of
them has changed than their text and the stylesheets, they are made once more when that is known.
"""

from functools import partial

from tei_edition.build.amendment import Amendment
from tei_edition.build.state import State
from tei_edition.pipeline.outcome import configured, withheld
from tei_edition.pipeline.reading import examined
from tei_edition.pipeline.workshop import Workshop
from tei_edition.project import Project
from tei_edition.site.making import AT_ONCE, Job, Published, Site
from tei_edition.site.page import Copy, Excerpt, Page
from tei_edition.site.publish import Publisher
from tei_edition.site.recipes import unpacked
from tei_edition.site.render import prepare
from tei_edition.site.statics import assets
from tei_edition.site.viewer import Viewer
from tei_edition.xml import path_of


def show_early(
    shop: Workshop,
    project: Project,
    state: State,
    publisher: Publisher,
    viewer: Viewer,
) -> None:
    """Make the pages that are looked at, and all assets, where these have changed.

    The state is saved. Raises `OSError`.
    """
    shop.runner.begin(partial(prepare, publisher.sheets))
    recipes = [unpacked(data) for data in state.recipes_for(viewer.looks_at)]
    with Amendment(project.output) as files:
        site = Site(files, state, Published())
        jobs = [publisher.job(page) for page in _possible(shop, project, recipes)]
        changed = [job for job in jobs if not site.keep(job.order.path, job.inputs)]
        publisher.make(site, [job for job in changed if not _may_have_moved(job, state)])
        known = set(state.with_parts(*AT_ONCE))
        for path, data in assets(project):
            if path in known or not files.earlier(path):
                site.write(path, data)
        made = files.commit()
    if made:
        state.keep_all_but(())
        state.save()
        viewer.show(made)


def _may_have_moved(job: Job, state: State) -> bool:
    """Say whether the file of a page may have another document at its place now."""
    excerpt = job.order.excerpt
    if excerpt is None or not excerpt.position:
        return False
    return "source" in state.changed(job.order.path, job.parts)


def _possible(shop: Workshop, project: Project, recipes: list[Page | Copy]) -> list[Page | Copy]:
    """Return what can be made: there is its source, and nothing in it forbids that."""
    names = [path_of(r.source.file) if isinstance(r.source, Excerpt) else "" for r in recipes]
    files = [file for file in project.sources().files if file.name in names]
    looked_at = examined(project, files, shop) if files else []
    found = [each for one in looked_at for each in one.diagnostics]
    held = withheld(configured(found, project.config), project.config)
    good = {"", *(file.name for file in files)} - held
    return [recipe for recipe, name in zip(recipes, names, strict=True) if name in good]
