"""Which pages there are, what they depend on, and that none grows with the edition."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from tei_edition.config import Config, EditionSection
from tei_edition.diagnostics import Location, Rule, Severity
from tei_edition.model import DateRange, Exchange, Index
from tei_edition.site.lists import LIMIT
from tei_edition.site.making import Published
from tei_edition.site.plan import plan, rendering_pages
from tei_edition.site.statics import copied, copies, static_files
from tei_edition.site.words import Lost
from tests.unit.site.conftest import day, index_of, person, source

CONFIG = Config(edition=EditionSection(title="Two Gardeners"))
MOST = 700
"""More links than this to documents on one page would mean that a list grows without bound."""


def many(count: int) -> list[DateRange]:
    return [day((date(1900, 1, 1) + timedelta(n // 2)).isoformat()) for n in range(count)]


def test_every_page_has_an_address_of_its_own() -> None:
    paths = [page.path for page in plan(index_of(many(10)), CONFIG)]
    assert not [path for path, count in Counter(paths).items() if count > 1]
    assert {
        "index.html",
        "documents/index.html",
        "documents/d0.html",
        "correspondence/index.html",
        "correspondence/anna--boris.html",
        "persons/index.html",
        "persons/anna.html",
        "about/index.html",
        "data/index.html",
        "404.html",
    } <= set(paths)


def test_an_empty_edition_still_has_a_home() -> None:
    paths = {page.path for page in plan(index_of([]), CONFIG)}
    assert {"index.html", "documents/index.html", "about/index.html"} <= paths
    assert "correspondence/index.html" not in paths


def test_no_page_grows_with_the_edition() -> None:
    pages = list(plan(index_of(many(3000)), CONFIG))
    assert len({page.path for page in pages}) == len(pages)
    for page in pages:
        links = json.dumps(page.context["main"]).count("documents/d")
        assert links <= MOST, page.path
    listed = {page.path for page in pages}
    assert {"documents/1900-01.html", "correspondence/1900-2.html"} <= listed
    assert {"persons/anna/1900-01.html", "correspondence/anna--boris/1900-01.html"} <= listed


def crowd(count: int) -> Index:
    """Return an edition in which very many people each write one letter to Boris."""
    index = index_of(many(count))
    people = {f"persons/p{n}": person(f"p{n}", f"{chr(65 + n % 26)}-{n:04}") for n in range(count)}
    exchanges = {
        f"boris--p{n}": Exchange(f"boris--p{n}", ("persons/boris", f"persons/p{n}"), (f"d{n}",))
        for n in range(count)
    }
    return replace(
        index, entities={**index.entities, **people}, exchanges={**index.exchanges, **exchanges}
    )


def test_registers_and_exchanges_are_split_by_initial() -> None:
    pages = {page.path: page.context["main"] for page in plan(crowd(600), CONFIG)}
    register = pages["persons/index.html"]
    assert "sections" not in register
    assert [part["label"] for part in register["parts"]][:3] == ["A", "B", "C"]
    assert len(pages["persons/list-a.html"]["sections"][0]["entries"]) == 25
    index = pages["correspondence/index.html"]
    assert len(index["exchanges"]) == LIMIT
    assert index["all_exchanges"] == [
        {"label": initial, "url": f"../correspondence/list-{initial.lower()}.html"}
        for initial in "AB"
    ]
    assert len(pages["correspondence/list-b.html"]["exchanges"]) == 600


def test_a_crowded_year_of_letters_takes_several_pages() -> None:
    pages = {p.path: p.context for p in plan(index_of([day("1900-01-01")] * 700), CONFIG)}
    years = pages["correspondence/index.html"]["main"]["years"]
    assert [(y["label"], y["count"]) for y in years] == [
        ("1900", "300 letters"),
        ("1900 (2)", "300 letters"),
        ("1900 (3)", "100 letters"),
    ]
    assert "correspondence/1900-3.html" in pages


def test_years_before_the_common_era_come_first() -> None:
    early = DateRange("-0043-03-15", "-0043-03-15", "-0042-03-15")
    pages = {p.path: p.context for p in plan(index_of([early, day("0016-01-01")]), CONFIG)}
    labels = [group["label"] for group in pages["documents/index.html"]["main"]["groups"]]
    assert labels == ["43 BCE", "16"]


def test_contexts_are_plain_json_and_the_same_every_time() -> None:
    index = index_of(many(30))
    once = [(p.path, json.dumps(p.context)) for p in plan(index, CONFIG)]
    again = [(p.path, json.dumps(p.context)) for p in plan(index, CONFIG)]
    assert once == again


def test_a_new_letter_changes_only_the_pages_that_show_it() -> None:
    """Its neighbours, the lists, the exchange and its people: nothing else."""
    before = {p.path: p.context for p in plan(index_of(many(40)), CONFIG)}
    after = {p.path: p.context for p in plan(index_of(many(41)), CONFIG)}
    changed = {path for path, context in after.items() if before.get(path) != context}
    documents = {path for path in changed if path.startswith("documents/d")}
    assert documents == {"documents/d39.html", "documents/d40.html"}
    assert "about/index.html" not in changed
    assert "data/index.html" not in changed


def test_what_was_not_rendered_is_counted_over_all_pages() -> None:
    unhandled = {"documents/d1.html": {"zone": 2}, "documents/d0.html": {"zone": 1, "gap": 1}}
    lost = {"documents/d0.html": ("letters/d0.xml", (Lost("heather", 4), Lost("rose", 9)))}
    notes = [
        Rule(code, Severity.ERROR, "", "").at(Location("letters/d1.xml", 7), message)
        for code, message in (("REF201", "#x leads to nothing"), ("OUT101", "held"), ("RNG1", ""))
    ]
    made = Published(unhandled=unhandled, lost=lost)
    (page,) = rendering_pages(index_of([]), CONFIG, (), notes, made)
    assert page.path == "about/rendering.html"
    assert page.context["main"]["elements"] == [
        {"name": "gap", "count": 1, "example": "../documents/d0.html"},
        {"name": "zone", "count": 3, "example": "../documents/d0.html"},
    ]
    assert page.context["main"]["lost"] == [
        {"words": "heather · rose", "page": "../documents/d0.html", "source": "letters/d0.xml"}
    ]
    assert page.context["main"]["unused"] == [{"path": "letters/d1.xml", "reason": "held"}]
    assert page.context["main"]["unresolved"] == [
        {"path": "letters/d1.xml:7", "reason": "#x leads to nothing"}
    ]


@pytest.mark.parametrize("base", ["", "https://example.org/"])
def test_a_sitemap_needs_public_addresses(base: str) -> None:
    config = Config(edition=EditionSection(title="Two Gardeners", base_url=base))
    index = index_of(many(2))
    files = dict(static_files(index, config))
    files |= {c.path: copied(c, source()[c.source.file]) for c in copies(index)}
    assert ("sitemap.xml" in files) is bool(base)
    assert files["documents/d0.xml"] == source()["letters.xml"].data
    assert {"documents/d1.txt", "data/cmif.xml"} <= set(files)


def test_not_found_is_shown_at_any_depth() -> None:
    config = Config(edition=EditionSection(title="T", base_url="https://example.org/e/"))
    pages = {p.path: p.context for p in plan(index_of(many(2)), config)}
    shown = pages["404.html"]
    assert shown["root"] == "https://example.org/e/"
    assert all(item["url"].startswith("https://") for item in shown["site"]["nav"])
