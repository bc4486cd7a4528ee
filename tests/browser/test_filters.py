"""The filters in a browser: every count is right, choices are kept, keys and fingers work.

What is expected is counted from the edition's own data files, which know nothing of the filters.
"""

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tei_edition.build.progress import SILENT
from tei_edition.pipeline import load_index
from tei_edition.project import open_project
from tei_edition.site import filters
from tei_edition.site.frame import Frame
from tei_edition.site.page import pressed
from tei_edition.site.plan import interface, plan
from tei_edition.site.render import Order, render
from tei_edition.site.sheets import sheets
from tei_edition.site.statics import assets, static_files

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

ROOT = Path(__file__).parent.parent.parent
INDEX, DOCUMENTS = "correspondence/index.html", "documents/index.html"
CORPORA = ("suriano", "schnitzler-briefe", "escher", "cmif-schnitzler", "cmif-spener")
COUNTED = ("sender", "addressee", "either", "carrier", "mentioned", "from", "to")
WHAT = ("kind", "language", "archive", "text", "facsimile")
MOST = 100
CARRIED = ("transmitted", "forwarded", "redirected")

Letter = dict[str, Any]


def built(folder: Path, site: Path, language: str = "") -> None:
    """Write the two lists of an edition, its data and the files of the filters."""
    project = open_project(folder)
    index = load_index(project, progress=SILENT).index
    assert index
    config = project.config
    if language:
        edition = config.edition.model_copy(update={"language": language})
        config = config.model_copy(update={"edition": edition})
    made = dict(assets(project)) | dict(static_files(index, config))
    made |= dict(filters.files(Frame(index, config, interface(config))))
    used = sheets(project, interface(config).texts)
    for page in plan(index, config):
        if page.path in (INDEX, DOCUMENTS):
            assert isinstance(page.source, str)
            made[page.path] = render(
                used, Order(page.path, "", page.source, pressed(json.dumps(page.context)))
            ).data
    for path, data in made.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(data)


@dataclass
class Edition:
    """A built edition, and what its data files say."""

    site: Path

    @property
    def base(self) -> str:
        return f"{self.site.as_uri()}/"

    @cached_property
    def letters(self) -> list[Letter]:
        """The letters with their values in each facet and their first and last day."""
        letters = self.data("correspondence")["letters"]
        documents = {record["id"]: record for record in self.data("documents")["documents"]}
        return [_known(letter, documents[letter["document"]]) for letter in letters]

    def data(self, name: str) -> Any:
        return json.loads((self.site / f"data/{name}.json").read_text("utf-8"))

    def fitting(self, state: dict[str, list[str]], without: str = "") -> list[Letter]:
        """Return the letters that fit what is chosen, or all of it but one facet."""
        return [
            letter
            for letter in self.letters
            if all(
                set(keys) & letter[name]
                for name, keys in state.items()
                if name not in (without, "since", "until")
            )
            and _in_time(letter, state)
        ]

    def most(self, name: str, place: int = 0) -> str:
        """Return the key that is most frequent in a facet, or comes next."""
        counts = Counter(key for letter in self.letters for key in letter[name])
        return sorted(counts, key=lambda key: (-counts[key], key))[place]


def _known(letter: Letter, document: dict[str, Any]) -> Letter:
    def keys(part: str, *actions: str) -> set[str]:
        found = [one for one in letter[part] if one["action"] in actions]
        named = [f"{o['kind']}/{o['id']}" if o["id"] else o["text"] or o["form"] for o in found]
        return {name for name in named if name}

    dates = sorted(letter["dates"], key=lambda d: ("sent", "received", None).index(
        d["action"] if d["action"] in ("sent", "received") else None
    ))  # fmt: skip
    both = [dates[0]["start"], dates[0]["end"]] if dates else [None, None]
    sender, addressee = keys("names", "sent"), keys("names", "received")
    return {
        "sender": sender or {""},
        "addressee": addressee or {""},
        "either": (sender or {""}) | (addressee or {""}),
        "carrier": keys("names", *CARRIED),
        "mentioned": keys("names", "mentioned") | keys("places", "mentioned"),
        "from": keys("places", "sent") or {""},
        "to": keys("places", "received") or {""},
        "kind": {document["kind"]} - {None},
        "language": set(document["text_languages"]) - {"und"},
        "archive": {document["repository"]} - {None},
        "text": {"yes" if document["has_text"] else "no"},
        "facsimile": {"yes" if document["has_facsimile"] else "no"},
        "span": (both[0] or both[1], both[1] or both[0]),
    }


