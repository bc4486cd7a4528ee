"""The preview's server: files of the site and nothing else, pages made live on their way."""

import http.client
import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.preview import Preview, Status
from tei_edition.serve import live, located, serving

SECRET = "a secret beside the site"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "documents").mkdir(parents=True)
    (folder / "index.html").write_text("<html><body><p>home</p></body></html>")
    (folder / "documents/index.html").write_text("<html><body>list</body></html>")
    (folder / "documents/ä b.html").write_text("<html><body>letter</body></html>", "utf-8")
    (folder / "style.css").write_text("p { color: red }")
    (folder / ".tei-edition").write_text(SECRET)
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "site-2").mkdir()
    (tmp_path / "site-2/secret.txt").write_text(SECRET)
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    return folder


@pytest.fixture
def preview(site: Path, tmp_path: Path) -> Iterator[Preview]:
    with Preview(tmp_path / "cache") as preview:
        preview.site = site
        yield preview


@pytest.fixture
def port(preview: Preview) -> Iterator[int]:
    with serving(preview, 0) as address:
        yield int(address.rstrip("/").rpartition(":")[2])


def get(
    port: int, path: str, host: str = "", method: str = "GET"
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.putrequest(method, path, skip_host=True)
    connection.putheader("Host", host or f"127.0.0.1:{port}")
    connection.endheaders()
    response = connection.getresponse()
    data = response.read()
    connection.close()
    return response, data


def test_a_page_is_made_live_and_never_kept(port: int, site: Path) -> None:
    response, data = get(port, "/")
    assert response.status == 200
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert b'src="/.tei-edition/live.js?path=%2F&amp;version=' in data
    assert data.endswith(b'"></script></body></html>')
    assert b"script" not in (site / "index.html").read_bytes()


def test_other_files_are_as_they_are(port: int) -> None:
    response, data = get(port, "/style.css")
    assert response.headers["Content-Type"] == "text/css; charset=utf-8"
    assert data == b"p { color: red }"


def test_names_in_any_script_and_questions(port: int) -> None:
    assert b"letter" in get(port, "/documents/%C3%A4%20b.html?x=1")[1]


def test_folders(port: int) -> None:
    response, _ = get(port, "/documents")
    assert (response.status, response.headers["Location"]) == (301, "/documents/")
    assert b"list" in get(port, "/documents/")[1]


def test_what_is_not_there(port: int) -> None:
    response, data = get(port, "/nothing.html")
    assert response.status == 404
    assert b"no such page" in data
    assert b"live.js" in data


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/..%2fsecret.txt",
        "/%2e%2e/secret.txt",
        "/documents/../../secret.txt",
        "//../secret.txt",
        "/..\\secret.txt",
        "/%00",
        "/../site-2/secret.txt",
        "/link.txt",
        "/.tei-edition",
        "//etc/passwd",
        "/etc/passwd",
        "/%2fetc%2fpasswd",
    ],
)
def test_paths_never_leave_the_site(port: int, path: str) -> None:
    response, data = get(port, path)
    assert response.status == 404
    assert SECRET.encode() not in data
    assert b"root:" not in data


def test_nothing_is_located_outside(site: Path) -> None:
    assert located(site, "/index.html") == (site / "index.html").resolve()
    assert located(site, "/") == site.resolve()
    assert located(site, "/../site-2/secret.txt") is None


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
def test_pages_of_other_hosts_are_refused(port: int, host: str) -> None:
    assert get(port, "/", host)[0].status == 403


def test_a_head_has_no_body(port: int) -> None:
    response, data = get(port, "/", method="HEAD")
    assert (response.status, data) == (200, b"")


def test_nothing_can_be_sent(port: int) -> None:
    assert get(port, "/", method="POST")[0].status == 501


def test_the_script(port: int) -> None:
    response, data = get(port, "/.tei-edition/live.js?path=%2F&version=3")
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert b"EventSource" in data
    assert get(port, "/.tei-edition/live.css")[0].headers["Content-Type"].startswith("text/css")


def test_before_the_first_site(port: int, preview: Preview) -> None:
    site, preview.site = preview.site, None
    response, page = get(port, "/")
    assert response.status == 404
    preview.site = site
    with events(port, known(page)) as event:
        assert event()["changed"]


def known(page: bytes) -> str:
    """Return what a page says of itself to the stream of events."""
    found = re.search(rb"live\.js\?([^\"]*)", page)
    assert found
    return found[1].decode().replace("&amp;", "&")


@contextmanager
def events(port: int, query: str) -> Iterator[Callable[[], dict[str, Any]]]:
    """Yield a function that returns the next event for a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", f"/.tei-edition/events?{query}")
    response = connection.getresponse()
    assert response.headers["Content-Type"] == "text/event-stream"

    def event() -> dict[str, Any]:
        line = response.readline()
        assert response.readline() == b"\n"
        read: dict[str, Any] = json.loads(line.removeprefix(b"data: "))
        return read

    yield event
    connection.close()


def test_news_are_sent_at_once(port: int, preview: Preview) -> None:
    with events(port, known(get(port, "/")[1])) as event:
        assert event() == {"changed": False, "problems": []}
        found = Diagnostic("XML104", Severity.ERROR, "wrong", Location("a.xml", 3, 4), "mend it")
        preview._tell((), (found,))
        problem = {"place": "a.xml:3:4", "code": "XML104", "message": "wrong", "hint": "mend it"}
        assert event() == {"changed": False, "problems": [problem]}
        preview._tell(("index.html",), ())
        assert event() == {"changed": False, "problems": []}


@pytest.mark.parametrize("path", ["/", "/documents/", "/documents/%C3%A4%20b.html?x=1", "/no.html"])
def test_a_page_hears_when_it_has_changed(
    port: int, site: Path, preview: Preview, path: str
) -> None:
    file = site / unquote(path.partition("?")[0]).lstrip("/")
    file = file / "index.html" if file.is_dir() else file
    other = site / "documents/other.html"
    query = known(get(port, path)[1])
    with events(port, query) as event:
        assert not event()["changed"]
        other.write_text("<html>other</html>")
        preview._tell(("documents/other.html",), ())
        assert not event()["changed"]
        file.write_text("<html>new</html>")
        preview._tell((file.name,), ())
        assert event()["changed"]
    with events(port, query) as event:
        assert event()["changed"]
    with events(port, known(get(port, path)[1])) as event:
        assert not event()["changed"]


def test_a_page_hears_when_what_it_is_shown_with_has_changed(port: int, preview: Preview) -> None:
    with events(port, known(get(port, "/")[1])) as event:
        assert not event()["changed"]
        preview._tell(("assets/own/own.css",), ())
        assert event()["changed"]


def test_the_preview_knows_what_is_looked_at(port: int, preview: Preview) -> None:
    query = known(get(port, "/")[1])
    for path in ("/documents/", "/style.css", "/new%20letter.html"):
        get(port, path)
    assert preview.looks_at == ("new letter.html", "documents/index.html", "index.html")
    with events(port, query) as event:
        event()
        assert preview.looks_at[0] == "index.html"


def test_a_page_without_a_body_is_made_live_too() -> None:
    assert live(b"<p>x", "/", Status()).endswith(b'"></script>')
