"""Letters of other editions: every one renders, as valid HTML, without losing what it points at."""

import re
from pathlib import Path

import pytest

from tests.xslt.content_model import lost_fragments, problems
from tests.xslt.rendering import render

FOLDERS = {
    "amp": 20,
    "arabic-apparatus": 2,
    "csel-cyprian-letters": 1,
    "ephesians-apparatus": 2,
    "escher": 20,
    "frus-excerpt": 1,
    "noe-osugi-letters": 6,
    "pollaczek": 6,
    "schnitzler-briefe": 20,
    "serafin": 12,
    "suriano": 20,
}
HANDLED_ELSEWHERE = {"frus:attachment", "addSpan"}  # the second has words in it


def _sample(corpora: Path, folder: str) -> list[Path]:
    files = [
        path
        for path in sorted((corpora / folder).rglob("*.xml"))
        if re.search(r"<(TEI|teiCorpus)\b", path.read_text("utf-8-sig"))
    ]
    step = max(1, len(files) // FOLDERS[folder])
    return files[::step]


@pytest.mark.parametrize("folder", FOLDERS)
def test_letters_of_other_editions_render_as_valid_html(shared: Path, folder: str) -> None:
    found = []
    files = _sample(shared / "corpora", folder)
    assert files
    for path in files:
        result = render(path.read_text("utf-8-sig"), links={})
        found += [f"{path.name}: {problem}" for problem in problems(result.text)]
        found += [f"{path.name}: #{name} is lost" for name in lost_fragments(result.text)]
        found += [
            f"{path.name}: {message}"
            for message in result.messages
            if not any(name in message for name in HANDLED_ELSEWHERE)
        ]
    assert found == []
