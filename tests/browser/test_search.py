"""The search in a browser: every script, phrases, filters, marks on the page, from a folder too."""

import functools
import http.server
import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tei_edition.build.progress import SILENT
from tei_edition.pipeline import build
from tei_edition.project import open_project
from tei_edition.site.search.folding import words

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")

LETTERS = (
    ("en1", "Anna Li", "Boris Ivanov", "1948-04-20", "en", "The railway to Mongolia is closed. "
     "We ask for <hi>foreign</hi> media<lb break='no'/>tion, and hope.<note>Of the railway, see "
     "the map.</note>"),
    ("en2", "Boris Ivanov", "Anna Li", "1949-02-04", "en", "Foreign friends spoke of mediation and "
     "of Mongolian horses."),
    ("de", "Anna Li", "Boris Ivanov", "1949-03-01", "de", "Die Königin grüßt aus Württemberg."),
    ("ru", "Boris Ivanov", "Anna Li", "1949-05-01", "ru", "Сталину доложено: ёлка стоит."),
    ("zh", "Anna Li", "Boris Ivanov", "1949-10-01", "zh", "毛泽东同志于1949年在北京大学讲话。"),
    ("zh2", "Anna Li", "Boris Ivanov", "1949-10-02", "zh", "北京的大学生。"),
    ("ja", "Anna Li", "Boris Ivanov", "1950-01-01", "ja", "手紙をありがとう。"),
    ("ar", "Boris Ivanov", "Anna Li", "1950-01-02", "ar", "وَصَلَتِ الرِّسَالَةُ إلى القاهرة."),
    ("he", "Boris Ivanov", "Anna Li", "1950-01-03", "he", "שָׁלוֹם לחברים"),
    ("la", "Anna Li", "Boris Ivanov", "1950-01-04", "la", "Epiſtolam tuam accepi."),
)  # fmt: skip

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="{id}"><teiHeader>
<fileDesc><titleStmt><title>Letter {id}</title></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc><profileDesc><langUsage><language ident="{language}"/>
</langUsage><correspDesc><correspAction type="sent"><persName>{sender}</persName>
<date when="{day}"/></correspAction><correspAction type="received"><persName>{addressee}</persName>
</correspAction></correspDesc></profileDesc></teiHeader>
<text xml:lang="{language}"><body><p>{text}</p>{filler}</body></text></TEI>"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("search")
    names = ("id", "sender", "addressee", "day", "language", "text")
    filler = "<p>—</p>" * 60
    for letter in LETTERS:
        values = dict(zip(names, letter, strict=True))
        # The one place of the first letter stands far below the fold.
        filling = filler + "<p>At the very end, saltpetre.</p>" if letter[0] == "en1" else ""
        path = base / "project" / f"{letter[0]}.xml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(LETTER.format(**values, filler=filling), "utf-8")
    project = open_project(base / "project")
    build(project, output=base / "site", cache=base / "cache", jobs=1, progress=SILENT)
    return base / "site"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/"
        running.shutdown()


