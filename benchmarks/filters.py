"""The filters measured with a made-up index: size, files, and how soon a browser shows letters.

    python benchmarks/filters.py [--letters N …]

The letters are made by a fixed rule: 2,000 correspondents of whom few write most, 70 years, four
mentions in each. Prints a Markdown table, medians of five. *Opened* is from a click on the panel
of a fresh page until letters stand in it, *next* the choice of one more value. Both are given on
the clock, and as the time for which the page's thread had the processor, with layout and paint
(Chrome DevTools Protocol), which does not count other programs on a busy machine.
"""

import argparse
import json
import shutil
import statistics
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, sync_playwright

from tei_edition.config import Config, EditionSection
from tei_edition.diagnostics import Location
from tei_edition.model import (
    Action,
    Backlink,
    Correspondent,
    DateRange,
    DocumentRecord,
    Entity,
    EntityKind,
    Index,
    IndexedLetter,
    Letter,
    Role,
)
from tei_edition.project import open_project, resource
from tei_edition.site import correspondence, filters, urls
from tei_edition.site.frame import Frame
from tei_edition.site.page import pressed
from tei_edition.site.plan import interface
from tei_edition.site.render import Order, render
from tei_edition.site.sheets import sheets

ROOT = Path(__file__).resolve().parent.parent
ROUNDS = 5
PEOPLE, PLACES = 2_000, 300
FIRST, DAYS = date(1850, 1, 1), 25_567
KINDS = ("letter", "cable", "postcard", "report")
SUMMARY = "The writer answers the last letter, asks after a manuscript and tells of a journey. " * 2
OPENED = "document.querySelector('#page-filters > summary')"
NEXT = "document.querySelectorAll('#page-filters-facets input[type=checkbox]')[2]"


