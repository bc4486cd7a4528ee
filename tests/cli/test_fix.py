"""``validate --fix``: what it shows, what it writes, and what it leaves alone."""

import json
import os
import stat
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import pytest
from click.testing import Result

from tei_edition.pipeline import examine, repairing

Run = Callable[..., Result]
MakeProject = Callable[[Mapping[str, str]], Path]

LETTER = """<?xml version="1.0"?>
<?tei-edition ignore DAT401?>
<?tei-edition ignore DAT403 COR?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="a">
  <teiHeader/>
  <text><body><p>On <date when="19490204">4 Feb</date> or <date when=" 1949 ">x</date>
    in Zu\u0308rich, the dele\u200bgation<ref target="#Zu\u0308\u200b"/>
    did <date when="1949-2-5">not</date> leave.</p></body></text>
</TEI>
"""
REPAIRED = (
    LETTER.replace("<?tei-edition ignore DAT401?>\n", "")
    .replace("ignore DAT403 COR?", "ignore COR?")
    .replace('"19490204"', '"1949-02-04"')
    .replace('" 1949 "', '"1949"')
    .replace("in Zu\u0308rich", "in Z\u00fcrich")
    .replace("dele\u200bgation", "delegation")
)


@pytest.fixture
def folder(make_project: MakeProject) -> Path:
    return make_project({"tei/a.xml": LETTER})


def changed(folder: Path) -> bytes:
    return (folder / "tei/a.xml").read_bytes()


def test_shows_a_diff_and_changes_nothing(run: Run, folder: Path) -> None:
    result = run(folder, "validate", "--fix")
    assert result.exit_code == 1
    head, into, *lines = result.stdout.splitlines()
    assert (head, into) == ("--- a/tei/a.xml", "+++ b/tei/a.xml")
    assert "-<?tei-edition ignore DAT401?>" in lines
    assert "+<?tei-edition ignore COR?>" in lines
    assert '+  <text><body><p>On <date when="1949-02-04">4 Feb</date> or' in result.stdout
    assert "nothing has been changed; --fix --write does it" in result.stderr
    assert changed(folder) == LETTER.encode()


def test_writes_looks_again_and_says_what_was_repaired(run: Run, folder: Path) -> None:
    result = run(folder, "validate", "--fix", "--write", "--format", "json")
    assert changed(folder).decode() == REPAIRED
    left = json.loads(result.stdout)["diagnostics"]
    assert [d["code"] for d in left if d["code"].startswith("DAT")] == ["DAT402"]
    assert 'repaired: tei/a.xml: DAT402 write "1949-02-04"' in result.stderr
    assert "repaired: tei/a.xml: XML303 delete U+200B" in result.stderr
    again = run(folder, "validate", "--fix")
    assert again.stdout == ""
    assert "nothing that can be repaired" in again.stderr
    assert "nothing was repaired" in run(folder, "validate", "--fix", "--write").stderr


def test_repairs_at_one_place_are_made_one_after_the_other(run: Run, folder: Path) -> None:
    crowded = LETTER.replace("in Zu\u0308rich", "in Zu\u0308r\u200bi\u200b\u0308ch")
    (folder / "tei/a.xml").write_text(crowded, "utf-8")
    run(folder, "validate", "--fix", "--write")
    assert "in Z\u00fcr\u00efch" in changed(folder).decode()


def test_repairs_what_is_selected(run: Run, folder: Path) -> None:
    run(folder, "validate", "--fix", "--write", "--select", "XML302")
    assert changed(folder).decode() == LETTER.replace("in Zu\u0308rich", "in Z\u00fcrich")


def test_a_diff_goes_to_a_file(run: Run, folder: Path) -> None:
    result = run(folder, "validate", "--fix", "--output", "fix.diff")
    assert result.stdout == ""
    assert (folder / "fix.diff").read_text("utf-8").startswith("--- a/tei/a.xml\n")


@pytest.mark.parametrize("arguments", [["--write"], ["--fix", "--format", "json"]])
def test_options_that_do_not_go_together(run: Run, folder: Path, arguments: list[str]) -> None:
    assert run(folder, "validate", *arguments).exit_code == 2


def test_encoding_mark_and_line_ends_stay(run: Run, folder: Path) -> None:
    def written(text: str) -> bytes:
        return text.replace("\n", "\r\n").encode("utf-16")

    (folder / "tei/a.xml").write_bytes(written(LETTER))
    run(folder, "validate", "--fix", "--write")
    assert changed(folder) == written(REPAIRED)


