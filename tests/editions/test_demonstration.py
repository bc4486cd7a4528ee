"""The demonstration edition in ``tei/``: complete, consistent, and true to its tables of facts."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree

ROOT = Path(__file__).resolve().parents[2]
EDITION = ROOT / "tei"
FACTS = ROOT.parent / "shared" / "demo" / "sino-soviet-facts.csv"
TEI_ALL = ROOT.parent / "shared" / "standards" / "tei_all.rng"

TEI = "http://www.tei-c.org/ns/1.0"
NS = {"t": TEI}
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
POINTING = (
    "active",
    "calendar",
    "corresp",
    "datingMethod",
    "mutual",
    "passive",
    "ref",
    "resp",
    "scheme",
    "source",
    "target",
    "who",
)
INVERSE = {
    "answers": "answered-by",
    "acknowledges": "acknowledged-by",
    "chases": "chased-by",
    "supplements": "supplemented-by",
    "encloses": "enclosed-in",
    "reports": "reported-in",
    "same-message": "same-message",
    "same-day-session": "same-day-session",
    "see-also": "see-also",
}
INVERSE |= {there: back for back, there in INVERSE.items()}

needs_facts = pytest.mark.skipif(not FACTS.exists(), reason="the tables of facts are not here")
needs_tei_all = pytest.mark.skipif(not TEI_ALL.exists(), reason="the TEI schema is not here")


@cache
def tree(path: Path) -> etree._Element:
    return etree.parse(path).getroot()


def files(folder: str = "**") -> list[Path]:
    return sorted(p for p in EDITION.glob(f"{folder}/*.xml") if p.name != "schemas.xml")


def documents() -> dict[str, etree._Element]:
    return {path.stem: tree(path) for path in files("documents")}


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")))


def plain(element: etree._Element) -> str:
    return " ".join("".join(element.itertext()).split()).replace(
        "\N{RIGHT SINGLE QUOTATION MARK}", "'"
    )


# The edition by itself


def test_there_are_enough_documents() -> None:
    assert len(documents()) >= 63


@pytest.mark.parametrize("path", files("documents"), ids=lambda path: path.stem)
def test_a_document_is_named_like_its_file(path: Path) -> None:
    assert tree(path).get(XML_ID) == path.stem


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_a_file_is_valid_by_the_schema_of_the_edition(path: Path) -> None:
    schema = etree.RelaxNG(etree.parse(ROOT / "schemas" / "edition.rng"))
    assert schema.validate(etree.parse(path)), schema.error_log


@needs_tei_all
def test_everything_is_tei() -> None:
    schema = etree.RelaxNG(etree.parse(TEI_ALL))
    assert [path.name for path in files() if not schema.validate(etree.parse(path))] == []


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_every_reference_resolves(path: Path) -> None:
    assert [pointer for pointer, place in pointers(path) if not exists(*place)] == []


def pointers(path: Path) -> Iterator[tuple[str, tuple[Path, str]]]:
    """Yield each pointer into the edition, with the file and the id to which it leads."""
    for element in tree(path).iter(f"{{{TEI}}}*"):
        for name in POINTING:
            for pointer in element.get(name, "").split():
                if not re.match(r"https?://|mailto:", pointer):
                    yield pointer, destination(path, pointer)


def destination(path: Path, pointer: str) -> tuple[Path, str]:
    """Follow a pointer as the ``prefixDef`` of its own file says."""
    address = pointer
    prefix, colon, rest = pointer.partition(":")
    if colon:
        (rule,) = tree(path).xpath("//t:prefixDef[@ident = $prefix]", namespaces=NS, prefix=prefix)
        match = re.fullmatch(rule.get("matchPattern"), rest)
        assert match, pointer
        address = re.sub(
            r"\$(\d)", lambda group: match[int(group[1])] or "", rule.get("replacementPattern")
        )
    file, _, fragment = address.partition("#")
    return (path.parent / file).resolve() if file else path, fragment


def exists(path: Path, fragment: str) -> bool:
    if not path.is_file():
        return False
    return not fragment or bool(tree(path).xpath("//*[@xml:id = $id]", id=fragment))


def test_every_register_entry_is_used() -> None:
    used = {place for path in files() for _, place in pointers(path)}
    entries = [
        (path, entry.get(XML_ID))
        for path in files("registers")
        for entry in tree(path).xpath("//t:standOff/*/*[@xml:id]", namespaces=NS)
    ]
    assert entries
    assert [name for path, name in entries if (path, name) not in used] == []


def test_no_register_entry_uses_only_itself() -> None:
    """An entry that only its own register mentions explains nothing in a document or page."""
    outside = {
        place
        for path in files()
        if path.parent.name != "registers" or path.stem in {"works", "letters", "organisations"}
        for _, place in pointers(path)
    }
    for name in ("persons", "places"):
        path = EDITION / "registers" / f"{name}.xml"
        ids = tree(path).xpath("//t:standOff/*/*/@xml:id", namespaces=NS)
        assert [identifier for identifier in ids if (path, identifier) not in outside] == []


def test_answers_are_linked_in_both_directions() -> None:
    links = {
        (name, link, target)
        for name, root in documents().items()
        for link, target in links_of(name, root)
    }
    missing = [link for link in links if (link[2], INVERSE[link[1]], link[0]) not in links]
    assert links
    assert sorted(missing) == []


def links_of(name: str, root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield what a document is to each other document, and the other's id."""
    for ref in root.xpath("//t:correspContext/t:ref | //t:relatedItem/t:ref", namespaces=NS):
        kind = ref.get("subtype") or ref.getparent().get("type")
        target = ref.get("target", "")
        if target.startswith("doc:"):
            yield kind, target.removeprefix("doc:").partition("#")[0]
        elif target.startswith("#"):
            (act,) = ref.xpath("ancestor::t:correspDesc", namespaces=NS)
            assert act.get(XML_ID), f"{name}: a link inside the file needs ids at both ends"


