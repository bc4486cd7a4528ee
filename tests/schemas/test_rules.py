"""Each Schematron rule finds the mistake that it is for, and finds nothing in good documents."""

import shutil
from pathlib import Path

import pytest
from lxml import etree, isoschematron

from tests.schemas.changes import (
    COVER,
    DOCUMENTS,
    EDITION,
    LETTER,
    TALK,
    Change,
    added,
    attribute,
    both,
    read,
    text,
    without,
)
from tests.schemas.rules import SCH, Rules

PATH = Path(__file__).parents[2] / "schemas" / "edition.sch"
SCHEMA = etree.parse(PATH)
CHECKS = [*SCHEMA.iter(f"{SCH}assert", f"{SCH}report")]
SENT = "//t:correspAction[@type='sent']"
RECEIVED = "//t:correspAction[@type='received']"
NEXT = "//t:ref[@type='next']"

# rule: the document, what to change in it, and words that the message must contain
MISTAKES: dict[str, tuple[str, Change, str]] = {
    "file-name": (LETTER, attribute("/t:TEI", "xml:id", "demo-1848-03-05-roth-berg"), LETTER),
    "id-date": (LETTER, attribute("//t:creation/t:date", "when", "1848-05-03"), "1848-05-03"),
    "letter-without-correspdesc": (LETTER, without("//t:correspDesc"), "letter"),
    "conversation-without-setting": (TALK, without("//t:settingDesc"), "settingDesc"),
    "conversation-without-participants": (
        TALK,
        both(without("//t:particDesc"), without("//t:author")),
        "memcon",
    ),
    "abstract-missing": (COVER, without("//t:abstract"), "abstract"),
    "record-and-text": (
        COVER,
        attribute("//t:body/t:div", "type", "transcription"),
        "abstract-only",
    ),
    "text-without-text": (
        COVER,
        attribute("//t:catRef[2]", "target", "kind:full-text"),
        "full-text",
    ),
    "membership-unexplained": (COVER, without("//t:note[@type='membership']"), "membership"),
    "membership-contradicted": (
        COVER,
        attribute("//t:catRef[3]", "target", "kind:confirmed"),
        "membership",
    ),
    "keyword-twice": (LETTER, text("//t:keywords/t:term[2]", "Elections "), "Elections"),
    "online-without-address": (
        TALK,
        without("//t:sourceDesc/t:bibl/t:ptr"),
        "src-online",
    ),
    "print-without-work": (
        LETTER,
        both(
            attribute("//t:sourceDesc/t:bibl", "corresp", None),
            without("//t:sourceDesc/t:bibl/t:title"),
        ),
        "src-print",
    ),
    "pages-backwards": (LETTER, attribute("//t:biblScope", "to", "2"), "from 12 to 2"),
    "shelfmark-without-archive": (LETTER, without("//t:repository"), "Papers 7, 31"),
    "language-undeclared": (LETTER, attribute("//t:foreign", "xml:lang", "it"), "“it”"),
    "addressee-missing": (LETTER, without(RECEIVED), "received"),
    "copy-without-addressee": (LETTER, attribute(RECEIVED, "subtype", "copy"), "addressee"),
    "sender-is-addressee": (
        LETTER,
        attribute(f"{RECEIVED}/t:persName", "ref", "person:berg"),
        "person:berg",
    ),
    "corresp-without-id": (COVER, attribute("//t:correspDesc", "xml:id", None), "xml:id"),
    "enclosed-without-cover": (
        COVER,
        attribute("//t:correspDesc[2]", "corresp", None),
        "corresp=",
    ),
    "cover-without-enclosure": (COVER, without("//t:ref[@subtype='encloses']"), "encloses"),
    "received-before-sent": (
        COVER,
        attribute("//t:correspAction[@n='2']/t:date", "when", "1848-03-11"),
        "1848-03-11",
    ),
    "carriers-unnumbered": (COVER, attribute("//t:correspAction[@n='2']", "n", "1"), "n="),
    "alternative-without-date": (
        COVER,
        text("//t:note[@type='alternativeDate']", "21 March"),
        "alternativeDate",
    ),
    "alternative-is-preferred": (
        COVER,
        attribute("//t:note[@type='alternativeDate']/t:date", "when", "1848-03-12"),
        "1848-03-12",
    ),
    "creation-and-dispatch": (
        LETTER,
        attribute("//t:creation/t:date", "when", "1848-03-04"),
        "1848-03-04",
    ),
    "participant-twice": (
        TALK,
        attribute("//t:person[2]/t:persName", "ref", "person:berg"),
        "person:berg",
    ),
    "reply-one-sided": (LETTER, attribute(NEXT, "subtype", "chased-by"), "“chases”"),
    "record-without-order": (
        LETTER,
        both(attribute(NEXT, "subtype", "same-message"), attribute(NEXT, "type", None)),
        'type="prev"',
    ),
    "reply-to-itself": (LETTER, attribute(NEXT, "target", f"doc:{LETTER}"), "itself"),
    "reply-twice": (
        LETTER,
        added(NEXT, f'<ref type="next" subtype="answered-by" target="doc:{COVER}">A</ref>'),
        "answered-by",
    ),
    "reply-out-of-order": (
        LETTER,
        both(attribute(NEXT, "subtype", "answers"), attribute(NEXT, "type", "prev")),
        "1848-03-12",
    ),
    "reply-unnamed": (COVER, text("//t:ref[not(@target)]", " "), "which"),
    "pointer-lost": (LETTER, attribute("//t:rdg", "wit", "#src-copy"), "“src-copy”"),
    "prefix-undeclared": (
        LETTER,
        without("//t:prefixDef[@ident='bibl']"),
        "bibl:",
    ),
    "entry-missing": (LETTER, attribute("//t:rs", "ref", "person:rott"), "person:rott"),
    "cover-name-unregistered": (
        COVER,
        text("//t:persName[@type='pseudonym']", "Mr Green"),
        "Mr Green",
    ),
    "cover-name-unmarked": (
        COVER,
        attribute("//t:persName[@type='pseudonym']", "type", None),
        "Mr Grey",
    ),
    "empty-element": (LETTER, text("//t:abstract/t:p/t:placeName", ""), "placeName"),
    "period-backwards": (
        "persons",
        attribute("//t:persName[@type='pseudonym']", "to", "1847"),
        "1847",
    ),
    "limits-backwards": (
        LETTER,
        attribute(f"{RECEIVED}/t:date", "notBefore", "1848-03-13"),
        "1848-03-13",
    ),
    "value-with-blank": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-03-05 "), "blank"),
    "date-and-words": (LETTER, attribute(f"{SENT}/t:date", "when", "1848-03-06"), "5 March 1848"),
    "doubt-without-owner": (
        LETTER,
        attribute(f"{RECEIVED}/t:placeName", "resp", None),
        "placeName",
    ),
    "note-without-author": (LETTER, attribute("//t:p/t:note", "resp", None), "@resp"),
    "entry-twice": (
        "persons",
        added(
            "//t:person[2]/t:affiliation",
            '<idno type="GND">http://d-nb.info/gnd/118577425</idno>',
        ),
        "“berg”",
    ),
    "namesakes": (
        "persons",
        both(
            text("//t:person[3]/t:persName", "Paul Roth"),
            without("//t:person[3]/t:note"),
        ),
        "Paul Roth",
    ),
    "number-twice": (
        "persons",
        added("//t:idno[1]", '<idno type="GND">http://d-nb.info/gnd/118577426</idno>'),
        "Anna Berg",
    ),
    "death-before-birth": (
        "persons",
        both(
            attribute("//t:death", "notBefore", None),
            attribute("//t:death", "notAfter", "1809"),
        ),
        "1809",
    ),
    "letter-unproven": (
        "letters",
        text("//t:note[@type='known-from']", "Somewhere."),
        "roth-1848-02",
    ),
    "relation-to-itself": ("persons", attribute("//t:relation", "passive", "#roth"), "signsWith"),
    "borrowed-from-nobody": (
        "persons",
        attribute("//t:persName[@subtype='borrowed']", "corresp", None),
        "Karl",
    ),
    "wrong-script": (
        "persons",
        attribute("//t:persName[@type='variant']", "xml:lang", "ru"),
        "Cyrillic",
    ),
}


