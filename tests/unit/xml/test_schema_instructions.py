"""What a document says about its schemas, as it may be written."""

import pytest

from tei_edition.xml.models import schema_instructions

RNG = "http://relaxng.org/ns/structure/1.0"


def read(text: str) -> list[tuple[int, int, str, str, str]]:
    return [
        (i.location.line, i.location.column, i.href, i.language, i.phase)
        for i in schema_instructions(text, "a.xml")
    ]


def test_reads_only_what_stands_before_the_root() -> None:
    text = (
        '\ufeff<?xml version="1.0"?>\n<!-- <?xml-model href="comment.rng"?> -->\n'
        '<!DOCTYPE TEI SYSTEM "a>b" [ <!ENTITY x "]>"> <!-- it\'s <?xml-model href="d.rng"?> ] -->'
        ' ]>\n  <?xml-model href="a.rng"?><?xml-stylesheet href="no.xsl"?>\n'
        '<TEI><?xml-model href="late.rng"?></TEI>'
    )
    assert read(text) == [(4, 3, "a.rng", "RELAX NG", "")]


def test_counts_columns_as_reports_do_after_a_byte_order_mark() -> None:
    assert read('\ufeff<?xml-model href="a.rng"?><TEI/>')[0][:2] == (1, 2)
    assert read('<?xml-model href="a.rng"?><TEI/>')[0][:2] == (1, 1)


@pytest.mark.parametrize(
    ("data", "href", "language"),
    [
        (f"href='a.xml' schematypens='{RNG}'", "a.xml", "RELAX NG"),
        ("href='a' type='application/relax-ng-compact-syntax'", "a", "RELAX NG"),
        ("href='a' type='application/xml' schematypens='urn:x'", "a", "other"),
        (
            "href='a.rng' schematypens='http://purl.oclc.org/dsdl/schematron'",
            "a.rng",
            "Schematron",
        ),
        ("href='A.RNC#x'", "A.RNC#x", "RELAX NG"),
        ("href='a.sch?x=1&amp;y=&#50;'", "a.sch?x=1&y=2", "Schematron"),
        ("href='a.dtd'", "a.dtd", "other"),
        ("\n  href = ' a.rng '\n", "a.rng", "RELAX NG"),
    ],
)
def test_knows_the_language_by_namespace_type_or_ending(
    data: str, href: str, language: str
) -> None:
    assert [i[2:4] for i in read(f"<?xml-model {data}?><TEI/>")] == [(href, language)]


def test_reads_what_older_editors_write() -> None:
    text = '<?oxygen RNGSchema="a.rnc" type="compact"?><?oxygen SCHSchema="b.sch"?><TEI/>'
    assert [i[2:4] for i in read(text)] == [("a.rnc", "RELAX NG"), ("b.sch", "Schematron")]
    assert read('<?oxygen comment="x"?><?oxygen ??><TEI/>') == []


def test_reads_the_phase() -> None:
    assert read('<?xml-model href="a.sch" phase="final"?><TEI/>')[0][4] == "final"


@pytest.mark.parametrize(
    "data", ["", "href=a.rng", "title='x'", "href='a' href='b'", "href='&x;'", "href='a'/><y"]
)
def test_says_what_cannot_be_understood(data: str) -> None:
    (found,) = schema_instructions(f"<?xml-model {data}?><TEI/>", "a.xml")
    assert found.fault
    assert found.href == ""


@pytest.mark.parametrize("text", ["", "<", "<!DOCTYPE TEI [" + "<!-- '" * 3000, "<?x" * 3000])
def test_bears_what_is_no_document(text: str) -> None:
    assert list(schema_instructions(text, "a.xml")) == []