def test_acts_of_communication_in_one_file_point_at_each_other() -> None:
    for name, root in documents().items():
        links = {
            (ref.xpath("string(ancestor::t:correspDesc/@xml:id)", namespaces=NS), ref.get("target"))
            for ref in root.xpath(
                "//t:correspContext/t:ref[starts-with(@target, '#')]", namespaces=NS
            )
        }
        assert {(target[1:], f"#{source}") for source, target in links} == links, name


@pytest.mark.parametrize("path", files(), ids=lambda path: path.stem)
def test_a_degree_of_certainty_has_somebody_who_answers_for_it(path: Path) -> None:
    bare = tree(path).xpath("//*[@cert][not(@resp or @source)]")
    assert [f"{element.sourceline}: {plain(element)}" for element in bare] == []


def test_a_cover_name_is_in_the_register_within_the_dates_of_its_use() -> None:
    for name, root in documents().items():
        for cover in root.xpath("//t:correspAction/t:persName[@type='pseudonym']", namespaces=NS):
            (day,) = cover.xpath(
                "ancestor::t:correspDesc/t:correspAction[@type='sent']/t:date/@when", namespaces=NS
            )
            known = tree(EDITION / "registers" / "persons.xml").xpath(
                "//t:person[@xml:id = $id]/t:persName[@type='pseudonym'][. = $form]",
                namespaces=NS,
                id=cover.get("ref").partition(":")[2],
                form=cover.text,
            )
            assert known, f"{name}: {cover.text}"
            assert all(entry.get("from") <= day[:10] <= entry.get("to") for entry in known), name


def test_abstracts_are_short_and_mark_what_they_name() -> None:
    for name, root in documents().items():
        (abstract,) = root.xpath("//t:abstract", namespaces=NS)
        assert 40 < len(plain(abstract)) < 700, name
        assert abstract.xpath(".//t:persName[@ref] | .//t:orgName[@ref]", namespaces=NS), name


# The edition and the tables


@cache
def facts() -> list[dict[str, str]]:
    if not FACTS.exists():
        return []
    with FACTS.open(encoding="utf-8", newline="") as table:
        return list(csv.DictReader(table))


def verified() -> list[dict[str, str]]:
    return [row for row in facts() if row["collection_evidence"] == "verified"]


def document_of(row: dict[str, str]) -> etree._Element:
    """Return the document of a row: that with its title, a date of its own, and its topics."""
    found = [
        root
        for root in documents().values()
        if title_of(root) == row["title"]
        and row["date"] in dates_of(root)
        and topics_of(root) == row["topics"]
    ]
    assert len(found) == 1, f"{row['date']} {row['title']}: {len(found)} documents"
    return found[0]


def title_of(root: etree._Element) -> str:
    (title,) = root.iterfind(".//t:titleStmt/t:title", NS)
    return plain(title)


def topics_of(root: etree._Element) -> str:
    terms = root.iterfind(".//t:keywords[@scheme='kind:topics']/t:term", NS)
    return "; ".join(plain(term) for term in terms)