def main() -> None:
    """Measure every size and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--letters", nargs="*", type=int, default=[1_000, 10_000, 100_000])
    print(
        "| letters | made in | files | size | read first | opened | processor | next | processor |"
    )
    print("|--:|--:|--:|--:|--:|--:|--:|--:|--:|")
    for letters in parser.parse_args().letters:
        with tempfile.TemporaryDirectory() as base, _browser() as browser:
            print(measured(letters, Path(base), browser), flush=True)


def measured(letters: int, site: Path, browser: Browser) -> str:
    """Return the row of the table for so many letters."""
    config = Config(edition=EditionSection(title="Benchmark"))
    frame = Frame(made_up(letters), config, interface(config))
    started = time.process_time()
    made = list(filters.files(frame))
    seconds = time.process_time() - started
    write(site, [*made, page(frame)])
    shutil.copytree(resource("assets"), site / "assets")
    sizes = {path: len(data) for path, data in made}
    first = sum(sizes[path] for path in read_first(site))
    runs = [asked(browser, site) for _ in range(ROUNDS)]
    times = [f"{statistics.median(run) * 1000:.0f} ms" for run in zip(*runs, strict=True)]
    size = sum(sizes.values())
    cells = [f"{letters:,}", f"{seconds:.1f} s", f"{len(made):,}", f"{size / 1e6:.1f} MB"]
    return f"| {' | '.join([*cells, f'{first / 1e6:.2f} MB', *times])} |"


def made_up(number: int) -> Index:
    """Return an index of so many letters, made by a fixed rule."""
    entities = dict(_register(EntityKind.PERSON, PEOPLE)) | dict(
        _register(EntityKind.PLACE, PLACES)
    )
    random = _numbers()
    letters = [_letter(n, number, entities, random) for n in range(number)]
    dated = sorted(letters, key=lambda one: one.letter.date is None)
    backlinks: dict[str, list[Backlink]] = {}
    for one in letters:
        for key in dict.fromkeys(_some(random, EntityKind.PERSON, PEOPLE) for _ in range(4)):
            mention = Backlink(one.letter.id, (Role.MENTIONED,), ("form",))
            backlinks.setdefault(key, []).append(mention)
    return Index(
        documents={one.letter.id: _document(n, one.letter) for n, one in enumerate(dated)},
        letters={one.letter.id: one for one in dated},
        entities=entities,
        exchanges={},
        pages={},
        backlinks={key: tuple(links) for key, links in backlinks.items()},
    )


def _register(kind: EntityKind, number: int) -> Iterator[tuple[str, Entity]]:
    for n in range(number):
        name = f"Given{n % 97} {kind.value.title()}{n}"
        yield f"{kind.value}/e{n}", Entity(f"e{n}", kind, name, name.split()[1])


def _letter(
    n: int, number: int, entities: dict[str, Entity], random: Iterator[float]
) -> IndexedLetter:
    day = str(FIRST + timedelta(n * DAYS // number))
    when = None if n % 50 == 49 else DateRange(day, day, day)
    sender, addressee, place = (
        (Correspondent(entities[key].name, entities[key].name, key),)
        for key in (
            _some(random, EntityKind.PERSON, PEOPLE),
            _some(random, EntityKind.PERSON, PEOPLE),
            _some(random, EntityKind.PLACE, PLACES),
        )
    )
    own = Letter(f"d{n}", f"d{n}", (Action("sent", date=when), Action("received")))
    people, places = (
        (("sent", sender), ("received", addressee)),
        (("sent", place), ("received", ())),
    )
    return IndexedLetter(own, people, places)


def _document(n: int, letter: Letter) -> DocumentRecord:
    kind = KINDS[n % 7 % len(KINDS)]
    return DocumentRecord(
        letter.id,
        Location("made-up.xml"),
        f"Letter {n}",
        kind=kind,
        kind_label=kind.title(),
        text_languages=("de" if n % 3 else "en",),
        repository=f"Archive {n % 40}",
        summary=SUMMARY,
        letters=(letter,),
        date=letter.date,
        has_text=bool(n % 5),
    )


def _some(random: Iterator[float], kind: EntityKind, number: int) -> str:
    """Return the key of an entry; the first ones are the most frequent."""
    return f"{kind.value}/e{int(next(random) * next(random) * number)}"


def _numbers() -> Iterator[float]:
    """Yield the same numbers from 0 to 1 every time (a linear congruential generator)."""
    state = 1
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield (state >> 11) / 2**53


def page(frame: Frame) -> tuple[str, bytes]:
    """Return the correspondence index."""
    used = sheets(open_project(ROOT), frame.strings.texts)
    index = next(correspondence.pages(frame))
    order = Order(index.path, "", str(index.source), pressed(json.dumps(index.context)))
    return index.path, render(used, order).data


def write(site: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files into a folder."""
    for path, data in files:
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


def read_first(site: Path) -> list[str]:
    """Return the paths of the files that are read before anything is shown."""
    start = (site / "data/filters/start.js").read_text("utf-8")
    value = json.loads(start[start.index("{") : start.rindex("}") + 1])
    return [f"data/filters/{name}.js" for name in ("start", *value["parts"])]


def asked(browser: Browser, site: Path) -> tuple[float, ...]:
    """Return the seconds of opening the panel and of a choice, by the clock and the processor."""
    tab = browser.new_page()
    session = tab.context.new_cdp_session(tab)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    tab.goto((site / urls.CORRESPONDENCE).as_uri())
    times: list[float] = []
    for target in (OPENED, NEXT):
        tab.wait_for_timeout(500)
        before = busy(session)
        times.append(
            tab.evaluate(f"""() => new Promise(resolve => {{
              const list = document.getElementById("page-filters-list");
              const started = performance.now();
              new MutationObserver(() =>
                list.querySelector("li") && resolve((performance.now() - started) / 1000)
              ).observe(list, {{childList: true, subtree: true}});
              {target}.click();
            }})""")
        )
        tab.wait_for_timeout(500)
        times.append(busy(session) - before)
    tab.close()
    return tuple(times)


def busy(session: CDPSession) -> float:
    """Return the seconds for which the page's thread has had the processor."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return float(next(m["value"] for m in metrics if m["name"] == "TaskDuration"))


@contextmanager
def _browser() -> Iterator[Browser]:
    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(path for name in names if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


if __name__ == "__main__":
    main()
