"""Two editions that nobody here wrote: everything in them is found, counted by other means."""

from collections import Counter
from pathlib import Path

import pytest
from lxml import etree

from tei_edition import indexing, tei
from tei_edition.config import Config
from tei_edition.exports import EXPORTS
from tei_edition.model import FileRecords, Index
from tei_edition.tei.correspondence import BY_ACTION, BY_CONTEXT
from tei_edition.xml import Document, parse

NS = {"t": "http://www.tei-c.org/ns/1.0"}
PARSER = etree.XMLParser(collect_ids=False, no_network=True, load_dtd=False)


def corpus(shared: Path, name: str) -> tuple[list[etree._Element], list[FileRecords]]:
    """Return the trees of a corpus, as lxml alone reads them, and the records of its files."""
    folder = shared / "corpora" / name
    if not folder.is_dir():
        pytest.skip(f"the corpus {name} is not in ../shared")
    paths = sorted(folder.rglob("*.xml"))
    roots = [etree.parse(path, PARSER).getroot() for path in paths]
    records = []
    for path in paths:
        document = parse(path, path.relative_to(folder).as_posix())
        assert isinstance(document, Document), document
        records.append(tei.read(document))
    return roots, records


def count(roots: list[etree._Element], path: str) -> int:
    """Return how many nodes an XPath finds in all trees."""
    return int(sum(float(str(root.xpath(f"count({path})", namespaces=NS))) for root in roots))


def validates(index: Index, shared: Path) -> bool:
    schema = etree.RelaxNG(etree.parse(shared / "standards/cmif/cmi-customization.rng"))
    written = EXPORTS["cmif"].write(index, Config())
    return bool(schema.validate(etree.fromstring(written).getroottree()))


@pytest.fixture(scope="module")
def suriano(shared: Path) -> tuple[list[etree._Element], Index]:
    roots, records = corpus(shared, "suriano")
    return roots, indexing.join(records)


@pytest.fixture(scope="module")
def amp(shared: Path) -> tuple[list[etree._Element], Index]:
    roots, records = corpus(shared, "amp")
    return roots, indexing.join(records)


def test_suriano_every_dispatch_is_a_letter(suriano: tuple[list[etree._Element], Index]) -> None:
    roots, index = suriano
    assert count(roots, "//t:correspDesc") == len(roots) == 725
    assert len(index.documents) == len(index.letters) == 725
    assert not index.unused
    assert not index.pages
    assert {record.kind for record in index.documents.values()} == {"letter"}


def test_suriano_senders_places_and_dates(suriano: tuple[list[etree._Element], Index]) -> None:
    roots, index = suriano
    sent = "//t:correspAction[@type='sent']"
    letters = index.letters.values()
    assert count(roots, f"{sent}/t:name") == sum(len(x.with_role("sent")) for x in letters)
    assert count(roots, f"{sent}/t:settlement") == sum(len(x.places_of("sent")) for x in letters)
    dated = [x for x in letters if (a := x.letter.action("sent")) and a.date and a.date.edtf]
    assert count(roots, f"{sent}[t:date[@when or @notBefore or @from]]") == len(dated)


def test_suriano_is_one_exchange_in_order_of_time(
    suriano: tuple[list[etree._Element], Index],
) -> None:
    _, index = suriano
    (exchange,) = index.exchanges.values()
    assert exchange.id == "Doge-and-Senate-of-Venice--cs"
    assert len(exchange.letters) == 725
    days = [index.letters[id].letter.date for id in exchange.letters]
    keys = [day.sort_key for day in days if day]
    assert keys == sorted(keys)
    assert len(keys) == 725


def test_suriano_ids_are_paths(suriano: tuple[list[etree._Element], Index]) -> None:
    _, index = suriano
    assert {"02-001", "11-001"} <= set(index.documents)
    assert all(
        record.location.path.endswith(id.replace("-", "/", 1) + ".xml")
        for id, record in index.documents.items()
    )


def test_suriano_footnotes_lead_to_their_places(
    suriano: tuple[list[etree._Element], Index],
) -> None:
    roots, index = suriano
    targets = [p for d in index.documents.values() for p in d.pointers if p.element == "ptr"]
    assert len(targets) == count(roots, "//t:ptr[@target]")
    for pointer in targets:
        resolved = index.resolve(pointer.location.path, pointer.value)
        assert resolved
        assert resolved.kind == "fragment"


def test_amp_letters_other_documents_and_pages(amp: tuple[list[etree._Element], Index]) -> None:
    roots, index = amp
    assert count(roots, "//t:correspDesc") == 45
    rules = Counter(letter.letter.rule for letter in index.letters.values())
    assert rules[BY_ACTION] + rules[BY_CONTEXT] == 45
    # Letters that nobody has described yet: a division says that it is one.
    assert sum(rules.values()) == 45 + sum(
        1
        for root in roots
        if count([root], "//t:div[@type='letter']") and not count([root], "//t:correspDesc")
    )
    sources = sum(1 for root in roots if count([root], "//t:msDesc"))
    assert (len(index.documents), len(index.pages)) == (sources, len(roots) - sources) == (79, 5)