@pytest.fixture
def page(browser: "sync_api.Browser") -> Iterator["sync_api.Page"]:
    """Return a page on which no script fails and nothing is asked of another host."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    failures: list[str] = []
    page.on("pageerror", lambda error: failures.append(str(error)))
    page.on("requestfailed", lambda request: failures.append(request.url))
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("file:", "http://127.0.0.1:"))
            else failures.append(request.url)
        ),
    )
    yield page
    context.close()
    assert not failures


def ask(page: "sync_api.Page", base: str, **state: str) -> None:
    """Open the search with a state and wait until it has answered."""
    query = "&".join(f"{key}={value}" for key, value in state.items())
    page.goto(f"{base}search/index.html?{query}")
    page.wait_for_function("document.querySelector('#page-search-facets fieldset')")
    page.wait_for_function("document.getElementById('page-search-status').textContent")
    page.wait_for_timeout(50)


def found(page: "sync_api.Page") -> set[str]:
    """Return what is listed: documents by their ids, register entries by their names."""
    links = page.locator("#page-search-results .entry-label a")
    urls = links.evaluate_all("links => links.map(link => link.pathname)")
    return {url.rsplit("/", 1)[1].removesuffix(".html") for url in urls}


QUESTIONS = (
    ("mongol", {"en1", "en2"}),
    ("MONGOLIA", {"en1", "en2"}),
    ('"mongolia"', {"en1"}),
    ('"foreign mediation"', {"en1"}),
    ("foreign mediation", {"en1", "en2"}),
    ("foreign -horses", {"en1"}),
    ("map", {"en1"}),
    ("konigin", {"de"}),
    ("GRÜSST", {"de"}),
    ("сталин", {"ru"}),
    ("елка", {"ru"}),
    ("毛泽东", {"zh"}),
    ("北京", {"zh", "zh2"}),
    ("北京大学", {"zh"}),
    ("学", {"zh", "zh2"}),
    ("1949年", {"zh"}),
    ("ありがとう", {"ja"}),
    ("手紙", {"ja"}),
    ("الرسالة", {"ar"}),
    ("שלום", {"he"}),
    ("epistolam", {"la"}),
    ("nowhere", set()),
)


@pytest.mark.parametrize("origin", ["server", "folder"])
def test_every_script_is_found(page: "sync_api.Page", site: Path, server: str, origin: str) -> None:
    base = server if origin == "server" else f"{site.as_uri()}/"
    ask(page, base)
    for question, expected in QUESTIONS:
        page.fill("#page-search-q", question)
        page.press("#page-search-q", "Enter")
        page.wait_for_timeout(150)
        assert found(page) == expected, question


def test_the_browser_has_the_same_words_as_the_index(page: "sync_api.Page", server: str) -> None:
    samples = [text for *_, text in LETTERS]
    samples += ["ｶﾞ½Ⅷ ﬁ 𠀀𠀁 हिन्दी สวัสดี İI ıß Σας", "a\u0301b_c’d-e\u00adf 한국어 tel:٣٤", "Þœ K Å"]
    page.goto(f"{server}search/index.html")
    script = "texts => texts.map(text => teiEdition.words.find(text).map(({word}) => word))"
    assert page.evaluate(script, samples) == [words(text) for text in samples]


def test_filters_count_and_stay_in_the_address(page: "sync_api.Page", server: str) -> None:
    ask(page, server, q="foreign")
    year = page.get_by_role("group", name="Year")
    assert year.locator("li:visible").all_inner_texts() == ["1948\n1", "1949\n1"]
    year.get_by_label("1949").check()
    assert found(page) == {"en2"}
    assert "year=1949" in page.url
    assert page.get_by_role("status").inner_text() == "1 document with foreign"
    # The other years still say what they would give.
    assert year.locator("li:visible").all_inner_texts() == ["1948\n1", "1949\n1"]
    page.reload()
    page.wait_for_selector("#page-search-chosen button")
    assert found(page) == {"en2"}
    page.get_by_role("button", name="Remove Year: 1949").click()
    assert found(page) == {"en1", "en2"}
    assert page.evaluate("document.activeElement.id") == "page-search-q"


def test_filters_alone_list_letters_in_order(page: "sync_api.Page", server: str) -> None:
    ask(page, server, language="zh", sort="newest")
    assert page.locator(".entry-date").all_inner_texts() == ["2 October 1949", "1 October 1949"]
    page.select_option("#page-search-sort", "oldest")
    assert page.locator(".entry-date").all_inner_texts() == ["1 October 1949", "2 October 1949"]


def test_a_letter_is_listed_once_with_its_passages(page: "sync_api.Page", server: str) -> None:
    ask(page, server, q="railway")
    page.wait_for_selector(".search-passage")
    assert page.locator("#page-search-results > li").count() == 1
    assert page.locator(".search-passage mark").all_inner_texts() == ["railway", "railway"]


def test_the_page_opens_at_the_match(page: "sync_api.Page", server: str) -> None:
    ask(page, server, q="saltpetre")
    page.locator("#page-search-results a").first.click()
    page.wait_for_selector("mark.search-current")
    assert page.locator("mark").all_inner_texts() == ["saltpetre"]
    page.wait_for_function("scrollY > 500")
    box = page.locator("mark").bounding_box()
    assert box
    assert 0 < box["y"] < 800
    page.get_by_role("button", name="Hide").click()
    assert page.locator("mark").count() == 0
    assert page.locator(".search-bar").count() == 0


def test_marks_reach_over_tags_and_are_counted_once(page: "sync_api.Page", site: Path) -> None:
    page.goto(f"{(site / 'documents/en1.html').as_uri()}?q=%22foreign%20mediation%22")
    page.wait_for_selector("mark")
    assert page.locator("mark").all_inner_texts() == ["foreign", " media", "tion"]
    assert page.locator(".search-bar [role=status]").inner_text() == "Match 1 of 1"


def test_chinese_is_marked_character_by_character(page: "sync_api.Page", site: Path) -> None:
    page.goto(f"{(site / 'documents/zh.html').as_uri()}?q=北京大学 毛")
    page.wait_for_selector("mark")
    assert page.locator(".document-text mark").all_inner_texts() == ["毛", "北京大学"]


def test_a_page_without_a_question_is_left_alone(page: "sync_api.Page", site: Path) -> None:
    page.goto((site / "documents/en1.html").as_uri())
    assert page.locator("mark, .search-bar").count() == 0


def test_without_script_the_page_says_so(browser: "sync_api.Browser", site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "search/index.html").as_uri())
    assert not page.locator("#page-search").is_visible()
    assert "needs JavaScript" in page.locator("main").inner_text()
    assert page.locator("main a").count() >= 2
    context.close()


def test_a_phone_has_room_for_all(browser: "sync_api.Browser", server: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()
    ask(page, server, q="mongol")
    page.get_by_text("Narrow down").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.get_by_label("1948").check()
    assert found(page) == {"en1"}
    context.close()


def test_the_keyboard_is_enough(page: "sync_api.Page", server: str) -> None:
    ask(page, server)
    page.focus("#page-search-q")
    page.keyboard.type("mongolia")
    page.wait_for_selector("#page-search-results li")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('#page-search-results') !== null"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url("**/documents/en1.html?q=mongolia")


def test_words_of_the_interface_are_all_there(site: Path) -> None:
    from lxml import html

    page = html.parse(str(site / "search/index.html"))
    strings = json.loads(page.xpath("string(//*[@id='page-search']/@data-strings)"))
    assert {"search.found", "search.none", "documents.one", "list.and"} <= set(strings)
