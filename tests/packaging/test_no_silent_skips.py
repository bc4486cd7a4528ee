"""With TEI_EDITION_NO_SKIP=1, as in continuous integration, no test can skip itself unseen."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SKIPS = {
    "call": "import pytest\ndef test_x():\n    pytest.skip('no')\n",
    "mark": "import pytest\n@pytest.mark.skipif(True, reason='no')\ndef test_x(): assert 1\n",
    "module": "import pytest\npytest.importorskip('no_such_module')\ndef test_x(): assert 1\n",
    "xfail": "import pytest\n@pytest.mark.xfail\ndef test_x(): assert 0\n",
    "fixture": "def test_x(shared): assert 1\n",
}


def status(folder: Path, repository: Path, text: str, **environment: str) -> int:
    """Run pytest on one test under the rules of this suite; return its exit status."""
    shutil.copy(repository / "tests/conftest.py", folder)
    (folder / "test_x.py").write_text(text, "utf-8")
    kept = {key: value for key, value in os.environ.items() if not key.startswith("TEI_EDITION")}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)]
    variables = {**kept, "TEI_EDITION_SHARED": str(folder / "none"), **environment}
    return subprocess.run(
        command, cwd=folder, env=variables, capture_output=True, check=False
    ).returncode


@pytest.mark.parametrize(
    ("kind", "strictly"), [("call", 1), ("mark", 1), ("module", 2), ("xfail", 0), ("fixture", 1)]
)
def test_a_skip_is_a_failure_where_nothing_may_be_missing(
    tmp_path: Path, repository: Path, kind: str, strictly: int
) -> None:
    text = SKIPS[kind]
    assert status(tmp_path, repository, text, TEI_EDITION_NO_SKIP="1") == strictly
    assert status(tmp_path, repository, text) in (0, 5)