def test_amp_every_action_name_place_and_date(amp: tuple[list[etree._Element], Index]) -> None:
    roots, index = amp
    actions = [
        action
        for letter in index.letters.values()
        if letter.letter.rule in (BY_ACTION, BY_CONTEXT)
        for action in letter.letter.actions
    ]
    written = Counter(
        str(type) for root in roots for type in _list(root, "//t:correspDesc/t:correspAction/@type")
    )
    added = Counter(sent=count(roots, "//t:correspDesc[not(t:correspAction/@type = 'sent')]"))
    assert Counter(a.type for a in actions) == written + added
    names = "//t:correspAction/t:persName | //t:correspAction/t:orgName"
    # The post office is the sender in all letters; who wrote them, only their context says.
    nameless = count(roots, "//t:correspDesc[not(t:correspAction[@type='sent']/t:persName)]")
    assert nameless == 45
    assert sum(len(a.names) for a in actions) == count(roots, names) + nameless
    assert sum(len(a.places) for a in actions) == count(roots, "//t:correspAction/t:placeName")
    assert sum(1 for a in actions if a.date) == count(roots, "//t:correspAction[t:date]")
    assert all(name.ref for action in actions for name in (*action.names, *action.places)) == (
        count(roots, f"({names})[not(@ref) and not(t:rs/@ref)]") == 0
    )


def test_amp_letters_are_between_those_whom_their_context_names(
    amp: tuple[list[etree._Element], Index],
) -> None:
    roots, index = amp
    pairs = Counter(
        tuple(
            sorted(
                str(t)[1:]
                for t in _list(
                    node, "t:correspContext/t:ref[@type='belongsToCorrespondence']/@target"
                )
            )
        )
        for root in roots
        for node in root.iter("{http://www.tei-c.org/ns/1.0}correspDesc")
    )
    # Two letters without a description, by signature and salutation.
    pairs.update([("amp_person_137", "amp_person_2"), ("amp_person_156", "amp_person_2")])
    found = {id: len(exchange.letters) for id, exchange in index.exchanges.items()}
    assert found == {"--".join(pair): number for pair, number in pairs.items()}
    assert found["amp_person_1--amp_person_2"] > 20


def test_amp_dates_by_the_hour_are_days(amp: tuple[list[etree._Element], Index]) -> None:
    _, index = amp
    first = index.letters["editions-amp-transcript__0001"].letter.action("sent")
    assert first
    assert first.date
    assert (first.date.edtf, first.date.time) == ("1963-05-13", "11:00:01+01:00")


def test_amp_repeated_ids_fall_back_to_paths(amp: tuple[list[etree._Element], Index]) -> None:
    roots, index = amp
    ids = Counter(str(id) for root in roots for id in _list(root, "/t:TEI[.//t:msDesc]/@xml:id"))
    repeated = {id for id, number in ids.items() if number > 1}
    assert repeated
    by_path = {d.id for d in index.documents.values() if d.xml_id in repeated}
    assert all(id.startswith(("editions-", "tmp-")) for id in by_path)
    assert {d.id for d in index.documents.values() if d.xml_id not in repeated} == set(ids) - (
        repeated
    )


def test_amp_correspondents_have_entries_though_no_register_is_there(
    amp: tuple[list[etree._Element], Index],
) -> None:
    _, index = amp
    assert index.entities["persons/amp_person_1"].name == "Auden, W. H."
    assert index.entities["persons/amp_person_2"].name == "Musulin, Stella"
    assert all(entity.implied for entity in index.entities.values())


@pytest.mark.parametrize("name", ["amp", "suriano"])
def test_cmif_is_valid(name: str, shared: Path, request: pytest.FixtureRequest) -> None:
    _, index = request.getfixturevalue(name)
    assert validates(index, shared)


def test_every_file_of_every_corpus_can_be_read_and_exported(shared: Path) -> None:
    folder = shared / "corpora"
    if not folder.is_dir():
        pytest.skip("the corpora are not in ../shared")
    for one in sorted(path for path in folder.iterdir() if path.is_dir()):
        found = (parse(p, p.relative_to(one).as_posix()) for p in sorted(one.rglob("*.xml")))
        index = indexing.join(tei.read(d) for d in found if isinstance(d, Document))
        for export in EXPORTS.values():
            assert export.write(index, Config()), (one, export.name)
        assert validates(index, shared), one


def _list(root: etree._Element, path: str) -> list[object]:
    found = root.xpath(path, namespaces=NS)
    assert isinstance(found, list)
    return list(found)
