"""Golden cases: cases/FAMILY/NAME/in.xml becomes out.html, byte for byte.

A case exists because its folder does; main.json in it is what only its page knows. After a change
that is meant, write the new outputs with ``UPDATE_GOLDEN=1 pytest tests/xslt/test_cases.py`` and
read the difference before committing it.
"""

import json
import os
from pathlib import Path

import pytest

from tests.xslt.content_model import lost_fragments, problems
from tests.xslt.rendering import CASES, render

NAMES = sorted(path.parent.relative_to(CASES).as_posix() for path in CASES.glob("*/*/in.xml"))


def _rendered(name: str) -> str:
    known = CASES / name / "main.json"
    main = json.loads(known.read_text("utf-8")) if known.exists() else None
    result = render((CASES / name / "in.xml").read_text("utf-8"), main=main)
    expected = tuple(m for m in result.messages if "unhandled" not in m)
    assert expected == ()
    return result.text.rstrip("\n") + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_case_renders_as_its_golden_file(name: str) -> None:
    golden = CASES / name / "out.html"
    html = _rendered(name)
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(html, "utf-8")
    assert html == golden.read_text("utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_case_is_valid_html(name: str) -> None:
    html = _rendered(name)
    assert problems(html) == []
    assert lost_fragments(html) == []


def test_there_are_cases_for_every_family() -> None:
    families = {path.stem for path in (Path("xslt") / "html").glob("*.xsl")} - {"flow"}
    assert families == {name.split("/")[0] for name in NAMES}
