"""The preview in a browser: plain HTTP on this machine, with news of every change.

Only files of the preview are served, and only to pages of this server. What makes a page live is
put into it on its way to the browser; the files stay as they are published.
"""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qs, unquote, urlencode, urlsplit

from tei_edition.build.fingerprints import fingerprint
from tei_edition.preview import Preview, Status
from tei_edition.project import resource

HOST: Final = "127.0.0.1"
_LIVE: Final = "/.tei-edition/"
_HEARTBEAT = 15.0
_TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".webp": "image/webp",
    ".pdf": "application/pdf",
    ".wasm": "application/wasm",
}
_MISSING = (
    b"<!DOCTYPE html><html lang=en><title>Preview</title><body>"
    b"<p>There is no such page yet. It shows here as soon as it is made.</p>"
    b'<p><a href="/">To the edition</a></p></body></html>'
)


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, port: int, preview: Preview) -> None:
        self.preview = preview
        self.is_open = True
        super().__init__((HOST, port), _Handler)


@contextmanager
def serving(preview: Preview, port: int) -> Iterator[str]:
    """Serve a preview while the context lasts; yield its address. With port 0, any free one.

    Raises `OSError` where the port is taken.
    """
    server = _Server(port, preview)
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield f"http://{HOST}:{server.server_address[1]}/"
    finally:
        server.is_open = False
        server.shutdown()
        server.server_close()


def located(site: Path, path: str) -> Path | None:
    """Return the file or folder that a path of a URL means, if it is within the site."""
    name = unquote(path, errors="surrogateescape")
    if "\0" in name or "\\" in name:
        return None
    root = os.path.realpath(site)
    found = os.path.realpath(os.path.join(root, name.lstrip("/")))  # noqa: PTH118
    return Path(found) if found == root or found.startswith(root + os.sep) else None


def version(page: bytes, status: Status) -> str:
    """Return what changes with a page as it looks."""
    return fingerprint(page, str(status.look))


def live(page: bytes, path: str, status: Status) -> bytes:
    """Return a page with the script that follows the preview, before the end of its body."""
    query = urlencode({"path": path, "version": version(page, status)}).replace("&", "&amp;")
    script = f'<script src="{_LIVE}live.js?{query}"></script>'.encode()
    head, end, tail = page.rpartition(b"</body>")
    return head + script + end + tail if end else page + script


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "tei-edition"
    sys_version = ""
    server: _Server

    def do_GET(self) -> None:
        """Answer with a file, the script, or the news."""
        path = urlsplit(self.path).path
        if not self._is_for_us():
            self._send(HTTPStatus.FORBIDDEN, "text/plain", b"this server is for its own pages\n")
        elif path == f"{_LIVE}events":
            self._tell()
        elif path in (f"{_LIVE}live.js", f"{_LIVE}live.css"):
            file = resource("assets/serve") / path.removeprefix(_LIVE)
            self._send(HTTPStatus.OK, _TYPES[file.suffix], file.read_bytes())
        else:
            self._file(path)

    do_HEAD = do_GET  # noqa: N815 - the name that the library looks for

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: the terminal shows what is wrong with the edition."""

    def _is_for_us(self) -> bool:
        """Refuse names that somebody else has led to this machine."""
        name = self.headers.get("Host", HOST).rpartition(":")[0] or self.headers.get("Host", HOST)
        return name in (HOST, "localhost")

    def _file(self, path: str) -> None:
        preview = self.server.preview
        status = preview.status  # before the file: what changes then is told
        found = preview.site and located(preview.site, path)
        if found and found.is_dir() and not path.endswith("/"):
            self._redirect(path + "/")
            return
        code, kind, data = _answer(found)
        if kind == _TYPES[".html"]:
            preview.look_at(_page(path))
            data = live(data, path, status)
        self._send(code, kind, data)

    def _redirect(self, path: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", "/" + path.lstrip("/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, code: HTTPStatus, kind: str, data: bytes) -> None:
        self.send_response(code)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def _tell(self) -> None:
        """Send the status now and whenever it changes (server-sent events, HTML Standard 9.2)."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        query = dict(parse_qs(urlsplit(self.path).query))
        path, known = (query.get(name, [""])[0] for name in ("path", "version"))
        preview = self.server.preview
        preview.look_at(_page(path))
        status = preview.status
        try:
            self._event(status, path, known)
            while self.server.is_open:
                news = preview.wait(status, _HEARTBEAT)
                if news is status:
                    self.wfile.write(b":\n\n")
                else:
                    self._event(news, path, known)
                status = news
        except OSError:
            return  # the browser has left

    def _event(self, status: Status, path: str, known: str) -> None:
        """Say what is wrong, and whether the page is another than the one that is known."""
        site = self.server.preview.site
        _, _, page = _answer(site and located(site, path))
        event = {
            "changed": version(page, status) != known,
            "problems": status.problems_as_json(),
        }
        self.wfile.write(f"data: {json.dumps(event)}\n\n".encode())
        self.wfile.flush()


def _page(path: str) -> str:
    """Return the path in the site of the page that a path of a URL means."""
    name = unquote(path).lstrip("/")
    return f"{name}index.html" if name.endswith("/") or not name else name


def _answer(found: Path | None) -> tuple[HTTPStatus, str, bytes]:
    """Return what is sent for a file or folder of the site, with its media type.

    What is missing may come. The site's own page for that is for the web: its links lead there.
    """
    file = found / "index.html" if found and found.is_dir() else found
    if file and not file.name.startswith("."):
        with suppress(OSError):
            data = file.read_bytes()
            return HTTPStatus.OK, _TYPES.get(file.suffix, "application/octet-stream"), data
    return HTTPStatus.NOT_FOUND, _TYPES[".html"], _MISSING
