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
    assert b"live.js" in urllib.request.urlopen(letter, timeout=10).read()
    time.sleep(0.3)  # until the folder is watched
    path = small / "letters/l1.xml"
    path.write_text(path.read_text("utf-8").replace("</p>", " indeed</p>"), "utf-8")
    assert int(line(running, r"(\d+) pages made")) >= 1
    assert b" indeed" in urllib.request.urlopen(letter, timeout=10).read()
    os.kill(running.pid, signal.SIGINT)
    out, err = running.communicate(timeout=20)
    assert (running.returncode, out) == (0, "")
    assert "preview: ended" in err
    assert "Traceback" not in err
    assert not (small / "site").exists()


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
