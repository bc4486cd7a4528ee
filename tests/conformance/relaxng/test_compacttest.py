"""James Clark's suite for the compact syntax: 87 schemas, most with their translation."""

from pathlib import Path

from lxml import etree

from tei_edition.relaxng import Schema, SchemaError, compact
from tei_edition.relaxng.syntax import RNG, Node, read
from tests.conformance.relaxng.suite import suite

_LISTS = {"define", "element", "optional", "zeroOrMore", "oneOrMore", "list", "mixed"}


def described(node: Node) -> object:
    """What a node means, however it is spelt."""
    children = [described(child) for child in _members(node)]
    is_value = node.kind in {"data", "value"}
    name = node.name if node.kind not in {"element", "attribute"} else ""
    typed = node.library if is_value and name not in {"", "token"} else ""
    is_spaced = node.kind == "nsName" or (node.kind == "value" and typed)
    spaced = node.namespace if is_spaced else ""
    text = node.text if node.kind in {"value", "param"} else ""
    own = [] if node.kind == "name" else foreign(node.source)
    shown = name.replace(".rnc", ".rng").replace("token", "") if node.kind != "data" else name
    return (node.kind, shown, text, node.combine, typed, spaced, own, children)


def _members(node: Node) -> list[Node]:
    """The children without those groups, choices and texts that are there unwritten as well."""
    children = list(node.children)
    unwritten = {"except": "choice", **dict.fromkeys(_LISTS, "group")}.get(node.kind)
    own = children[1:] if node.kind == "element" else children
    if len(own) == 1 and own[0].kind == unwritten and not foreign(own[0].source):
        children[children.index(own[0]) :] = own[0].children
    if node.kind == "attribute" and children[-1].kind == "text":
        children.pop()
    return children


def foreign(element: etree._Element) -> list[str]:
    """The annotations of an element of the schema."""
    found = [f"{key}={value}" for key, value in element.attrib.items() if key.startswith("{")]
    for child in element:
        if isinstance(child.tag, str) and not child.tag.startswith(f"{{{RNG}}}"):
            etree.strip_tags(child, etree.Comment)
            parts = [
                f"{each.tag} {dict(each.attrib)} {each.text or ''}" for each in child.iter("*")
            ]
            found.append(" ".join(" ".join(parts).split()))
    return sorted(found)


def parsed(schema: str, folder: Path) -> etree._Element:
    path = folder / "schema.rnc"
    return compact.parse(schema.encode(), path.as_uri(), str(path))


def test_every_schema_of_the_suite(tmp_path: Path) -> None:
    wrong = []
    tests = suite("compacttest.xml").findall(".//testCase/compact")
    for test in tests:
        schema = next(test.iterchildren("correct", "incorrect"))
        right = is_translated if schema.tag == "correct" else is_refused
        if not right(str(schema.text), test, tmp_path):
            wrong.append(schema.sourceline)
    assert wrong == []
    assert len(tests) > 80


def is_refused(schema: str, test: etree._Element, folder: Path) -> bool:
    try:
        Schema.from_string(schema, str(folder / "schema.rnc"), full=True)
    except SchemaError:
        return True
    return False


def is_translated(schema: str, test: etree._Element, folder: Path) -> bool:
    root = parsed(schema, folder)
    expected = test.find("../xml/correct")
    if expected is None:
        return True
    [wanted] = expected.iterchildren("*")
    parser = etree.XMLParser(remove_comments=True)
    wanted = etree.fromstring(etree.tostring(wanted, with_tail=False), parser)
    return described(read(root, "")) == described(read(wanted, ""))