def _in_time(letter: Letter, state: dict[str, list[str]]) -> bool:
    if not state.keys() & {"since", "until"}:
        return True
    first, last = letter["span"]
    since, until = (state.get(name, [""])[0] for name in ("since", "until"))
    return (
        bool(first) and last[: len(since)] >= since and (not until or first[: len(until)] <= until)
    )


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    site = tmp_path_factory.mktemp("filters")
    built(ROOT, site)
    return Edition(site)


@pytest.fixture(scope="module")
def axe() -> str:
    """Return the axe-core script: the path in AXE_CORE, or where npm puts it."""
    places = [os.environ.get("AXE_CORE", ""), "node_modules/axe-core/axe.min.js"]
    found = next((Path(p) for p in places if p and Path(p).is_file()), None)
    if found is None:
        pytest.skip("axe-core is not here: set AXE_CORE to the path of axe.min.js")
    return found.read_text("utf-8")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator["sync_api.Browser"]:
    with sync_api.sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def page(browser: "sync_api.Browser") -> Iterator["sync_api.Page"]:
    """Return a page on which no script fails and nothing is asked of another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("requestfailed", lambda request: failures.append(request.url))
    page.on(
        "request",
        lambda request: (
            None if request.url.startswith(("file:", "blob:")) else failures.append(request.url)
        ),
    )
    yield page
    context.close()
    assert not failures


def show(
    page: "sync_api.Page", edition: Edition, state: dict[str, list[str]], path: str = INDEX
) -> None:
    """Open a list with a choice in the address, and wait until it is there."""
    query = "&".join(f"{name}={quote(key)}" for name, keys in state.items() for key in keys)
    page.goto(f"{edition.base}{path}{query and '?'}{query}")
    if not state:
        page.locator("#page-filters > summary").click()
    wait(page)


def wait(page: "sync_api.Page") -> None:
    page.wait_for_function(
        "document.querySelector('#page-filters-list li') ||"
        "!document.getElementById('page-filters-none').hidden"
    )


def said(page: "sync_api.Page") -> str:
    return page.locator("#page-filters-status").inner_text()


def number(page: "sync_api.Page") -> int:
    """Return the number with which the sentence above the list begins."""
    match = re.match(r"[\d,]+", said(page))
    assert match
    return int(match[0].replace(",", ""))


def values(page: "sync_api.Page") -> dict[str, dict[str, int]]:
    """Open every facet and return, by its title, the values that are listed with their counts."""
    facets = "document.querySelectorAll('#page-filters-facets details')"
    page.evaluate(f"{facets}.forEach(facet => facet.open = true)")
    page.wait_for_timeout(100)
    found = page.evaluate(
        f"""[...{facets}].map(facet => [
          facet.firstChild.textContent,
          [...facet.querySelectorAll("li")].map(line =>
            [line.querySelector("input").value, line.querySelector("span").textContent]),
        ])"""
    )
    return {
        title: {key: n for key, text in lines if (n := int(text.replace(",", "")))}
        for title, lines in found
    }


def states(edition: Edition) -> Iterator[dict[str, list[str]]]:
    """Yield choices that an edition can answer: none, each facet, and several together."""
    yield {}
    for name in (*COUNTED, *WHAT):
        if any(letter[name] for letter in edition.letters):
            yield {name: [edition.most(name)]}
    sender, other = edition.most("sender"), edition.most("addressee", 0)
    years = sorted(one["span"][0][:4] for one in edition.letters if one["span"][0])
    middle = years[len(years) // 2]
    yield {"sender": [sender], "addressee": [other], "since": [middle]}
    yield {"either": [edition.most("either", 1)], "since": [years[0]], "until": [f"{middle}-06"]}
    yield {"since": [f"{middle}-03"], "until": [f"{middle}-03-15"]}
    yield {"sender": [sender, ""], "until": [middle]}


TITLES = {
    "sender": "Sender", "addressee": "Addressee", "either": "Sender or addressee",
    "carrier": "Carrier", "mentioned": "Mentioned", "from": "Sent from", "to": "Received in",
    "kind": "Kind", "language": "Language", "archive": "Archive", "text": "Text",
    "facsimile": "Facsimile",
}  # fmt: skip


def check_every_count(page: "sync_api.Page", edition: Edition) -> None:
    for state in states(edition):
        show(page, edition, state)
        assert number(page) == len(edition.fitting(state)), state
        listed = values(page)
        for name in (*COUNTED, *WHAT):
            counts = Counter(key for one in edition.fitting(state, name) for key in one[name])
            shown = listed.get(TITLES[name], {})
            if not shown:  # what all letters have, or none, is no choice
                assert not counts or len({frozenset(one[name]) for one in edition.letters}) < 2
            elif len(counts) <= MOST:
                assert shown == counts, (state, name)
            else:
                assert len(shown) >= MOST - 1, (state, name)
                assert shown.items() <= counts.items(), (state, name)


def test_every_count_is_right(page: "sync_api.Page", demonstration: Edition) -> None:
    check_every_count(page, demonstration)


@pytest.mark.parametrize("corpus", CORPORA)
def test_every_count_is_right_in_other_editions(
    page: "sync_api.Page", shared: Path, tmp_path: Path, corpus: str
) -> None:
    built(shared / "corpora" / corpus, tmp_path)
    edition = Edition(tmp_path)
    check_every_count(page, edition)
    # By names, too, where all letters have the same sender and that is no choice.
    show(page, edition, {"sort": ["sender"]})
    assert number(page) == len(edition.letters)


MAO = {"sender": ["persons/mao"], "since": ["1948"], "until": ["1949"]}


def test_what_is_chosen_stands_in_words_and_can_be_taken_back(
    page: "sync_api.Page", demonstration: Edition
) -> None:
    show(page, demonstration, MAO)
    assert said(page) == "13 letters from Mao Zedong, 1948–1949"
    page.get_by_role("button", name="Remove Date: 1948–1949").click()
    assert said(page) == "21 letters from Mao Zedong"
    assert page.evaluate("document.activeElement.textContent") == "Sender: Mao Zedong"
    page.get_by_role("button", name="Remove Sender: Mao Zedong").click()
    assert said(page) == "61 letters"
    assert page.evaluate("document.activeElement.localName") == "summary"


def test_choices_combine_and_the_way_back_is_open(
    page: "sync_api.Page", demonstration: Edition
) -> None:
    show(page, demonstration, {})
    assert "?" not in page.url
    facet = page.locator("#page-filters-facets details")
    facet.nth(0).get_by_label("Mao Zedong").check()
    facet.nth(1).get_by_label("Joseph Stalin").check()
    both = {"sender": ["persons/mao"], "addressee": ["persons/stalin"]}
    number_of_both = len(demonstration.fitting(both))
    assert said(page) == f"{number_of_both} letters from Mao Zedong to Joseph Stalin"
    assert page.url.endswith("?sender=persons/mao&addressee=persons/stalin")
    page.go_back()
    assert said(page) == "21 letters from Mao Zedong"
    assert not facet.nth(1).get_by_label("Joseph Stalin").is_checked()
    page.go_forward()
    page.reload()
    wait(page)
    assert said(page) == f"{number_of_both} letters from Mao Zedong to Joseph Stalin"
    facet.nth(0).get_by_label("Andrei Orlov").check()
    assert " letters from Andrei Orlov or Mao Zedong to " in said(page)


def test_the_list_takes_the_place_of_the_lists_of_the_page(
    page: "sync_api.Page", demonstration: Edition
) -> None:
    page.goto(demonstration.base + INDEX)
    assert page.locator("table.exchanges").is_visible()
    page.locator("#page-filters > summary").click()
    wait(page)
    assert not page.locator("table.exchanges").is_visible()
    years = page.locator(".filters-list .year-label bdi").all_inner_texts()
    assert years == sorted(years)
    first = page.locator(".filters-list .entry a").first
    assert (demonstration.site / "correspondence" / str(first.get_attribute("href"))).parent.name
    page.get_by_role("button", name="Show more").click()
    page.wait_for_function("document.querySelectorAll('.filters-list .entry').length === 61")
    assert page.evaluate("document.activeElement.closest('.filters-list') !== null")


def test_the_order_goes_both_ways_with_headings_of_its_own(
    page: "sync_api.Page", demonstration: Edition
) -> None:
    dates = page.locator(".filters-list .entry-date")
    for order, first, heading in (
        ("date", "16 Dec", "1947"),
        ("date-down", "14 Feb", "1950"),
        ("sender", "5 November 1949", "Andrei Gromyko"),
        ("addressee-down", "7 January 1950", "Zhou Enlai"),
    ):
        show(page, demonstration, {"sort": [order]})
        assert dates.first.inner_text().startswith(first), order
        assert page.locator(".year-label bdi").first.inner_text() == heading


def test_what_is_saved_is_what_the_data_files_have(
    page: "sync_api.Page", demonstration: Edition
) -> None:
    show(page, demonstration, {})
    for form in ("csv", "json"):
        with page.expect_download() as waiting:
            page.get_by_role("button", name=form.upper()).click()
        data = (demonstration.site / f"data/correspondence.{form}").read_bytes()
        assert waiting.value.suggested_filename == f"letters.{form}"
        assert Path(waiting.value.path()).read_bytes() == data
    show(page, demonstration, MAO)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="CSV").click()
    lines = Path(waiting.value.path()).read_text("utf-8").splitlines()
    assert len(lines) == 14
    assert all(line.startswith("Mao Zedong") for line in lines[1:])


def test_time_can_be_typed_dragged_and_moved_by_keys(
    page: "sync_api.Page", demonstration: Edition
) -> None:
    show(page, demonstration, {})
    since, until = page.get_by_role("slider").all()
    assert since.get_attribute("aria-valuetext") == "December 1947"
    page.get_by_role("textbox", name="From").fill("1949-02-04")
    page.get_by_role("textbox", name="to", exact=True).fill("1949-02")
    page.keyboard.press("Enter")
    state = {"since": ["1949-02-04"], "until": ["1949-02"]}
    assert number(page) == len(demonstration.fitting(state))
    assert said(page).endswith("letters, 4 February 1949–February 1949")
    until.focus()
    page.keyboard.press("ArrowRight")
    assert until.get_attribute("aria-valuetext") == "March 1949"
    page.keyboard.press("End")
    assert page.url.endswith("?since=1949-02-04")
    since.focus()
    page.keyboard.press("Home")
    assert said(page) == "61 letters"
    box = page.locator(".filters-plot svg").bounding_box()
    assert box
    page.mouse.move(box["x"] + 1, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + 20, steps=5)
    chosen = number(page)
    assert 0 < chosen < 61
    assert "?" not in page.url
    page.mouse.up()
    assert number(page) == chosen
    assert re.search(r"\?since=19\d\d-\d\d$", page.url)
    page.go_back()
    assert "?" not in page.url


def test_what_is_no_date_is_marked_and_chooses_nothing(
    page: "sync_api.Page", demonstration: Edition
) -> None:
    show(page, demonstration, {})
    field = page.get_by_role("textbox", name="From")
    field.fill("May 1949")
    field.press("Enter")
    assert field.get_attribute("aria-invalid") == "true"
    assert said(page) == "61 letters"


def test_values_are_found_by_their_beginning_without_accents(
    page: "sync_api.Page", shared: Path, tmp_path: Path
) -> None:
    built(shared / "corpora/cmif-schnitzler", tmp_path)
    edition = Edition(tmp_path)
    show(page, edition, {})
    facet = page.locator("#page-filters-facets details").nth(2)
    facet.get_by_role("searchbox").fill("bolsche")
    found = facet.locator("bdi").all_inner_texts()
    assert "Bölsche, Wilhelm" in found
    assert all("Bölsche" in name for name in found)
    undated = page.get_by_label("Without a date")
    if undated.is_visible():
        undated.check()
        assert number(page) == sum(not one["span"][0] for one in edition.letters)
        assert said(page).endswith(", undated")


def test_documents_that_are_no_letters_are_filtered_too(
    page: "sync_api.Page", demonstration: Edition
) -> None:
    documents = demonstration.data("documents")["documents"]
    show(page, demonstration, {"kind": ["memorandum-of-conversation"]}, DOCUMENTS)
    kinds = Counter(record["kind"] for record in documents)
    listed = values(page)["Kind"]
    assert listed == {kind: n for kind, n in kinds.items() if kind}
    show(page, demonstration, {"participant": ["persons/mikoyan"]}, DOCUMENTS)
    taken = [
        record
        for record in documents
        if any(person["id"] == "mikoyan" for person in record["participants"])
    ]
    assert taken
    assert number(page) == len(taken)
    with page.expect_download() as waiting:
        page.get_by_role("button", name="JSON").click()
    saved = json.loads(Path(waiting.value.path()).read_text("utf-8"))
    assert saved == {"documents": taken}


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "13 Briefe von Mao Zedong, 1948–1949"),
        ("fr", "13 lettres, de Mao Zedong, 1948–1949"),
        ("ru", "13 писем; отправитель: Mao Zedong; 1948–1949"),
        ("zh", "13封信，寄信人：Mao Zedong，1948–1949"),
        ("ar", "13 رسالة، المرسِل: \u2068Mao Zedong\u2069، \u20681948–1949\u2069"),
    ],
)
def test_the_words_are_those_of_the_language(
    page: "sync_api.Page", tmp_path: Path, language: str, sentence: str
) -> None:
    built(ROOT, tmp_path, language)
    show(page, Edition(tmp_path), MAO)
    assert said(page) == sentence


def test_keys_alone_are_enough(page: "sync_api.Page", demonstration: Edition) -> None:
    page.goto(demonstration.base + INDEX)
    page.locator("#page-filters > summary").focus()
    page.keyboard.press("Enter")
    wait(page)
    roles = []
    for _ in range(8):
        page.keyboard.press("Tab")
        roles.append(
            page.evaluate(
                "(e => e.getAttribute('role') || e.type || e.localName)(document.activeElement)"
            )
        )
    assert roles[:5] == ["slider", "slider", "text", "text", "summary"]
    assert "checkbox" in roles
    page.keyboard.press("Space")
    assert number(page) < 61
    assert page.evaluate("document.activeElement.checked")


@pytest.mark.parametrize("path", [INDEX, DOCUMENTS])
def test_the_panel_fits_a_phone(
    browser: "sync_api.Browser", demonstration: Edition, path: str
) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page = context.new_page()
    show(page, demonstration, {"language": ["ru"]}, path)
    values(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    heights = page.locator(".filters label:has(input)").evaluate_all(
        "labels => labels.map(label => label.getBoundingClientRect().height).filter(h => h)"
    )
    assert min(heights) >= 24
    context.close()


def test_without_script_the_page_is_as_it_was(
    browser: "sync_api.Browser", demonstration: Edition
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demonstration.base}{INDEX}?sender=persons/mao")
    assert not page.locator("#page-filters").is_visible()
    assert page.locator("table.letters tbody tr").count() == 61
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(
    browser: "sync_api.Browser", demonstration: Edition, axe: str, scheme: str
) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    for path, state in ((INDEX, MAO), (DOCUMENTS, {"language": ["ru"]})):
        show(page, demonstration, state, path)
        values(page)
        page.evaluate(axe)
        rules = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21aa", "wcag22aa", "best-practice"]
        result = page.evaluate("(rules) => axe.run(document, {runOnly: rules})", rules)
        assert not [(v["id"], v["nodes"][0]["html"]) for v in result["violations"]]
    context.close()
