"""``validate``: every problem of every file, in every format, with the exit statuses."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
MakeProject = Callable[[Mapping[str, str]], Path]


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def misspell(edition: Path) -> None:
    letter = edition / "letters/l1.xml"
    change(letter, "is <placeName", "is <placename")
    change(letter, "Brno</placeName>", "Brno</placename>")


def last_line(result: Result) -> str:
    return result.stderr.splitlines()[-1]


def test_nothing_wrong(run: Run, small: Path) -> None:
    result = run(small, "validate", "--strict")
    assert (result.exit_code, result.stdout) == (0, "")
    assert re.match(r"6 documents · 0 errors · 0 warnings · .* s$", last_line(result))


def test_the_place_the_line_and_what_to_do(run: Run, small: Path) -> None:
    misspell(small)
    result = run(small, "validate")
    assert result.exit_code == 1
    head, line, caret, *hints = result.stdout.splitlines()
    assert re.match(r'letters/l1\.xml:38:19: error RNG\d+ element "placename"', head)
    assert line.startswith('   |    <p>How is <placename ref="../registers/places.xml#brno">')
    assert caret == "   |    " + " " * len("<p>How is ") + "^" * len("<placename")
    assert '   = did you mean "placeName"?' in hints


def test_one_bad_file_does_not_hide_another(run: Run, small: Path) -> None:
    misspell(small)
    (small / "letters/broken.xml").write_text("<TEI>\n  <p>\n</TEI>", "utf-8")
    result = run(small, "validate", "--format", "json")
    assert result.exit_code == 1
    paths = {d["path"] for d in json.loads(result.stdout)["diagnostics"]}
    assert paths == {"letters/l1.xml", "letters/broken.xml"}


def test_json_has_the_counts(run: Run, small: Path) -> None:
    misspell(small)
    report = json.loads(run(small, "validate", "--format", "json").stdout)
    assert (report["documents"], report["warnings"]) == (6, 0)
    assert report["errors"] == len(report["diagnostics"]) >= 1
    xpath = report["diagnostics"][0]["xpath"]
    assert xpath.endswith("}p[1]/Q{http://www.tei-c.org/ns/1.0}placename[1]")


def test_json_stays_json_when_the_configuration_is_wrong(run: Run, small: Path) -> None:
    change(small / "edition.toml", "title =", "titel =")
    result = run(small, "validate", "--format", "json")
    assert result.exit_code == 2
    (finding,) = json.loads(result.stdout)["diagnostics"]
    assert (finding["code"], finding["path"], finding["line"]) == ("CFG003", "edition.toml", 3)
    assert 'did you mean "title"?' in finding["hint"]


def test_annotations_are_chosen_in_github_actions(
    run: Run, small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    misspell(small)
    run(small, "--version")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run(small, "validate").stdout.startswith("::error file=letters/l1.xml,line=38,col=19,")
    assert run(small, "validate", "--format", "text").stdout.startswith("letters/l1.xml:38")


def test_the_report_in_a_file(run: Run, small: Path) -> None:
    misspell(small)
    result = run(small, "--color", "always", "validate", "--output", "report.txt")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (small / "report.txt").read_text("utf-8").startswith("letters/l1.xml:38:19: error RNG")


def test_colours_on_request(run: Run, small: Path) -> None:
    misspell(small)
    assert "\x1b[1;31merror\x1b[0m" in run(small, "--color", "always", "validate").stdout


def test_verbose_names_the_folders(run: Run, small: Path) -> None:
    result = run(small, "-v", "validate")
    first, second, third, *stages = result.stderr.splitlines()
    assert first == f"project: {small}"
    assert second == "configuration: edition.toml"
    assert third == f"site: {small / 'site'}"
    assert re.match(r"validate: 6 in \d", stages[0])


def test_quiet(run: Run, small: Path) -> None:
    assert run(small, "-q", "validate").output == ""


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--ignore", "RNG"], 0),
        (["--ignore", "xml,rng"], 0),
        (["--select", "XML"], 0),
        (["--select", "RNG"], 1),
        (["--select", "XML", "--select", "RNG"], 1),
    ],
)
def test_codes_are_selected_and_ignored(
    run: Run, small: Path, options: list[str], status: int
) -> None:
    misspell(small)
    result = run(small, "validate", *options)
    assert result.exit_code == status
    assert ("RNG" in result.stdout) is bool(status)


def test_an_unknown_code_is_wrong_usage(run: Run, small: Path) -> None:
    result = run(small, "validate", "--select", "RMG")
    assert result.exit_code == 2
    assert 'did you mean "RNG"?' in result.stderr


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_no_code_is_wrong_usage(run: Run, small: Path, option: str) -> None:
    result = run(small, "validate", option, " ,")
    assert result.exit_code == 2
    assert "a list of codes is empty" in result.stderr


def test_severities_and_strictness(run: Run, small: Path) -> None:
    misspell(small)
    code = re.search(r"RNG\d+", run(small, "validate").stdout)
    assert code
    rules = f"[validation]\nrules.{code[0]} = 'warning'"
    change(small / "edition.toml", "[validation]", rules)
    result = run(small, "validate")
    assert (result.exit_code, f"warning {code[0]}" in result.stdout) == (0, True)
    assert run(small, "validate", "--strict").exit_code == 1
    change(small / "edition.toml", "'warning'", "'off'")
    result = run(small, "validate", "--strict")
    assert (result.exit_code, result.stdout) == (0, "")


def test_only_the_paths_given_but_against_the_whole_edition(run: Run, small: Path) -> None:
    misspell(small)
    result = run(small, "validate", "letters/l2.xml", "registers")
    assert (result.exit_code, result.stdout) == (0, "")
    assert last_line(result).startswith("3 documents")


def test_a_path_leads_to_its_project(run: Run, small: Path, tmp_path: Path) -> None:
    misspell(small)
    result = run(tmp_path, "validate", "small/letters/l1.xml")
    assert result.exit_code == 1
    assert result.stdout.startswith("letters/l1.xml:38:19: error RNG")


def test_files_without_any_project(run: Run, tmp_path: Path, small: Path) -> None:
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "a.xml").write_bytes((small / "letters/l1.xml").read_bytes())
    (alone / "b.xml").write_text("<a><b></a>", "utf-8")
    result = run(alone, "validate", "a.xml", "b.xml")
    assert result.exit_code == 1
    assert re.search(r"^b\.xml:1:\d+: error XML\d+", result.stdout, re.MULTILINE)


def test_another_schema(run: Run, small: Path) -> None:
    grammar = small / "other.rnc"
    grammar.write_text("start = element nothing { empty }", "utf-8")
    result = run(small, "validate", "--schema", "other.rnc")
    assert result.exit_code == 1
    assert result.stdout.count(": error RNG") >= 6


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("none.rng", None, "does not exist"),
        ("schema.xsd", "x", "must be a RELAX NG grammar"),
        ("broken.rng", "<grammar", "broken.rng:1:"),
        ("broken.rnc", "start = element a {", "broken.rnc:1:"),
    ],
)
def test_a_schema_that_cannot_be_loaded(
    run: Run, small: Path, name: str, text: str | None, message: str
) -> None:
    if text:
        (small / name).write_text(text, "utf-8")
    result = run(small, "validate", "--schema", name)
    assert result.exit_code == 2
    assert message in result.output


def test_no_tei(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    result = run(empty, "validate")
    assert result.exit_code == 2
    assert "CFG010" in result.output


def test_a_folder_without_xml_is_named(run: Run, small: Path) -> None:
    (small / "notes").mkdir()
    result = run(small, "validate", "notes")
    assert result.exit_code == 2
    assert "notes:1:1: error CFG010 there is no XML file in notes" in result.output


def test_a_path_that_does_not_exist_is_a_finding_beside_the_others(run: Run, small: Path) -> None:
    misspell(small)
    result = run(small, "validate", "letters/l1.xml", "letters/l22.xml", "--format", "json")
    assert result.exit_code == 1
    found = json.loads(result.stdout)["diagnostics"]
    assert {d["path"] for d in found} == {"letters/l1.xml", "letters/l22.xml"}
    (missing,) = [d for d in found if d["code"] == "CFG017"]
    assert missing["message"] == 'there is no "letters/l22.xml"'
    assert missing["hint"] == 'did you mean "letters/l2.xml"?'
    result = run(small, "validate", "nowhere/at/all", "--format", "json")
    assert result.exit_code == 2
    assert [d["code"] for d in json.loads(result.stdout)["diagnostics"]] == ["CFG017"]


@pytest.mark.parametrize("grammar", ["", '[validation]\nschema = "p.rnc"\n'])
def test_a_project_outside_the_namespace_is_repaired(
    run: Run, make_project: MakeProject, grammar: str
) -> None:
    letter = "<TEI>\n<teiHeader/><text><body><p>x</p></body></text></TEI>"
    tei = "http://www.tei-c.org/ns/1.0"
    rnc = f"""default namespace = '{tei}'
