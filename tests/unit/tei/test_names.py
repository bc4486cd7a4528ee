from collections.abc import Callable

import pytest

from tei_edition.model import EntityKind
from tei_edition.tei import names
from tei_edition.xml import Document

Make = Callable[..., Document]


@pytest.mark.parametrize(
    ("element", "kind"),
    [
        ("<persName/>", EntityKind.PERSON),
        ("<orgName/>", EntityKind.ORGANISATION),
        ("<settlement/>", EntityKind.PLACE),
        ("<geogName/>", EntityKind.PLACE),
        ("<rs type='person'/>", EntityKind.PERSON),
        ("<rs type='lit_work'/>", EntityKind.WORK),
        ("<name type='Org'/>", EntityKind.ORGANISATION),
        ("<name/>", None),
        ("<rs type='animal'/>", None),
        ("<title ref='#w'/>", EntityKind.WORK),
        ("<title/>", None),
        ("<p/>", None),
    ],
)
def test_kinds(make: Make, element: str, kind: EntityKind | None) -> None:
    assert names.kind_of(make(element).root[0]) is kind


def test_a_key_is_one_value_and_a_ref_a_list(make: Make) -> None:
    root = make("<persName key='Escher (vom Glas)  Alfred'/><persName ref='#a; #b' key='x'/>").root
    assert names.pointer_values(root[0]) == ("Escher (vom Glas) Alfred",)
    assert names.pointer_values(root[1]) == ("#a", "#b")


def test_a_name_with_its_pointer_type_and_doubt(make: Make) -> None:
    document = make(
        "\n<persName ref='#stalin #other' type='pseudonym' cert='high' evidence='conjecture'>"
        "Filip-<lb/>pov</persName>"
    )
    name = names.read(document, document.root[0], EntityKind.PERSON)
    assert (name.form, name.ref, name.further) == ("Filippov", "#stalin", ("#other",))
    assert (name.type, name.certainty, name.evidence) == ("pseudonym", "high", "conjecture")
    assert (name.location.line, name.location.column) == (2, 1)


def test_the_pointer_of_the_only_name_inside_counts(make: Make) -> None:
    document = make("<orgName><rs type='org' ref='#post'>Post office</rs></orgName>")
    name = names.read(document, document.root[0], EntityKind.ORGANISATION)
    assert (name.form, name.ref, name.kind) == ("Post office", "#post", EntityKind.ORGANISATION)


def test_the_pointer_of_another_kind_of_name_does_not(make: Make) -> None:
    document = make("<orgName>Bank of <placeName ref='#rome'>Rome</placeName></orgName>")
    assert names.read(document, document.root[0], EntityKind.ORGANISATION).ref == ""


def test_parts_of_a_name_are_not_names_but_named_things_inside_are(make: Make) -> None:
    document = make(
        "<p><orgName ref='#b'>Bank of <placeName ref='#r'>Rome</placeName></orgName>"
        "<persName><persName ref='#x'>X</persName></persName></p>"
    )
    found = [(e.get("ref"), kind) for e, kind in names.all_names(document.root)]
    assert found == [
        ("#b", EntityKind.ORGANISATION),
        ("#r", EntityKind.PLACE),
        (None, EntityKind.PERSON),
    ]
