"""What every stylesheet of ours keeps to, so that it can be read, overridden and trusted."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from tests.xslt.rendering import LIBRARY, strings

XSL = "{http://www.w3.org/1999/XSL/Transform}"
MODULES = sorted(LIBRARY.rglob("*.xsl"))
TYPED = ("template", "function", "param", "variable")
REACHING_OUT = re.compile(
    r"\b(doc|doc-available|document|collection|uri-collection|unparsed-text(-lines|-available)?"
    r"|environment-variable|transform|current-dateTime|current-date|current-time)\s*\("
)
FORBIDDEN_INSTRUCTIONS = ("result-document", "evaluate", "source-document")


def _name(path: Path) -> str:
    return path.relative_to(LIBRARY).as_posix()


def _tree(path: Path) -> etree._Element:
    return etree.parse(str(path)).getroot()


def _expressions(root: etree._Element) -> Iterator[tuple[int | None, str]]:
    for element in root.iter(etree.Element):
        for value in element.attrib.values():
            yield element.sourceline, str(value)
        for text in (element.text, element.tail):
            if text and "{" in text:
                yield element.sourceline, text


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_everything_has_a_type(module: Path) -> None:
    untyped = [
        (e.sourceline, e.tag.removeprefix(XSL), e.get("name") or e.get("match"))
        for e in _tree(module).iter(*(XSL + name for name in TYPED))
        if not e.get("as")
    ]
    assert untyped == []


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_named_templates_state_their_context(module: Path) -> None:
    silent = [
        e.get("name")
        for e in _tree(module).iter(XSL + "template")
        if e.get("name") and e.find(XSL + "context-item") is None
    ]
    assert silent == []


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_page_sees_nothing_but_what_it_is_given(module: Path) -> None:
    root = _tree(module)
    assert [e.tag for name in FORBIDDEN_INSTRUCTIONS for e in root.iter(XSL + name)] == []
    assert [
        e.sourceline for e in root.iter(etree.Element) if e.get("disable-output-escaping")
    ] == []
    assert [(line, text) for line, text in _expressions(root) if REACHING_OUT.search(text)] == []


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_modules_are_short_and_say_what_they_hold(module: Path) -> None:
    text = module.read_text("utf-8")
    assert len(text.splitlines()) <= 250
    first = _tree(module).getprevious()
    assert first is not None
    assert first.tag is etree.Comment
    assert len((first.text or "").split()) >= 4


def test_every_mode_is_declared_once() -> None:
    declared = [m.get("name") for path in MODULES for m in _tree(path).iter(XSL + "mode")]
    named = [name for name in declared if name]
    assert sorted(named) == sorted(set(named))
    used = {
        mode
        for path in MODULES
        for tag in ("template", "apply-templates")
        for e in _tree(path).iter(XSL + tag)
        for mode in (e.get("mode") or "").split()
    }
    assert used - {"#current", "#default", "#all", "#unnamed"} == set(named)


def test_every_module_is_in_the_visible_list() -> None:
    entry = LIBRARY / "edition.xsl"
    listed = {e.get("href") for tag in ("import", "include") for e in _tree(entry).iter(XSL + tag)}
    assert listed == {_name(path) for path in MODULES if path != entry}


def test_every_word_that_is_asked_for_by_name_exists() -> None:
    asked = {
        key
        for path in MODULES
        for _, text in _expressions(_tree(path))
        for key in re.findall(r"f:string\('([a-z][^']*)'(?:\)|, )", text)
    }
    assert asked
    assert {key for key in asked if not key.endswith(".")} - set(strings()) == set()


def test_words_of_the_interface_are_written_in_the_locale_alone() -> None:
    """Literal text in a stylesheet is punctuation; anything with a letter belongs in the locale."""
    found = [
        (_name(path), e.sourceline, text)
        for path in MODULES
        for e in _tree(path).iter(etree.Element)
        for text in (e.text, e.tail)
        if text and re.search(r"[^\W\d_]{2,}", text) and not _is_data(e, text)
    ]
    assert found == []


def _is_data(element: etree._Element, text: str) -> bool:
    parent = element.getparent()
    holders = {element.tag, parent.tag if parent is not None and text == element.tail else ""}
    return bool(holders & {XSL + "variable", XSL + "message"})