def dates_of(root: etree._Element) -> set[str]:
    """Return the dates of making, of sending and of the event, without their hours."""
    found = root.xpath(
        "(//t:creation | //t:correspAction[@type='sent'] | //t:setting)"
        "/t:date/@*[name() = 'when' or name() = 'notBefore' or name() = 'notAfter']",
        namespaces=NS,
    )
    return {str(date).partition("T")[0] for date in found}


@cache
def names() -> dict[str, set[str]]:
    """Return the pointers that each name of the registers may stand for."""
    found: dict[str, set[str]] = {}
    for register, prefix in (("persons", "person"), ("organisations", "org")):
        for name in tree(EDITION / "registers" / f"{register}.xml").xpath(
            "//t:standOff//*[@xml:id]/*[self::t:persName or self::t:orgName]"
            "[not(@type = 'pseudonym')]",
            namespaces=NS,
        ):
            found.setdefault(plain(name), set()).add(f"{prefix}:{name.getparent().get(XML_ID)}")
    return found


def pointing_at(column: str) -> set[str]:
    """Return the one pointer for each name of a cell of the table."""
    listed = [name for name in column.split("; ") if name]
    return {pointer for name in listed for pointer in names()[name]}


def people(root: etree._Element, path: str) -> set[str]:
    """Return whom the persons and organisations of an act or title point at."""
    named = root.xpath(f"({path})/*[self::t:persName or self::t:orgName]/@ref", namespaces=NS)
    return {str(ref) for ref in named}


rows = pytest.mark.parametrize(
    "row", verified(), ids=lambda row: f"{row['date']} {row['title'][:40]}"
)


@needs_facts
def test_all_verified_rows_are_known() -> None:
    assert len(verified()) == 63


@needs_facts
@rows
def test_a_verified_row_has_its_document(row: dict[str, str]) -> None:
    document_of(row)


@needs_facts
@rows
def test_sender_recipient_and_carrier_are_those_of_the_row(row: dict[str, str]) -> None:
    root = document_of(row)
    sent = people(root, "//t:correspDesc[not(@type='enclosed')]/t:correspAction[@type='sent']")
    authors = people(root, "//t:titleStmt/t:author")
    assert (sent or authors) == pointing_at(row["sender"])
    if not root.xpath("//t:correspDesc", namespaces=NS):
        return
    received = people(
        root,
        "//t:correspDesc[not(@type='enclosed')]/t:correspAction[@type='received'][not(@subtype)]",
    )
    carried = people(
        root, "//t:correspDesc[not(@type='enclosed')]/t:correspAction[@type='transmitted']"
    )
    assert received == pointing_at(row["recipient"])
    assert carried == pointing_at(row["via"])


@needs_facts
@rows
def test_record_number_and_address_are_those_of_the_row(row: dict[str, str]) -> None:
    root = document_of(row)
    (online,) = root.xpath("//t:bibl[@xml:id='src-online']", namespaces=NS)
    numbers = [plain(number) for number in online.iterfind("t:idno[@type='wcda']", NS)]
    assert numbers == ([row["record_id"]] if row["record_id"] else [])
    addresses = {ptr.get("target") for ptr in online.iterfind("t:ptr", NS)}
    assert row["url"] in addresses if row["url"] else not addresses


@needs_facts
@rows
def test_every_name_of_the_row_is_somewhere_in_the_document(row: dict[str, str]) -> None:
    root = document_of(row)
    marked = {str(ref) for ref in root.xpath("//t:profileDesc//@ref", namespaces=NS)}
    mentioned = row["persons_mentioned"] + "; " + row["organisations_mentioned"]
    missing = [
        name for name in mentioned.split("; ") if name and not names().get(name, set()) & marked
    ]
    assert missing == []


@needs_facts
def test_only_verified_rows_are_confirmed_as_members() -> None:
    confirmed = {document_of(row).get(XML_ID) for row in verified()}
    for name, root in documents().items():
        status = root.xpath("string(//t:catRef[@scheme='kind:membership']/@target)", namespaces=NS)
        notes = root.xpath("//t:bibl/t:note[@type='membership'][@cert]", namespaces=NS)
        assert status == ("kind:confirmed" if name in confirmed else "kind:unconfirmed"), name
        assert bool(notes) == (name not in confirmed), name


@needs_facts
def test_no_sentence_of_the_tables_is_copied() -> None:
    sentences = {
        words(sentence)
        for row in facts()
        for cell in (row["notes"], row["topics"])
        for sentence in re.split(r"[.;:]\s", cell)
        if len(words(sentence).split()) > 6
    }
    assert sentences
    for name, root in documents().items():
        for note in root.xpath("//t:abstract | //t:note", namespaces=NS):
            text = words(plain(note))
            assert [sentence for sentence in sentences if sentence in text] == [], name
