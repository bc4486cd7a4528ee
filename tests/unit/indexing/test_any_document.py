"""Whatever stands in a document: reading, joining and exporting it never raises."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tei_edition import indexing, tei
from tei_edition.config import Config
from tei_edition.exports import EXPORTS
from tei_edition.namespaces import TEI, XML_ID
from tei_edition.xml import Document


def _words(text: str) -> list[str]:
    return text.split()


NAMES = _words(
    """
    teiHeader fileDesc titleStmt title editor profileDesc correspDesc correspAction
    correspContext ref ptr note persName orgName placeName rs name settlement location geo
    address addrLine date particDesc person place org listPerson listPlace listOrg listBibl
    bibl event listEvent idno birth death standOff text group body div head p opener
    dateline closer signed pb lb choice sic corr app lem rdg abstract creation setting
    settingDesc catRef textClass keywords term taxonomy category encodingDesc prefixDef
    sender addressee dateSender revisionDesc change TEI
    """
)
ATTRIBUTES = _words(
    """
    type subtype ref key target n when notBefore to cert role scheme corresp ident
    matchPattern replacementPattern status sortKey level resp source facs
    """
)
VALUES = st.sampled_from(
    [
        *_words("#a a x.xml#a p:a p ( $1 sent received letter sender addressee 1949 1949-02-30"),
        *_words("document register page prev next http://d-nb.info/gnd/118577425 :// http://["),
        *_words(".. ../../.. % %zz#%"),
        *("", " ", "#b c"),
    ]
)
ELEMENTS = st.recursive(
    st.tuples(
        st.sampled_from(NAMES),
        st.dictionaries(st.sampled_from([*ATTRIBUTES, XML_ID]), VALUES, max_size=3),
        st.text(" ab;-\u0301伊\n", max_size=4),
        st.just([]),
    ),
    lambda children: st.tuples(
        st.sampled_from(NAMES),
        st.dictionaries(st.sampled_from([*ATTRIBUTES, XML_ID]), VALUES, max_size=3),
        st.text(" ab;-\u0301伊\n", max_size=4),
        st.lists(children, max_size=4),
    ),
    max_leaves=25,
)


PLACES = (
    "teiHeader/profileDesc/correspDesc",
    "teiHeader/profileDesc/correspDesc/correspAction",
    "text/body",
    "standOff/listPerson",
)
"""Where the parts of a file go, so that most of it is where a reader looks for it."""


def _place(root: etree._Element, path: str) -> etree._Element:
    """Return the element at a path, made where it is not there."""
    for name in path.split("/"):
        found = root.find(f"{{{TEI}}}{name}")
        root = etree.SubElement(root, f"{{{TEI}}}{name}") if found is None else found
    return root


def built(node: tuple[str, dict[str, str], str, list[object]]) -> etree._Element:
    name, attributes, text, children = node
    element = etree.Element(f"{{{TEI}}}{name}", attributes)
    element.text = text
    for child in children:
        element.append(built(child))  # type: ignore[arg-type]
    return element


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(ELEMENTS, max_size=4), min_size=1, max_size=3))
def test_nothing_raises_and_the_order_of_files_does_not_matter(
    files: list[list[tuple[str, dict[str, str], str, list[object]]]],
) -> None:
    records = []
    for number, content in enumerate(files):
        root = etree.Element(f"{{{TEI}}}{'teiCorpus' if number == 2 else 'TEI'}")
        for node, path in zip(content, PLACES, strict=False):
            _place(root, path).append(built(node))
        # Parsed again, so that it is a document as from a file.
        data = etree.tostring(root)
        parser = etree.XMLParser(collect_ids=False)
        records.append(tei.read(Document(f"d/{number}.xml", data, etree.fromstring(data, parser))))
    index = indexing.join(records)
    assert index == indexing.join(records[::-1])
    for key in ("documents", "letters", "pages"):
        ids = [id.casefold() for id in getattr(index, key)]
        assert len(ids) == len(set(ids))
    for export in EXPORTS.values():
        export.write(index, Config())