@pytest.fixture(scope="module")
def rules() -> Rules:
    return Rules(PATH)


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EDITION, tmp_path / "edition"))


def test_it_is_a_schematron_schema() -> None:
    valid = isoschematron.schematron_schema_valid
    assert isoschematron.schematron_schema_valid_supported
    assert valid(SCHEMA), valid.error_log


def test_every_rule_has_its_own_id_a_role_and_a_message() -> None:
    ids = [check.get("id") for check in CHECKS]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert {check.get("role") for check in CHECKS} == {"error", "warning", "info"}
    for check in CHECKS:
        assert "".join(check.itertext()).strip().endswith("."), check.get("id")


def test_every_rule_is_tried() -> None:
    assert {check.get("id") for check in CHECKS} == set(MISTAKES)


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_good_document_passes(rules: Rules, name: str) -> None:
    assert rules.run(DOCUMENTS[name]) == []


@pytest.mark.parametrize("rule", MISTAKES)
def test_a_mistake_is_found(rules: Rules, edition: Path, rule: str) -> None:
    name, change, words = MISTAKES[rule]
    root = read(name)
    change(root)
    path = edition / DOCUMENTS[name].relative_to(EDITION)
    path.write_bytes(etree.tostring(root, encoding="utf-8"))
    (finding, *_) = [found for found in rules.run(path) if found.rule == rule]
    assert words in finding.message


def test_without_the_other_files_nothing_is_said_of_them(rules: Rules, tmp_path: Path) -> None:
    alone = tmp_path / DOCUMENTS[LETTER].name
    shutil.copy(DOCUMENTS[LETTER], alone)
    assert rules.run(alone) == []


def test_clocks_may_differ(rules: Rules, edition: Path) -> None:
    """A message sent after midnight in the east arrives before midnight in the west."""
    root = read(LETTER)
    attribute(f"{SENT}/t:date", "when", "1848-03-05T00:35:00+08:00")(root)
    for name, value in {"notBefore": None, "notAfter": None}.items():
        attribute(f"{RECEIVED}/t:date", name, value)(root)
    attribute(f"{RECEIVED}/t:date", "when", "1848-03-04T19:40:00+03:00")(root)
    path = edition / "documents" / DOCUMENTS[LETTER].name
    path.write_bytes(etree.tostring(root, encoding="utf-8"))
    assert "received-before-sent" not in {found.rule for found in rules.run(path)}
