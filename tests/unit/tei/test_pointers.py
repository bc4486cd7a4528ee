from collections.abc import Callable

from tei_edition.model import EntityKind
from tei_edition.tei import pointers
from tei_edition.xml import Document

Make = Callable[..., Document]


def test_every_value_of_every_pointing_attribute_with_its_place(make: Make) -> None:
    document = make(
        "<p>\n<persName ref='person:a #b' resp='#ed'/>\n<rs type='place' key='New  York'/>"
        "<ref target='doc:x'/><pb facs='1.jpg' n='#no'/></p>"
    )
    found = list(pointers.read(document, document.root))
    assert [(p.value, p.element, p.attribute, p.kind) for p in found] == [
        ("person:a", "persName", "ref", EntityKind.PERSON),
        ("#b", "persName", "ref", EntityKind.PERSON),
        ("#ed", "persName", "resp", None),
        ("New York", "rs", "key", EntityKind.PLACE),
        ("doc:x", "ref", "target", None),
        ("1.jpg", "pb", "facs", None),
    ]
    assert [(p.location.line, p.location.column) for p in found[:4]] == [
        (2, 11),
        (2, 11),
        (2, 29),
        (3, 18),
    ]


def test_anchors_and_prefixes(make: Make) -> None:
    document = make(
        "<teiHeader><prefixDef ident='person' matchPattern='(.+)' replacementPattern='p.xml#$1'/>"
        "<prefixDef matchPattern='x'/></teiHeader><p xml:id='a '/>",
        "xml:id='root'",
    )
    assert pointers.anchors(document.root) == {"root", "a"}
    assert pointers.prefixes(document.root) == (("person", "(.+)", "p.xml#$1"),)
