"""Entities that hold elements, and parameter entities, are read as XML has them."""

import pytest
from lxml import etree

from tei_edition.diagnostics import Diagnostic
from tei_edition.xml import Document, parse_bytes
from tei_edition.xml.entities import written_out


def read(declarations: str, content: str, attributes: str = "") -> Document:
    data = f"<!DOCTYPE a [{declarations}]>\n<a xmlns='urn:a' xmlns:t='urn:t'>{content}</a>"
    document = parse_bytes(data.encode(), "letter.xml")
    assert isinstance(document, Document), document
    return document


def refuse(declarations: str, content: str) -> Diagnostic:
    found = parse_bytes(f"<!DOCTYPE a [{declarations}]><a>{content}</a>".encode(), "letter.xml")
    assert isinstance(found, tuple)
    return found[0]


@pytest.mark.parametrize(
    ("declarations", "content", "names"),
    [
        ("<!ENTITY m '<b>x<c/></b>'>", "&m;", ["{urn:a}b", "{urn:a}c"]),
        ("<!ENTITY m '<t:b/>'>", "&m;", ["{urn:t}b"]),
        ("<!ENTITY m '&#60;b/>'>", "&m;", ["{urn:a}b"]),
        ("<!ENTITY m '<b/>'><!ENTITY n 'and &m;'>", "&n;", ["{urn:a}b"]),
        ("<!ENTITY m '<b/>'><!ENTITY m '<c/>'>", "&m;", ["{urn:a}b"]),
        ("<!-- ]> ' --><?p ]?><!ENTITY m '<b/>'>", "&m;", ["{urn:a}b"]),
        ("<!ENTITY m '<b/>'>", "<!-- &m; --><![CDATA[&m;]]><?p &m;?>", []),
        ("<!ENTITY m '&#38;lt;'>", "&m;", []),
    ],
)
def test_elements_are_in_the_namespaces_around_them(
    declarations: str, content: str, names: list[str]
) -> None:
    root = read(declarations, content).root
    assert [element.tag for element in root.iterdescendants(etree.Element)] == names


def test_a_parameter_entity_stands_for_declarations() -> None:
    document = read(
        "<!ENTITY % inner '<!ENTITY x \"deep\">'>"
        "<!ENTITY % all '&#37;inner;<!ENTITY y \"wide\">'>%all;",
        "&x; &y;",
    )
    assert document.root.text == "deep wide"


def test_places_are_those_of_the_file() -> None:
    document = read("<!ENTITY m '<b/>'>", "\n&m;\n <c/>")
    assert document.location(document.root[1]).line == 4


@pytest.mark.parametrize(
    ("declarations", "content"),
    [
        ("<!ENTITY m '<b>&n;</b>'><!ENTITY n '<b>&m;</b>'>", "&m;"),
        (f"<!ENTITY m '<b>{'x' * 50_000}</b>'>", "&m;" * 20_000),
        (
            "<!ENTITY m0 '<b/>'>"
            + "".join(f"<!ENTITY m{n} '{f'&m{n - 1};' * 10}'>" for n in range(1, 12)),
            "&m11;",
        ),
    ],
)
def test_what_grows_without_bounds_is_refused(declarations: str, content: str) -> None:
    assert refuse(declarations, content).code in ("XML104", "XML107")


@pytest.mark.parametrize(
    "data",
    [
        b"<a/>",
        b"<!DOCTYPE a><a/>",
        b"<!DOCTYPE a [<!ENTITY x 'text'>]><a>&x;</a>",
        b"<!DOCTYPE a [",
    ],
)
def test_other_files_stay_as_they_are(data: bytes) -> None:
    assert written_out(data) == data


def test_an_external_parameter_entity_is_called_what_it_is() -> None:
    found = refuse("<!ENTITY % iso SYSTEM 'iso.ent'> %iso;", "x")
    assert found.code == "XML106"
    assert found.message.startswith("%iso;")
