"""The Schematron suite: 87 small cases, each a schema, a document, and the expected outcome."""

from pathlib import Path

import pytest
from lxml import etree

from tei_edition.errors import TeiEditionError
from tei_edition.saxon import Saxon, TransformationError
from tei_edition.schematron import SchematronError, compose, findings, stylesheet
from tei_edition.schematron.names import SVRL, sch

SUITE = Path(__file__).parents[3] / "shared/standards/schematron/conformance"
CASES = sorted(SUITE.rglob("*.xml"))
CASE = "{https://doi.org/10.5281/zenodo.5679629#}"
LIBRARY = Path(__file__).parents[2] / "xslt"

pytestmark = pytest.mark.skipif(not CASES, reason="the suite is not beside the repository")


def outcome(schema: etree._Element, folder: Path) -> tuple[str, str]:
    """Return ``valid``, ``invalid`` or ``error``, and the report."""
    uri = (folder / "schema.sch").as_uri()
    source = folder / "document.xml"
    try:
        text = etree.tostring(
            stylesheet(compose(schema, uri), "", uri, full=True), encoding="unicode"
        )
        saxon = Saxon(text, LIBRARY, reads_files=True)
        report = saxon.transform(source.read_text("utf-8"), {}, source.as_uri()).text
    except (SchematronError, TeiEditionError, TransformationError) as error:
        return "error", str(error)
    return ("invalid" if any(findings(report)) else "valid"), report


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, tmp_path: Path) -> None:
    case = etree.parse(str(path)).getroot()
    for document in case.iter(f"{CASE}document"):
        (root,) = document.iterchildren(etree.Element)
        (tmp_path / Path(document.get("filename", "")).name).write_bytes(
            etree.tostring(root, with_tail=False)
        )
    for schema in case.iter(sch("schema")):
        if schema.getparent().tag != f"{CASE}schemas":
            continue
        alone = etree.fromstring(etree.tostring(schema, with_tail=False))
        verdict, report = outcome(alone, tmp_path)
        assert verdict == case.get("expect"), report
        for assertion in case.iter(f"{CASE}assertion"):
            holds = (
                etree.fromstring(report.encode())
                .getroottree()
                .xpath(assertion.get("assert", ""), namespaces={"svrl": SVRL})
            )
            assert holds, (assertion.get("assert"), report)
