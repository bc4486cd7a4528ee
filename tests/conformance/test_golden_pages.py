"""One typical and one difficult letter of every corpus: their pages keep their shape.

``UPDATE_GOLDEN=1`` writes the outlines anew; look at the pages in a browser before you keep them.
"""

import os
from pathlib import Path

import pytest

from tests.conformance.outline import outline
from tests.conformance.pages import Corpus

GOLDEN = Path(__file__).parent / "golden"
CYPRIAN = "stoa0104a.stoa012.opp-lat1"
PAGES = {
    "amp": ("amp-transcript__0016.xml", "amp-transcript__0043.xml"),
    "arabic-apparatus": ("arb", "ubs_ephesians-edit"),
    "csel-cyprian-letters": (f"{CYPRIAN}.41", f"{CYPRIAN}.59"),
    "ephesians-apparatus": ("tests-no_listwit_example", "example-ubs_ephesians"),
    "escher": ("K_2166", "K_4631"),
    "frus-excerpt": ("frus1949v07p2",),
    "noe-osugi-letters": ("57037_tei", "4411_tei"),
    "pollaczek": ("ckp183", "ckp789"),
    "schnitzler-briefe": ("L01243", "L02753"),
    "serafin": ("MS29", "MS1"),
    "suriano": ("09-091", "07-005"),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_keep_their_shape(name: str, shared: Path) -> None:
    corpus = Corpus(shared / "corpora" / name)
    for id in PAGES[name]:
        found = outline(corpus.page(corpus.index.documents[id]).data.decode())
        golden = GOLDEN / name / f"{id}.txt"
        if os.environ.get("UPDATE_GOLDEN"):
            golden.parent.mkdir(parents=True, exist_ok=True)
            golden.write_text(found, "utf-8")
        assert found == golden.read_text("utf-8"), golden
