"""Patterns that share an element name: a mistake is blamed on the right one, and once."""

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from tei_edition.relaxng import Finding, Schema
from tests.schemas.changes import DOCUMENTS, LETTER, Change, attribute, both, read, without
from tests.schemas.test_mistakes import REFUSED, SENT

EDITION = Path(__file__).parents[3] / "schemas" / "edition.rng"
RECEIVED = "//t:correspAction[@type='received']"
NEW_LINES = {"two preferred dates"}
"""Mistakes whose element is put in after the document was read, so that it has no line there."""


@cache
def edition() -> Schema:
    return Schema.from_file(EDITION)


def findings_after(name: str, *changes: Change) -> list[Finding]:
    root = read(name)
    both(*changes)(root)
    return edition().findings(root)


def lines_of(change: Change, name: str) -> set[int]:
    """The lines of the first element that a change touches, of its parent and its children."""
    before, after = read(name), read(name)
    change(after)
    for one, other in zip(before.iter("*"), after.iter("*"), strict=False):
        if (one.tag, one.text, one.items(), len(one)) != (
            other.tag,
            other.text,
            other.items(),
            len(other),
        ):
            family = [one, *one, *one.iterancestors()]
            return {each.sourceline for each in family[: len(one) + 2]}
    return set()


@pytest.mark.parametrize("mistake", REFUSED)
def test_one_mistake_is_one_finding_at_its_line(mistake: str) -> None:
    name, change = REFUSED[mistake]
    [finding] = findings_after(name, change)
    assert finding.element.sourceline in lines_of(change, name) or mistake in NEW_LINES


def test_a_mistake_deep_inside_leaves_the_kind_of_file_alone() -> None:
    path = "//t:idno[@type='VIAF']"
    root = read("persons")
    idno = root.xpath(path, namespaces={"t": root.nsmap[None]})[0]
    idno.text = "xttp://viaf.org/viaf/1"
    [finding] = edition().findings(root)
    assert (finding.code, finding.element) == ("RNG110", idno)


def test_a_misspelt_kind_is_taken_for_the_nearest() -> None:
    [finding] = findings_after(LETTER, attribute(RECEIVED, "type", "recieved"))
    assert finding.value == "recieved"
    assert set(finding.expected) == {
        "sent", "transmitted", "received", "forwarded", "redirected",
    }  # fmt: skip
    assert finding.hint.splitlines()[-1] == 'did you mean "received"?'


def test_a_misspelt_kind_does_not_hide_what_is_wrong_inside() -> None:
    findings = findings_after(
        LETTER,
        attribute(f"{RECEIVED}/t:placeName", "ref", "person:kassel"),
        attribute(RECEIVED, "type", "recieved"),
    )
    assert [finding.attribute for finding in findings] == ["type", "ref"]


def test_a_kind_that_resembles_none_is_told_by_content() -> None:
    [finding] = findings_after(LETTER, attribute("/*", "type", "something"))
    assert finding.expected == ("document", "register", "page")


def test_what_is_missing_before_another_kind() -> None:
    [finding] = findings_after(LETTER, without(SENT))
    assert finding.message.startswith('element "correspDesc" lacks "correspAction"')


def compact(text: str) -> Schema:
    return Schema.from_string(text, "x.rnc")


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ("<r><n k='a'><x/></n></r>", 'element "x" is not allowed in "n"'),
        ("<r><n k='b'><x/>t</n></r>", 'text is not allowed directly in "n": "t"'),
        ("<r><n k='c'><x/></n></r>", '"c" is not allowed in the attribute "k" of "n"'),
        ("<r><n><x/></n></r>", 'element "n" lacks the attribute "k"'),
        ("<r><n k='b' l='1'><x/></n></r>", 'attribute "l" is not allowed on "n"'),
        ("<r><n k='b'><x/><y/></n></r>", 'element "y" is not in this schema'),
    ],
)
def test_kinds_told_by_an_attribute(document: str, message: str) -> None:
    schema = compact(
        "start = element r { (element n { attribute k { 'a' }, text }"
        " | element n { attribute k { 'b' }, x+ })+ } x = element x { empty }"
    )
    [finding] = schema.findings(etree.fromstring(document))
    assert finding.message == message


def test_kinds_told_by_content() -> None:
    schema = compact(
        "start = element r { (element n { x, y, z } | element n { z, y, x })+ }"
        " x = element x { empty } y = element y { empty } z = element z { empty }"
    )
    [finding] = schema.findings(etree.fromstring("<r><n><z/><y/><x/></n><n><z/><x/></n></r>"))
    assert finding.message == 'element "n" lacks "y"'


def test_the_values_of_a_rival_that_does_not_fit_are_not_offered() -> None:
    schema = compact(
        "start = element r { (element n { attribute k { 'a' }, attribute v { 'one' } }"
        " | element n { attribute k { 'b' }, attribute v { 'two' } })+ }"
    )
    [finding] = schema.findings(etree.fromstring("<r><n v='three' k='b'/></r>"))
    assert (finding.attribute, finding.expected) == ("v", ("two",))


def test_a_long_form_gives_way_to_what_the_schema_says() -> None:
    [finding] = findings_after(LETTER, attribute("/*", "xml:id", "Letter 1"))
    assert finding.hint.splitlines() == [
        "allowed here: an identifier of a certain form",
        "xml:id: The name of the document for ever: edition, date, sender and recipient; "
        "the file has the same name.",
    ]


def test_dates_of_several_types_are_one_kind_of_value() -> None:
    [finding] = findings_after(LETTER, attribute(f"{SENT}/t:date", "when", "1848-03-05T08:10"))
    assert finding.hint.splitlines() == [
        "allowed here: a date as 1899, 1899-08 or 1899-08-02 or a date with a time as "
        "1899-08-02T10:30:00",
        'did you mean "1848-03-05T08:10:00"?',
    ]


def test_many_forms_are_not_all_shown() -> None:
    schema = compact(
        "start = element r { attribute k { "
        + " | ".join(f'xsd:token {{ pattern = "{each}[0-9]" }}' for each in "abcde")
        + " } }"
    )
    [finding] = schema.findings(etree.fromstring("<r k='?'/>"))
    shown = "text of the form a[0-9] or b[0-9] or c[0-9] (and 2 more)"
    assert finding.hint == f"allowed here: {shown}"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_wrong_value_anywhere_is_one_finding_there(name: str) -> None:
    root = read(name)
    for element in root.iter("*"):
        for key, value in element.attrib.items():
            element.set(key, "§ §")
            found = [(each.element, each.attribute) for each in edition().findings(root)]
            assert found in ([], [(element, key)]), (element.sourceline, key)
            element.set(key, value)
