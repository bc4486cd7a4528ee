"""The table of contents has every page of the documentation."""

from pathlib import Path


def test_every_page_is_listed(repository: Path) -> None:
    contents = (repository / "docs/index.md").read_text("utf-8")
    for page in (repository / "docs").glob("*.md"):
        assert page.name == "index.md" or f"]({page.name})" in contents
