"""Whatever is saved, and whenever: a preview left in peace has the bytes of a clean build."""

import random
from pathlib import Path

import pytest

from tei_edition.pipeline import build
from tei_edition.preview import Preview
from tei_edition.project import open_project
from tests.properties.test_incremental import EDITS, content, repair


class Impatient(Preview):
    """A preview whose sources are saved again at a chosen moment of a build."""

    left = 0
    """So often it is told how far a build is until somebody saves; 0 for never."""

    def _give_way(self) -> None:
        self.left -= 1
        if self.left == 0:
            self.saved.set()
        super()._give_way()

    def follow(self, folder: Path, left: int) -> bool:
        """Build, and say whether it came to an end."""
        self.saved.clear()
        self.left = left
        self.build(open_project(folder))
        return not self.is_behind


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.slow)])
def test_random_saves(small: Path, seed: int) -> None:
    with (small / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('\n[build]\nrequire = "well-formed"\n')  # else what is not valid keeps its page
    rng = random.Random(seed)
    clean, cache = small.parent / "clean", small.parent / "clean-cache"
    done: list[str] = []
    ended = []
    with Impatient(small.parent / "cache", resting=0) as preview:
        for _ in range(24):
            edit = rng.choice(EDITS)
            done.append(edit.__name__)
            edit(small, rng)
            preview.look_at(rng.choice(["documents/l1.html", "documents/l2.html", "index.html"]))
            ended.append(preview.follow(small, rng.choice([0, 3, 10, 40, 80])))
            if rng.random() < 0.4:
                repair(small, rng)
                assert preview.follow(small, 0)
                build(open_project(small), output=clean, cache=cache, clean=True, drafts=True)
                assert preview.site
                assert content(preview.site) == content(clean), done
    assert 4 < sum(ended) < 20