start = element TEI {{ any }} any = (element * {{ any }} | text)*"""
    folder = make_project(
        {"a.xml": letter, "b.xml": letter, "p.rnc": rnc, "edition.toml": grammar, "c.xml": "<c/>"}
    )
    result = run(folder, "validate")
    assert result.exit_code == 1
    assert (
        "a.xml:1:1: error CFG010 there is no TEI document here: 2 files have TEI" in result.stdout
    )
    assert re.search(r'^a\.xml:1:1: error RNG111 element "TEI" is in no', result.stdout, re.M)
    build = run(folder, "build")
    assert (build.exit_code, "2 files have TEI" in build.stderr) == (1, True)
    assert re.search(r'^b\.xml:1:1: error RNG111 element "TEI" is in no', build.stderr, re.M)
    run(folder, "validate", "--fix", "--write")
    assert (folder / "b.xml").read_text("utf-8") == letter.replace("<TEI>", f'<TEI xmlns="{tei}">')
    assert "RNG111" not in run(folder, "validate").stdout


def test_where_the_configuration_would_be(run: Run, make_project: MakeProject) -> None:
    space = 'xmlns="http://www.tei-c.org/ns/1.0"'
    letter = f"<TEI {space}><teiHeader><profileDesc><correspDesc/></profileDesc></teiHeader></TEI>"
    folder = make_project({"a.xml": letter})
    (found,) = _of_code("COR507", run(folder, "validate", "--format", "json"))
    assert "there is no edition.toml yet" in found["hint"]
    (folder / "edition.toml").touch()
    (found,) = _of_code("COR507", run(folder, "validate", "--format", "json"))
    assert "there is no edition.toml" not in found["hint"]


def _of_code(code: str, result: Result) -> list[dict[str, str]]:
    return [d for d in json.loads(result.stdout)["diagnostics"] if d["code"] == code]


def test_no_project(run: Run, tmp_path: Path) -> None:
    result = run(tmp_path, "validate", "--project", "nowhere")
    assert result.exit_code == 2
    assert "CFG007" in result.output


BAD = {
    "empty": b"",
    "no xml": b"Dear Sir,\n",
    "binary": bytes(range(256)),
    "not well-formed": b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><a><b></a></TEI>",
    "wrong encoding": b"<?xml version='1.0' encoding='UTF-8'?>\n<TEI>\xe9</TEI>",
    "unknown encoding": b"<?xml version='1.0' encoding='klingon'?>\n<TEI/>",
    "external entity": b"<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>\n<a>&e;</a>",
    "expanding entities": b"<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>"
    + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 40) for n in range(12))
    + b"]>\n<a>&m;</a>",
    "truncated": b"<TEI xmlns='http://www.tei-c.org/ns/1.0'>\n<teiHeader>\n",
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_bad_input_is_one_clear_finding(run: Run, small: Path, data: bytes) -> None:
    (small / "letters/bad.xml").write_bytes(data)
    result = run(small, "validate")
    assert result.exit_code == 1
    heads = [line for line in result.stdout.splitlines() if not line.startswith("   ")]
    assert len(heads) == 1
    assert re.match(r"letters/bad\.xml:\d+:\d+: error XML\d+ \S", heads[0])
    assert last_line(result).startswith("7 documents · 1 error ")


def test_a_file_that_is_gone_is_one_clear_finding(run: Run, small: Path) -> None:
    (small / "letters/bad.xml").symlink_to("gone.xml")
    result = run(small, "validate")
    assert result.exit_code == 1
    assert result.stdout.startswith("letters/bad.xml:1:1: error XML")
