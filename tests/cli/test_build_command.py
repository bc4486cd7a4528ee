"""``build``: the site appears whole or not at all, and only what changed is made anew."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


def content(site: Path) -> dict[str, bytes]:
    """Return all files of a site by relative path."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def pages(result: Result) -> tuple[int, int, int]:
    """Return how many pages were built, current and removed, from the last line."""
    found = re.search(r"(\d+) built, (\d+) current, (\d+) removed", result.stderr.splitlines()[-1])
    assert found
    return int(found[1]), int(found[2]), int(found[3])


def break_letter(edition: Path) -> None:
    path = edition / "letters/l1.xml"
    path.write_text(path.read_text("utf-8").replace("</body>", ""), "utf-8")


def test_the_site(run: Run, small: Path) -> None:
    result = run(small, "build")
    assert (result.exit_code, result.stdout) == (0, "")
    site = content(small / "site")
    for name in (
        "index.html",
        "404.html",
        "documents/index.html",
        "documents/l1.html",
        "documents/l1.xml",
        "documents/l1.txt",
        "correspondence/index.html",
        "correspondence/berta--carl.html",
        "persons/berta.html",
        "places/brno.html",
        "data/cmif.xml",
        "data/correspondence.csv",
        "data/correspondence.json",
        "data/documents.json",
    ):
        assert name in site
    assert "documents/l4.html" not in site
    assert b"How is" in site["documents/l1.html"]


def test_drafts_on_request(run: Run, small: Path) -> None:
    assert run(small, "build", "--drafts").exit_code == 0
    assert (small / "site/documents/l4.html").exists()


def test_a_second_build_makes_nothing_anew(run: Run, small: Path) -> None:
    built, current, removed = pages(run(small, "build"))
    assert built > 10
    assert (current, removed) == (0, 0)
    before = content(small / "site")
    assert pages(run(small, "build")) == (0, built, 0)
    assert content(small / "site") == before
    assert pages(run(small, "build", "--clean"))[0] == built
    assert content(small / "site") == before


def test_pages_that_nothing_claims_any_more_are_removed(run: Run, small: Path) -> None:
    run(small, "build")
    (small / "letters/l3.xml").unlink()
    assert pages(run(small, "build"))[2] >= 1
    assert not (small / "site/documents/l3.html").exists()


def test_the_same_bytes_whatever_the_folder_and_the_number_of_jobs(
    run: Run, small: Path, tmp_path: Path
) -> None:
    run(small, "build", "--jobs", "1")
    copy = small.rename(tmp_path / "elsewhere")
    first = (copy / "site").rename(tmp_path / "first")
    run(copy, "build", "--jobs", "3", "--cache-dir", str(tmp_path / "other-cache"))
    assert content(copy / "site") == content(first)


def test_the_output_folder_may_be_anywhere_and_is_no_source(
    run: Run, small: Path, tmp_path: Path
) -> None:
    for output in ("letters/out", str(tmp_path / "out")):
        first = run(small, "build", "--output", output)
        again = run(small, "build", "--output", output)
        assert (first.exit_code, again.exit_code) == (0, 0)
        assert "6 documents" in again.stderr or "3 documents" in again.stderr
        assert (small / output / "index.html").exists()


@pytest.mark.parametrize("output", [".", "letters", "edition.toml"])
def test_what_is_no_site_is_not_replaced(run: Run, small: Path, output: str) -> None:
    before = content(small)
    result = run(small, "build", "--output", output)
    assert result.exit_code == 2
    assert "CFG011" in result.stderr
    assert content(small) == before


def test_a_document_that_cannot_be_published_is_left_out(run: Run, small: Path) -> None:
    break_letter(small)
    result = run(small, "build")
    assert result.exit_code == 1
    assert re.search(r"letters/l1\.xml:\d+:\d+: error XML", result.stderr)
    assert not (small / "site/documents/l1.html").exists()
    assert (small / "site/documents/l2.html").exists()


def test_strict_publishes_nothing_if_anything_is_wrong(run: Run, small: Path) -> None:
    run(small, "build")
    before = content(small / "site")
    break_letter(small)
    (small / "letters/l3.xml").unlink()
    assert run(small, "build", "--strict").exit_code == 1
    assert content(small / "site") == before


def test_strict_without_an_earlier_site_leaves_none(run: Run, small: Path) -> None:
    break_letter(small)
    assert run(small, "build", "--strict").exit_code == 1
    assert not (small / "site").exists()


