"""Small changes to a document, by which tests turn a good one into a bad one."""

from collections.abc import Callable
from pathlib import Path

from lxml import etree

Change = Callable[[etree._Element], None]
TEI = "http://www.tei-c.org/ns/1.0"
XML = "{http://www.w3.org/XML/1998/namespace}"
EDITION = Path(__file__).parent / "edition"
DOCUMENTS = {path.stem: path for path in sorted(EDITION.rglob("*.xml"))}
LETTER, COVER, TALK = (
    "demo-1848-03-05-berg-roth",
    "demo-1848-03-12-roth-berg",
    "demo-1848-04-01-berg-roth-talk",
)


def read(name: str) -> etree._Element:
    """The root of a document of the small edition that the tests use."""
    return etree.parse(DOCUMENTS[name], etree.XMLParser(collect_ids=False)).getroot()


def find(root: etree._Element, path: str) -> etree._Element:
    """The first node on a path; names without prefix are TEI names after `t:`."""
    nodes = root.xpath(path, namespaces={"t": TEI})
    assert nodes, f"nothing at {path}"
    return nodes[0]


def attribute(path: str, name: str, value: str | None) -> Change:
    """Set an attribute; None takes it away."""
    name = name.replace("xml:", XML)

    def change(root: etree._Element) -> None:
        element = find(root, path)
        if value is None:
            del element.attrib[name]
        else:
            element.set(name, value)

    return change


def without(path: str) -> Change:
    """Take an element away."""

    def change(root: etree._Element) -> None:
        element = find(root, path)
        element.getparent().remove(element)

    return change


def text(path: str, words: str) -> Change:
    """Replace the content of an element by words."""

    def change(root: etree._Element) -> None:
        element = find(root, path)
        for child in list(element):
            element.remove(child)
        element.text = words

    return change


def named(path: str, name: str) -> Change:
    """Give an element another name."""

    def change(root: etree._Element) -> None:
        find(root, path).tag = f"{{{TEI}}}{name}"

    return change


def added(path: str, xml: str, *, before: bool = False, inside: bool = False) -> Change:
    """Put an element after, before or inside another."""

    def change(root: etree._Element) -> None:
        element = find(root, path)
        made = etree.fromstring(f'<x xmlns="{TEI}">{xml}</x>')[0]
        if inside:
            element.append(made)
        elif before:
            element.addprevious(made)
        else:
            element.addnext(made)

    return change


def both(*changes: Change) -> Change:
    """Several changes, one after the other."""

    def change(root: etree._Element) -> None:
        for each in changes:
            each(root)

    return change