def test_a_date_that_the_grammar_refuses_is_repaired_too(
    run: Run, make_project: MakeProject
) -> None:
    grammar = """default namespace = "http://www.tei-c.org/ns/1.0"
    start = element TEI { element date { attribute when { xsd:date } } }"""
    text = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><date when="19490204"/></TEI>'
    folder = make_project({"s.rnc": grammar, "tei/a.xml": text})
    before = run(
        folder, "validate", "tei/a.xml", "--schema", "s.rnc", "--select", "RNG,DAT", "--fix"
    )
    assert (before.exit_code, 'when="1949-02-04"' in before.stdout) == (1, True)
    after = run(
        folder,
        "validate",
        "tei/a.xml",
        "--schema",
        "s.rnc",
        "--select",
        "RNG,DAT",
        "--fix",
        "--write",
    )
    assert after.exit_code == 0
    assert changed(folder).decode() == text.replace("19490204", "1949-02-04")


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("<TEI>\n<text/></TEI>", '<TEI xmlns="http://www.tei-c.org/ns/1.0">\n<text/></TEI>'),
        ("<TEI><text xmlns='urn:x'/></TEI>", None),
        ("<TEI xmlns='urn:x'><text/></TEI>", None),
    ],
)
def test_a_document_without_any_namespace_gets_that_of_the_tei(
    run: Run, make_project: MakeProject, text: str, repaired: str | None
) -> None:
    grammar = """default namespace = "http://www.tei-c.org/ns/1.0"
    start = element TEI { element text { empty } }"""
    folder = make_project({"s.rnc": grammar, "tei/a.xml": text})
    run(folder, "validate", "tei/a.xml", "--schema", "s.rnc", "--fix", "--write")
    assert changed(folder).decode() == (repaired or text)


def test_a_link_stays_a_link_and_permissions_stay(run: Run, folder: Path) -> None:
    real = folder / "real.txt"
    (folder / "tei/a.xml").rename(real)
    real.chmod(0o640)
    (folder / "tei/a.xml").symlink_to(real)
    run(folder, "validate", "--fix", "--write")
    assert (folder / "tei/a.xml").is_symlink()
    assert real.read_text("utf-8") == REPAIRED
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert sorted(p.name for p in folder.iterdir()) == ["real.txt", "tei"]


def test_a_corpus_that_is_read_by_members_is_not_repaired(
    run: Run, make_project: MakeProject, monkeypatch: pytest.MonkeyPatch
) -> None:
    member = LETTER.partition("?>\n")[2]
    root = '<teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>\n'
    corpus = root + member + member.replace('xml:id="a"', "") + "</teiCorpus>"
    folder = make_project({"tei/a.xml": corpus})
    monkeypatch.setattr(examine, "corpus", partial(examine.corpus, large=0))
    result = run(folder, "validate", "--fix", "--select", "DAT,XML")
    assert (result.exit_code, result.stdout) == (1, "")


def test_what_somebody_saves_in_the_meantime_is_left_alone(run: Run, folder: Path) -> None:
    later = (folder / "tei/a.xml").stat().st_mtime + 1000
    os.utime(folder / "tei/a.xml", (later, later))
    result = run(folder, "validate", "--fix", "--write")
    assert "not repaired: tei/a.xml: it has changed since it was read" in result.stderr
    assert changed(folder) == LETTER.encode()


def test_a_file_that_cannot_be_written_is_named_and_whole(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(repairing.shutil, "copymode", full)
    result = run(folder, "validate", "--fix", "--write")
    assert "not repaired: tei/a.xml: no space left on device" in result.stderr
    assert result.exit_code == 1
    assert changed(folder) == LETTER.encode()
    assert [p.name for p in (folder / "tei").iterdir()] == ["a.xml"]


def test_a_report_says_that_there_are_repairs(run: Run, folder: Path) -> None:
    said = "can be repaired without a second thought: validate --fix shows how"
    assert f"\n6 of them {said}\n" in run(folder, "validate").stderr
    assert f"\n1 of them {said}\n" in run(folder, "validate", "--select", "XML303").stderr
    assert said not in run(folder, "validate", "--select", "COR").stderr


def test_reports_offer_the_repairs(run: Run, folder: Path) -> None:
    found = json.loads(run(folder, "validate", "--format", "json").stdout)["diagnostics"]
    by_code = {d["code"]: d for d in found if "fixes" in d}
    assert sorted(by_code) == ["DAT402", "REF290", "XML302", "XML303"]
    (fix,) = by_code["XML303"]["fixes"]
    assert fix == {
        "title": "delete U+200B",
        "safe": True,
        "edits": [{"line": 7, "column": 25, "endLine": 7, "endColumn": 26, "text": ""}],
    }
    assert all("fixes" not in d for d in found if d["code"] not in by_code)
    log = json.loads(run(folder, "validate", "--format", "sarif").stdout)
    fixes = [
        r["fixes"] for r in log["runs"][0]["results"] if r["ruleId"] == "XML303" and "fixes" in r
    ]
    (change,) = fixes[0][0]["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "tei/a.xml"}
    assert change["replacements"][0]["deletedRegion"]["endColumn"] == 26


def test_a_wrong_declaration_of_the_encoding_is_the_one_finding(run: Run, folder: Path) -> None:
    plain = '<?xml version="1.0" encoding="windows-1252"?>\n' + LETTER.partition("\n")[2]
    text = plain.replace("\u200b", "").replace("u\u0308", "ü").replace("not</date>", "”Í</date>")
    (folder / "tei/a.xml").write_text(text, "utf-8")
    found = json.loads(run(folder, "validate", "--format", "json").stdout)["diagnostics"]
    assert [d["code"] for d in found if d["code"].startswith("XML")] == ["XML206", "XML105"]
    run(folder, "validate", "--fix", "--write", "--select", "XML")
    assert changed(folder) == text.replace("windows-1252", "UTF-8").encode()
