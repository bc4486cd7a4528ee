"""Which schema a document is checked against, from the files on disk to the report."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
MakeProject = Callable[[Mapping[str, str]], Path]

GRAMMAR = """
default namespace = "http://www.tei-c.org/ns/1.0"
start = element TEI { element teiHeader { empty }, element text { BODY } }
BODY = element body { NAME { text }+ }
"""
P, AB = GRAMMAR.replace("NAME", "element p"), GRAMMAR.replace("NAME", "element ab")
RULES = """<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2">
<ns prefix="t" uri="http://www.tei-c.org/ns/1.0"/>
<pattern><rule context="t:body"><assert test="t:p = 'right'">No right paragraph.</assert></rule>
</pattern></schema>"""
CATALOGUE = """<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
<rewriteURI uriStartString="https://example.org/" rewritePrefix="schemas/"/></catalog>"""


def letter(*instructions: str, body: str = "<p>x</p>") -> str:
    return (
        "".join(f"<?{each}?>\n" for each in instructions)
        + '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/>\n'
        + f"<text><body>{body}</body></text></TEI>"
    )


def model(href: str, more: str = "") -> str:
    return f'xml-model href="{href}"{more}'


SCHEMAS = {"schemas/p.rnc": P, "schemas/ab.rnc": AB, "schemas/r.sch": RULES}


def findings(result: Result) -> list[dict[str, Any]]:
    return [
        d
        for d in json.loads(result.stdout)["diagnostics"]
        if d["code"][:3] in ("RNG", "SCH", "CFG") or d["code"].startswith("XML20")
        if d["code"] != "XML206"
    ]


def codes(result: Result) -> list[tuple[str, str, int]]:
    return [(d["code"], d["path"], d["line"]) for d in findings(result)]


def validate(run: Run, folder: Path, *arguments: str) -> Result:
    return run(folder, "validate", "--format", "json", *arguments)


def test_a_document_is_checked_against_the_schemas_it_names(
    run: Run, make_project: MakeProject
) -> None:
    folder = make_project(
        {
            **SCHEMAS,
            "tei/right.xml": letter(model("../schemas/p.rnc")),
            "tei/wrong.xml": letter(model("../schemas/ab.rnc")),
            "tei/both.xml": letter(model("../schemas/p.rnc"), model("../schemas/r.sch")),
            "tei/older.xml": letter('oxygen RNGSchema="../schemas/ab.rnc" type="compact"'),
            "tei/none.xml": letter(),
        }
    )
    result = validate(run, folder)
    assert codes(result) == [
        ("SCH101", "tei/both.xml", 4),
        ("RNG103", "tei/older.xml", 3),
        ("RNG103", "tei/wrong.xml", 3),
    ]
    assert result.exit_code == 1


def test_the_option_wins_over_all(run: Run, make_project: MakeProject) -> None:
    folder = make_project({**SCHEMAS, "a.xml": letter(model("schemas/p.rnc"), model("gone.rng"))})
    assert codes(validate(run, folder)) == [("XML202", "a.xml", 2)]
    chosen = validate(run, folder, "--schema", "schemas/ab.rnc")
    assert codes(chosen) == [("RNG103", "a.xml", 4)]


def test_the_configuration_wins_over_the_document_which_is_told(
    run: Run, make_project: MakeProject
) -> None:
    folder = make_project(
        {
            **SCHEMAS,
            "schemas/p.rng": "<not-looked-at/>",
            "edition.toml": '[validation]\nschema = "schemas/p.rnc"\n',
            "other.xml": letter(model("schemas/ab.rnc")),
            "rules.xml": letter(model("schemas/r.sch")),
            "same.xml": letter(model("schemas/p.rng"), model("./schemas/../schemas/p.rnc")),
        }
    )
    result = validate(run, folder)
    assert codes(result) == [("XML203", "other.xml", 1), ("XML203", "rules.xml", 1)]
    first, second = findings(result)
    assert first["message"] == (
        'the document names the schema "schemas/ab.rnc", but edition.toml has "schemas/p.rnc" '
        "for it"
    )
    assert "add this one to schematron in [validation]" in second["hint"]
    assert result.exit_code == 0


def test_configured_rules_leave_the_grammar_to_the_document(
    run: Run, make_project: MakeProject
) -> None:
    folder = make_project(
        {
            **SCHEMAS,
            "edition.toml": '[validation]\nschematron = ["schemas/r.sch"]\n',
            "a.xml": letter(model("schemas/ab.rnc"), model("schemas/r.sch")),
        }
    )
    assert codes(validate(run, folder)) == [("SCH101", "a.xml", 4), ("RNG103", "a.xml", 4)]


def test_an_address_on_another_host_is_told_once_and_never_fetched(
    run: Run, make_project: MakeProject
) -> None:
    remote = model("https://example.org/p.rnc")
    ignored = "tei-edition ignore XML201"
    folder = make_project(
        {
            **SCHEMAS,
            "a.xml": letter(remote, ignored),
            "b.xml": letter(remote),
            "c.xml": letter("x", remote, model("https://example.org/p.rnc#x", " schematypens='y'")),
        }
    )
    (found,) = [d for d in findings(validate(run, folder)) if d["code"] == "XML201"]
    assert (found["severity"], found["path"], found["line"]) == ("info", "b.xml", 1)
    assert found["message"].endswith("is not fetched (2 places in 2 files)")
    assert [(r["path"], r["line"]) for r in found["related"]] == [("c.xml", 2)]
    assert '<uri name="https://example.org/p.rnc" uri="schemas/p.rnc"/>' in found["hint"]


@pytest.mark.parametrize("name", ["catalog.xml", "schemas/own.xml"])
def test_a_catalogue_maps_addresses_to_copies(
    run: Run, make_project: MakeProject, name: str
) -> None:
    prefix = CATALOGUE if name == "catalog.xml" else CATALOGUE.replace('"schemas/"', '"./"')
    settings = "" if name == "catalog.xml" else f'[validation]\ncatalog = "{name}"\n'
    folder = make_project(
        {
            **SCHEMAS,
            "edition.toml": settings,
            name: prefix,
            "tei/a.xml": letter(model("https://example.org/ab.rnc")),
            "tei/b.xml": letter(model("https://example.org/gone.rnc")),
        }
    )
    result = validate(run, folder, "tei")
    assert codes(result) == [("RNG103", "tei/a.xml", 3), ("XML202", "tei/b.xml", 1)]
    assert "(schemas/gone.rnc) does not exist" in findings(result)[1]["message"]


def test_the_catalogue_is_no_document(run: Run, make_project: MakeProject) -> None:
    folder = make_project({"catalog.xml": CATALOGUE, "a.xml": letter()})
    assert json.loads(validate(run, folder).stdout)["documents"] == 1


def test_a_configured_catalogue_must_be_one(run: Run, make_project: MakeProject) -> None:
    settings = '[validation]\ncatalog = "c.xml"\n'
    folder = make_project({"edition.toml": settings, "tei/a.xml": letter()})
    missing = validate(run, folder)
    assert (missing.exit_code, codes(missing)) == (2, [("CFG006", "edition.toml", 2)])
    (folder / "c.xml").write_text("<catalog>\n", "utf-8")
    broken = validate(run, folder)
    assert (broken.exit_code, codes(broken)[0][:2]) == (2, ("CFG012", "c.xml"))


def test_a_missing_schema_is_told_with_the_nearest_name(
    run: Run, make_project: MakeProject
) -> None:
    folder = make_project(
        {
            "schemas/edition.rng": "",
            "schemas/incnet.rng": "",
            "tei/a.xml": letter(model("../schemas/edtion.rng"), model("nowhere/x.rng")),
            "tei/b.xml": letter(model("x" * 5000 + ".rng"), model("../schemas")),
            "tei/c.xml": letter(model("../schemas/gone.rng"), model("../schemas/edition.rng")),
        }
    )
    first, second, third, fourth, fifth, *_ = findings(validate(run, folder))
    assert first["message"] == 'the schema "../schemas/edtion.rng" does not exist'
    unchecked = "\nthe document was checked against no schema"
    assert first["hint"] == 'did you mean "../schemas/edition.rng"?' + unchecked
    assert fifth["hint"] == "the path starts from the folder of the document"
    assert "no such folder" in second["hint"]
    assert (third["code"], fourth["code"]) == ("XML202", "XML204")


def test_a_file_that_is_named_for_grammar_and_rules_is_missed_once(
    run: Run, make_project: MakeProject
) -> None:
    spaces = ("http://relaxng.org/ns/structure/1.0", "http://purl.oclc.org/dsdl/schematron")
    both = [model("gone.rng", f' schematypens="{space}"') for space in spaces]
    folder = make_project({"a.xml": letter(*both)})
    assert codes(validate(run, folder)) == [("XML202", "a.xml", 1)]


def test_a_schema_that_cannot_be_used_is_a_finding_in_the_document(
    run: Run, make_project: MakeProject
) -> None:
    folder = make_project(
        {
            **SCHEMAS,
            "schemas/broken.rnc": "start = nothing",
            "schemas/broken.sch": RULES.replace("t:p =", "t:p = ="),
            "a.xml": letter(model("schemas/broken.rnc"), model("schemas/broken.sch")),
            "b.xml": letter(model("schemas/ab.rnc")),
        }
    )
    result = validate(run, folder)
    assert result.exit_code == 1
    assert codes(result) == [
        ("RNG002", "a.xml", 1),
        ("SCH003", "a.xml", 2),
        ("RNG103", "b.xml", 3),
    ]
    first, second, _ = findings(result)
    assert [r["path"] for r in first["related"]] == ["schemas/broken.rnc"]
    assert second["related"][0]["path"] == "schemas/broken.sch"


@pytest.mark.parametrize("ending", ["rng", "rnc", "sch"])
@pytest.mark.parametrize(
    "content",
    [
        "",
        "\x00\x01",
        "<a>" * 5000,
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="http://[x"/></grammar>',
        '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><include href="a%00b"/></grammar>',
        'include "http://[x"',
        '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><include href="http://[x"/></schema>',
    ],
    ids=["empty", "binary", "deep", "address", "null", "compact", "rules"],
)
def test_whatever_the_schema_holds_the_document_is_told(
    run: Run, make_project: MakeProject, ending: str, content: str
) -> None:
    name = f"s.{ending}"
    folder = make_project({name: content, "a.xml": letter(model(name))})
    (code,) = [d["code"] for d in findings(validate(run, folder))]
    assert code == ("SCH003" if ending == "sch" else "RNG002")


@pytest.mark.parametrize(
    "href", ["http://[x", "a%00/b.rng", "%00.rng", "//", "file://h/x.rng", "#x"]
)
def test_addresses_that_are_none(run: Run, make_project: MakeProject, href: str) -> None:
    named = model(href, ' type="application/relax-ng-compact-syntax"')
    folder = make_project({"a.xml": letter(named), "catalog.xml": CATALOGUE})
    (code,) = [d["code"] for d in findings(validate(run, folder))]
    assert code in ("XML201", "XML202", "XML205")


def test_instructions_that_name_nothing(run: Run, make_project: MakeProject) -> None:
    folder = make_project({"a.xml": letter("xml-model x", model("tei.dtd"), model(""))})
    assert [d["code"] for d in findings(validate(run, folder))] == ["XML205", "XML204", "XML205"]


def test_one_grammar_in_two_syntaxes_tells_a_mistake_once(
    run: Run, make_project: MakeProject
) -> None:
    both = letter(model("schemas/ab.rnc"), model("schemas/ab.rng"))
    folder = make_project({**SCHEMAS, "schemas/ab.rng": "<broken", "a.xml": both})
    assert codes(validate(run, folder)) == [("RNG103", "a.xml", 4)]


def test_the_build_publishes_what_is_well_formed_where_only_documents_name_schemas(
    run: Run, make_project: MakeProject
) -> None:
    folder = make_project({**SCHEMAS, "a.xml": letter(model("schemas/ab.rnc"))})
    result = run(folder, "build")
    assert result.exit_code == 1
    assert [*(folder / "site").rglob("a.html")], result.output


def test_documents_without_a_schema_are_told_once(run: Run, make_project: MakeProject) -> None:
    def told(folder: Path, *arguments: str) -> list[tuple[str, str]]:
        report = json.loads(validate(run, folder, *arguments).stdout)
        found = [d for d in report["diagnostics"] if d["code"] == "XML206"]
        assert all(d["severity"] == "info" and not d["related"] for d in found)
        return [(d["path"], d["message"]) for d in found]

    others = {"notes.xml": "<notes/>", "tei/c.xml": letter(model("../schemas/p.rnc"))}
    files = {**SCHEMAS, **others, "tei/b.xml": letter(), "tei/a.xml": letter(model("gone.rng"))}
    folder = make_project(files)
    only = "checked against no RELAX NG schema, only for well-formedness, references and rules"
    assert told(folder) == [("tei/a.xml", f"2 documents were {only}")]
    assert told(folder, "tei/b.xml") == [("tei/b.xml", f"this document was {only}")]
    assert told(folder, "--schema", "schemas/p.rnc") == []
    assert told(folder, "tei/c.xml") == []
    (folder / "edition.toml").write_text('[validation.rules]\nXML206 = "off"\n', "utf-8")
    assert told(folder) == []


def test_what_is_odd_about_rules_is_told_once(run: Run, make_project: MakeProject) -> None:
    rules = RULES.replace("t:body", "body")
    files = {name: letter(model("p.rnc"), model("r.sch")) for name in ("a.xml", "b.xml")}
    folder = make_project({**files, "p.rnc": P, "r.sch": rules})
    (found,) = findings(validate(run, folder))
    assert (found["code"], found["path"], found["line"]) == ("SCH004", "r.sch", 3)
