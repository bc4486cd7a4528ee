"""The preview's server: files of the site and nothing else, pages made live on their way."""

import http.client
import json
from collections.abc import Iterator
from pathlib import Path

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
    (folder / "404.html").write_text("<html><body>not here</body></html>")
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
    assert data.endswith(b'live.js?version=0"></script></body></html>')
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
    assert b"not here" in data


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
    response, data = get(port, "/.tei-edition/live.js?version=3")
    assert response.headers["Content-Type"].startswith("text/javascript")
    assert b"EventSource" in data


def test_before_the_first_site(port: int, preview: Preview) -> None:
    preview.site = None
    assert b"live.js" in get(port, "/anything")[1]


def test_news_are_sent_at_once(port: int, preview: Preview) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", "/.tei-edition/events")
    response = connection.getresponse()
    assert response.headers["Content-Type"] == "text/event-stream"

    def event() -> dict[str, object]:
        line = response.readline()
        assert response.readline() == b"\n"
        read: dict[str, object] = json.loads(line.removeprefix(b"data: "))
        return read

    assert event() == {"version": 0, "problems": []}
    found = Diagnostic("XML104", Severity.ERROR, "wrong", Location("a.xml", 3, 4), "mend it")
    preview._tell((found,), 0.0, ())
    problem = {"place": "a.xml:3:4", "code": "XML104", "message": "wrong", "hint": "mend it"}
    assert event() == {"version": 0, "problems": [problem]}
    preview._tell((), 0.0, ("index.html",))
    assert event() == {"version": 1, "problems": []}
    connection.close()


def test_a_page_without_a_body_is_made_live_too() -> None:
    assert live(b"<p>x", Status(4)).endswith(b'version=4"></script>')
