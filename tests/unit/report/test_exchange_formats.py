"""SARIF, JUnit and GitLab: what programs of continuous integration read."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from tei_edition.catalogue import RULES
from tei_edition.diagnostics import Diagnostic, Edit, Fix, Location, Related, Severity
from tei_edition.report import FORMATS, Findings

ROOT = Path(__file__).parents[3]

FOUND = (
    Diagnostic(
        "RNG103",
        Severity.ERROR,
        'element "persname" is not in this schema',
        Location("tei/a letter.xml", 3, 4),
        'did you mean "persName"?',
        "/Q{}TEI[1]",
    ),
    Diagnostic(
        "ENT302",
        Severity.WARNING,
        "twice \x00",
        Location("tei/b.xml", 9, 1),
        related=(Related(Location("tei/b.xml", 2, 5), "first here"),),
    ),
    Diagnostic("RNG103", Severity.ERROR, "again", Location("tei/b.xml", 4, 1)),
)


def rendered(name: str) -> str:
    return FORMATS[name](Findings(Path(), FOUND, 5, RULES))


def test_sarif_names_rules_and_places() -> None:
    log = json.loads(rendered("sarif"))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["ENT302", "RNG103"]
    assert all(rule["fullDescription"]["text"] for rule in rules)
    assert all("\n" not in rule["fullDescription"]["text"].replace("\n\n", "") for rule in rules)
    first, second, third = run["results"]
    assert rules[first["ruleIndex"]]["id"] == first["ruleId"] == "RNG103"
    assert first["level"] == "error"
    assert first["message"]["text"].endswith('did you mean "persName"?')
    place = first["locations"][0]
    assert place["physicalLocation"] == {
        "artifactLocation": {"uri": "tei/a%20letter.xml"},
        "region": {"startLine": 3, "startColumn": 4},
    }
    assert place["logicalLocations"] == [{"fullyQualifiedName": "/Q{}TEI[1]"}]
    assert (second["level"], third["level"]) == ("error", "warning")
    assert third["relatedLocations"][0]["message"] == {"text": "first here"}


def test_junit_has_a_test_for_each_file_with_findings() -> None:
    root = etree.fromstring(rendered("junit"))
    suite = root.find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    names = [case.get("name") for case in suite.iter("testcase")]
    assert names == ["5 documents checked", "tei/a letter.xml", "tei/b.xml"]
    failure = suite.find("testcase[@name='tei/a letter.xml']/failure")
    assert failure is not None
    assert failure.text == (
        'tei/a letter.xml:3:4: error RNG103 element "persname" is not in this schema\n'
        '    did you mean "persName"?'
    )
    assert "twice" in str(suite.findtext("testcase[@name='tei/b.xml']/system-out"))


def test_gitlab_recognises_a_finding_that_moved() -> None:
    issues = json.loads(rendered("gitlab"))
    assert [issue["severity"] for issue in issues] == ["major", "major", "minor"]
    assert issues[0]["location"] == {"path": "tei/a letter.xml", "lines": {"begin": 3}}
    assert len({issue["fingerprint"] for issue in issues}) == 3
    moved = Diagnostic("RNG103", Severity.ERROR, "again", Location("tei/b.xml", 44, 1))
    (issue,) = json.loads(FORMATS["gitlab"](Findings(Path(), (moved,))))
    assert issue["fingerprint"] == issues[1]["fingerprint"]


@pytest.mark.parametrize("name", ["sarif", "junit", "gitlab"])
def test_nothing_found_is_a_report_too(name: str) -> None:
    text = FORMATS[name](Findings(Path(), (), 7))
    assert text.endswith("\n")
    assert "RNG" not in text


def test_text_explains_once_what_has_one_cause() -> None:
    def report(count: int) -> str:
        many = tuple(
            Diagnostic("RNG102", Severity.ERROR, "idno", Location(f"{n // 2}.xml", n + 1), "hint")
            for n in range(count)
        )
        other = Diagnostic("RNG103", Severity.ERROR, "other", Location("1.xml", 9))
        return FORMATS["text"](Findings(Path("/nowhere"), (*many, other)))

    assert report(5) == (
        "0.xml:1:1: error RNG102 idno\n   = hint\n"
        "0.xml:2:1: error RNG102 idno\n1.xml:3:1: error RNG102 idno\n"
        "1.xml:4:1: error RNG102 idno\n2.xml:5:1: error RNG102 idno\n"
        "1.xml:9:1: error RNG103 other\n"
    )
    assert report(100) == (
        "0.xml:1:1: error RNG102 idno\n   = hint\n"
        "   = 100 times in 50 files; this is the first\n"
        "1.xml:9:1: error RNG103 other\n"
    )


def test_sarif_fits_its_own_schema() -> None:
    schema = ROOT / "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
    if not schema.exists():
        pytest.skip("the schema of SARIF is not here: npm install --no-save @microsoft/jest-sarif")
    fixed = replace(FOUND[0], fixes=(Fix("Rename it", (Edit(3, 5, 3, 13, "persName"),)),))
    log = json.loads(FORMATS["sarif"](Findings(Path(), (fixed, *FOUND[1:]), 5, RULES)))
    jsonschema.Draft4Validator(json.loads(schema.read_text("utf-8"))).validate(log)


def test_every_place_of_a_finding_has_its_result() -> None:
    further = [Related(Location(f"tei/{n}.xml", n), "also here") for n in range(30, 0, -1)]
    fix = Fix("mend", (Edit(3, 4, 3, 5, ""),))
    first = Related(Location("tei/b.xml", 2, 5), "first here")
    many = replace(FOUND[0], related=(first, *further), fixes=(fix,))
    findings = Findings(Path(), (many,), 40, RULES)
    places = sorted([many.location, *(r.location for r in further)])

    results = json.loads(FORMATS["sarif"](findings))["runs"][0]["results"]
    lines = [r["locations"][0]["physicalLocation"]["region"]["startLine"] for r in results]
    assert lines == [place.line for place in places]
    assert [r for r in results if "fixes" in r] == results[-1:]
    assert all(len(r["relatedLocations"]) == 1 for r in results)

    issues = json.loads(FORMATS["gitlab"](findings))
    assert [i["location"]["path"] for i in issues] == [place.path for place in places]
    assert len({issue["fingerprint"] for issue in issues}) == 31
    assert FORMATS["github"](findings).count("::error file=tei/") == 31
    suite = etree.fromstring(FORMATS["junit"](findings)).find("testsuite")
    assert suite is not None
    assert suite.get("failures") == "31"

    (finding,) = json.loads(FORMATS["json"](findings))["diagnostics"]
    assert len(finding["related"]) == 31
    assert "and 26 more places" in FORMATS["text"](findings)