def test_nothing_to_build(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    (folder / "a.xml").write_text("<a/>", "utf-8")
    result = run(folder, "build")
    assert result.exit_code == 2
    assert "CFG010" in result.stderr
    assert not (folder / "site").exists()


def test_a_stylesheet_that_cannot_be_loaded(run: Run, small: Path) -> None:
    (small / "own.xsl").write_text("<xsl:stylesheet", "utf-8")
    with (small / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[site]\nstylesheet = "own.xsl"\n')
    result = run(small, "build")
    assert result.exit_code == 2
    assert "own.xsl:1:" in result.stderr
    assert not (small / "site").exists()


def test_without_any_configuration(run: Run, small: Path) -> None:
    (small / "edition.toml").unlink()
    result = run(small, "build")
    assert result.exit_code == 0
    assert (small / "site/documents/l1.html").exists()
    assert (small / "site/persons/berta.html").exists()


def test_explanations_go_to_the_standard_output(run: Run, small: Path) -> None:
    first = run(small, "build", "--explain").stdout.splitlines()
    assert "index.html: new" in first
    assert run(small, "build", "--explain").stdout == ""
    path = small / "letters/l3.xml"
    path.write_text(path.read_text("utf-8") + "<!-- a word -->\n", "utf-8")
    assert run(small, "build", "--explain").stdout.splitlines() == [
        "documents/l3.html: changed: source",
        "documents/l3.txt: changed: source",
        "documents/l3.xml: changed: source",
    ]
    path.unlink()
    last = run(small, "build", "--explain").stdout.splitlines()
    assert "documents/l3.html: removed, nothing claims it any more" in last
    assert any(line.startswith("documents/index.html: changed: main.") for line in last)


def test_times_as_a_table_and_as_json(run: Run, small: Path, tmp_path: Path) -> None:
    assert re.search(r"transform +\d+ +\d+\.\d\d s", run(small, "build", "--timings").stderr)
    run(small, "build", "--clean", "--timings", str(tmp_path / "t.json"))
    stages = json.loads((tmp_path / "t.json").read_text())["stages"]
    assert {"validate", "index", "plan", "transform", "copy"} <= set(stages)


@pytest.mark.parametrize("state", ["nothing has changed", "a letter has changed", "everything"])
def test_the_last_line_is_always_the_same(run: Run, small: Path, state: str) -> None:
    run(small, "build")
    if state == "a letter has changed":
        (small / "letters/l3.xml").unlink()
    options = ["--clean"] if state == "everything" else []
    last = run(small, "build", *options).stderr.splitlines()[-1]
    assert re.fullmatch(
        r"\d documents · 0 errors · 0 warnings · "
        r"pages: \d+ built, \d+ current, \d+ removed · \d+\.\d s",
        last,
    )


def test_an_executor_that_does_not_exist_is_wrong_usage(run: Run, small: Path) -> None:
    result = run(small, "build", "--executor", "nobody")
    assert result.exit_code == 2
    assert "dask:ADDRESS" in result.stderr


@pytest.mark.parametrize("name", ["report.json", "report.html", "report.txt"])
def test_the_report_of_what_is_missing(run: Run, small: Path, name: str) -> None:
    (small / "edition.toml").unlink()
    break_letter(small)
    letter = small / "letters/l2.xml"
    text = letter.read_text("utf-8").replace("<body>", "<body><p><unheard>x</unheard></p>")
    letter.write_text(text.replace("places.xml#brno", "places.xml#nowhere"), "utf-8")
    (small / "letters/empty.xml").write_text("<other/>", "utf-8")
    run(small, "build", "--report", str(small / name))
    written = (small / name).read_text("utf-8")
    for word in ("letters/l1.xml", "unheard", "#nowhere", "letters/empty.xml"):
        assert word in written
    if name.endswith("json"):
        content = json.loads(written)
        assert all(content[key] for key in ("left_out", "not_rendered", "unresolved"))


FORGETFUL = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:m="urn:tei-edition:modes" xpath-default-namespace="http://www.tei-c.org/ns/1.0">
  <xsl:import href="urn:tei-edition:xslt:edition.xsl"/>
  <xsl:template match="placeName" mode="m:html"/>
</xsl:stylesheet>
"""


def test_lost_words_are_found_and_keep_a_strict_build_from_being_published(
    run: Run, small: Path
) -> None:
    run(small, "build")
    before = content(small / "site")
    (small / "own.xsl").write_text(FORGETFUL, "utf-8")
    with (small / "edition.toml").open("a", encoding="utf-8") as file:
        file.write('[site]\nstylesheet = "own.xsl"\n')
    result = run(small, "build", "--strict", "--report", "report.json")
    assert result.exit_code == 1
    assert content(small / "site") == before
    found = json.loads((small / "report.json").read_text("utf-8"))["lost"]
    assert [(each["path"], each["line"]) for each in found] == [("letters/l1.xml", 38)]
    assert 'does not have the words "Brno"' in found[0]["message"]
    for _ in range(2):  # what is known of a page is remembered with it
        result = run(small, "build")
        assert (result.exit_code, result.stderr.count("OUT104")) == (0, 1)
        assert "Brno" in (small / "site/about/rendering.html").read_text("utf-8")


@pytest.mark.parametrize("fault", ["<p><unheard>x</unheard></p>", ""])
def test_strict_wants_a_rule_for_every_element(run: Run, small: Path, fault: str) -> None:
    letter = small / "letters/l2.xml"
    letter.write_text(letter.read_text("utf-8").replace("<body>", f"<body>{fault}"), "utf-8")
    (small / "edition.toml").unlink()
    run(small, "build", "--strict")
    assert (small / "site").exists() is not bool(fault)
