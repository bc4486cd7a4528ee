"""``serve``: as a user runs it, from the first page to Ctrl-C."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest
from click.testing import Result

pytest.importorskip("watchfiles", reason="watchfiles is not installed")


@pytest.fixture
def running(small: Path, repository: Path, tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    command = ["-m", "tei_edition", "serve", "--port", "0", "--jobs", "1"]
    paths = ["--project", str(small), "--cache-dir", str(tmp_path / "cache")]
    # A job in the background ignores Ctrl-C, and so do its children; this one must hear it.
    earlier = signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen(
        [sys.executable, *command, *paths],
        cwd=repository,
        stderr=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        process.kill()
    signal.signal(signal.SIGINT, earlier)


def line(process: Any, pattern: str) -> str:
    """Return what the process says, up to the line that has the pattern."""
    for text in process.stderr:
        found = re.search(pattern, text)
        if found:
            return found[1]
    raise AssertionError(f"it never said {pattern}")


def test_from_the_first_page_to_the_end(running: subprocess.Popen[str], small: Path) -> None:
    address = line(running, r"(http://127\.0\.0\.1:\d+/)")
    letter = address + "documents/l1.html"
    assert int(line(running, r"(\d+) pages made")) > 10
    assert b"live.js" in urllib.request.urlopen(letter, timeout=10).read()
    save(small, "</p>", " indeed</p>")
    assert line(running, r"(1 page) made, 0 errors")
    assert b" indeed" in urllib.request.urlopen(letter, timeout=10).read()
    out = ended(running)
    assert "Traceback" not in out
    assert not (small / "site").exists()


def test_saves_in_quick_succession(running: subprocess.Popen[str], small: Path) -> None:
    address = line(running, r"(http://127\.0\.0\.1:\d+/)")
    line(running, r"(\d+) pages made")
    for number in range(8):
        save(small, "<title>", f"<title>{number}", "l2.xml")
        time.sleep(0.1)
    deadline = time.monotonic() + 30
    page = address + "documents/l2.html"
    while b"76543210" not in urllib.request.urlopen(page, timeout=10).read():
        assert time.monotonic() < deadline
        time.sleep(0.1)
    ended(running)


def test_what_is_wrong_is_shown_once(running: subprocess.Popen[str], small: Path) -> None:
    line(running, r"(\d+) pages made")
    save(small, "</body>", "</bdy>")
    assert line(running, r"(\d+ errors?), ")
    assert line(running, r"(letters/l1.xml:\d+:\d+: error)")
    save(small, "</p>", " indeed</p>", "l2.xml")
    assert line(running, r"(errors? as before)")
    (small / "edition.toml").write_text("title = ", "utf-8")
    assert line(running, r"(edition.toml:1:\d+: error)")
    ended(running)


@pytest.mark.parametrize("moment", [r"(http://)", r"(\d+) pages made"])
def test_it_ends_soon_and_whole(running: subprocess.Popen[str], small: Path, moment: str) -> None:
    line(running, moment)
    save(small, "<title>", "<title>New ", "l2.xml")
    time.sleep(0.3)
    workers = psutil.Process(running.pid).children(recursive=True)
    started = time.monotonic()
    assert "Traceback" not in ended(running)
    assert time.monotonic() - started < 10  # of which a busy machine needs most
    while any(is_alive(worker) for worker in workers):
        assert time.monotonic() - started < 20
        time.sleep(0.1)


def is_alive(process: psutil.Process) -> bool:
    """Say whether a process still does something."""
    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False


def save(small: Path, old: str, new: str, name: str = "l1.xml") -> None:
    """Change a letter as editors do: another file takes the place of the one before."""
    path = small / "letters" / name
    part = path.with_name(f".{name}.part")
    part.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    part.replace(path)


def ended(running: subprocess.Popen[str]) -> str:
    """End the preview by Ctrl-C, and return what it says until then."""
    os.kill(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out) == (0, "")
    assert "preview: ended" in err
    return err


def test_a_port_that_is_taken(run: Callable[..., Result], small: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = run(small, "serve", "--port", port, "--jobs", "1")
    assert result.exit_code == 2
    assert "--port" in result.stderr


def test_no_edition(run: Callable[..., Result], tmp_path: Path) -> None:
    result = run(tmp_path, "serve", "--project", "missing")
    assert result.exit_code == 2


def test_a_folder_that_cannot_be_watched(
    run: Callable[..., Result], small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("OS file watch limit reached")

    monkeypatch.setattr("tei_edition.watch.watch", refuse)
    result = run(small, "serve", "--port", "0", "--jobs", "1")
    assert result.exit_code == 2
    assert "cannot be watched: OS file watch limit reached" in result.stderr
