"""The wheel works alone: built, installed into an empty environment elsewhere, and used there.

Needs a package registry for the dependencies; skips where none can be reached.
"""

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest


def run(*command: str | Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program without anything of this environment that could lend it our code."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "COV"))}
    return subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=kept,
        capture_output=True,
        text=True,
        check=False,
    )


def pip(python: str | Path, *arguments: str | Path, folder: Path) -> None:
    """Run pip; skip where it reaches no registry, fail where it fails otherwise."""
    quiet = ("--quiet", "--disable-pip-version-check")
    result = run(python, "-m", "pip", arguments[0], *quiet, *arguments[1:], folder=folder)
    unreachable = ("connection", "no matching distribution", "temporary failure")
    if result.returncode and any(text in result.stderr.lower() for text in unreachable):
        pytest.skip(f"no package registry can be reached: {result.stderr.strip()[-200:]}")
    assert result.returncode == 0, result.stderr


@pytest.fixture(scope="module")
def wheel(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel that was built from the repository."""
    folder = tmp_path_factory.mktemp("wheel")
    pip(sys.executable, "wheel", "--no-deps", "--wheel-dir", folder, repository, folder=folder)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def program(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the command in a new environment that has nothing but the wheel and its needs."""
    folder = tmp_path_factory.mktemp("empty")
    environment = folder / "environment"
    venv.create(environment, with_pip=True)
    scripts = environment / ("Scripts" if os.name == "nt" else "bin")
    pip(scripts / "python", "install", wheel, folder=folder)
    return scripts / "tei-edition"


def test_what_it_ships(wheel: Path, repository: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder, pattern in (("xslt", "*.xsl"), ("xslt/locale", "*.xml"), ("schemas", "*")):
        for path in (repository / folder).rglob(pattern):
            if path.is_file():
                assert f"tei_edition/{path.relative_to(repository).as_posix()}" in names
    assert any(name.startswith("tei_edition/assets/") for name in names)
    assert any(name.endswith("/licenses/LICENSE") for name in names)
    tops = {name.split("/")[0] for name in names}
    assert tops == {"tei_edition", next(top for top in tops if top.endswith(".dist-info"))}


def test_it_builds_an_edition(program: Path, small: Path) -> None:
    cache = small.parent / "cache"
    validated = run(program, "validate", "--strict", folder=small)
    assert validated.returncode == 0, validated.stdout + validated.stderr
    built = run(program, "build", "--strict", "--cache-dir", cache, folder=small)
    assert built.returncode == 0, built.stderr
    assert (small / "site/documents/l1.html").stat().st_size > 500
    assert "correspDesc" in (small / "site/data/cmif.xml").read_text("utf-8")
    assert list((small / "site/assets").iterdir())
