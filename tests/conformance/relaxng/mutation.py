"""Documents with one random change, as encoders and programs make them."""

import copy
import random

from lxml import etree

XML = "{http://www.w3.org/XML/1998/namespace}"


def mutated(root: etree._Element, rng: random.Random) -> etree._Element:
    """A copy with one change."""
    root = copy.deepcopy(root)
    elements = [each for each in root.iter("*") if each is not root]
    change = rng.choice(
        [_remove, _repeat, _rename, _swap, _add_text, _add_attribute, _change_value, _drop_value]
    )
    change(rng.choice(elements or [root]), elements or [root], rng)
    return root


def _remove(element: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _repeat(element: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    if element.getparent() is not None:
        element.addnext(copy.deepcopy(element))


def _rename(element: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    local = etree.QName(element).localname
    element.tag = rng.choice([str(rng.choice(others).tag), f"{element.tag}x", local])


def _swap(element: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    following = element.getnext()
    if following is not None:
        following.addnext(element)


def _add_text(element: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    element.text = (element.text or "") + "stray"


def _add_attribute(
    element: etree._Element, others: list[etree._Element], rng: random.Random
) -> None:
    name = rng.choice(["typ", "type", "when", "ref", "n", f"{XML}lang", "target", "who"])
    element.set(name, rng.choice(["a b", "1899-8-2", "#p1", ""]))


def _change_value(
    element: etree._Element, others: list[etree._Element], rng: random.Random
) -> None:
    for name in element.attrib:
        if name != f"{XML}id":
            element.set(name, rng.choice(["a b", "", "1899-02-30", "%"]))
            return


def _drop_value(element: etree._Element, others: list[etree._Element], rng: random.Random) -> None:
    for name in list(element.attrib):
        del element.attrib[name]
