"""Mistakes of structure in Schematron rules, which would otherwise silently check nothing."""

import re
from collections.abc import Iterator

from lxml import etree

from tei_edition.schematron.errors import SchematronError
from tei_edition.schematron.names import SCH, children, sch, without_predicates

_IN_PATTERN = ("title", "p", "let", "param", "rule", "include", "extends")
_IN_RULE = ("title", "p", "let", "param", "assert", "report", "include", "extends")


def check(schema: etree._Element) -> None:
    """Raise `SchematronError` for the first mistake in a composed schema."""
    for pattern in schema.iter(sch("pattern"), sch("group")):
        _known_children(pattern, _IN_PATTERN)
        for rule in children(pattern, "rule"):
            _wanted(rule, "context", "which nodes it is for, such as tei:persName")
            _known_children(rule, _IN_RULE)
            for assertion in children(rule, "assert", "report"):
                _wanted(assertion, "test", "the condition, such as @ref")


def _wanted(element: etree._Element, attribute: str, meaning: str) -> None:
    if (element.get(attribute) or "").strip():
        return
    name = etree.QName(element).localname
    raise SchematronError(
        f"<{name}> has no {attribute}, so that it would check nothing",
        line=element.sourceline or 0,
        advice=f'write {attribute}="…": {meaning}',
    )


def _known_children(parent: etree._Element, known: tuple[str, ...]) -> None:
    for child in parent.iterchildren(etree.Element):
        name = etree.QName(child)
        if name.namespace == SCH and name.localname not in known:
            raise SchematronError(
                f"<{name.localname}> cannot stand in <{etree.QName(parent).localname}>",
                line=child.sourceline or 0,
                advice=f"allowed there: {', '.join(known)}",
            )


def unprefixed(schema: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield line and context of the rules for an element whose name has no prefix.

    Such a name is in no namespace, unless the schema has a default one for its expressions.
    """
    if not [*children(schema, "ns")] or schema.get("xpath-default-namespace"):
        return
    for rule in schema.iter(sch("rule")):
        context = rule.get("context", "")
        steps = (each.split("/")[-1].strip() for each in without_predicates(context).split("|"))
        if any(re.fullmatch(r"[^\W\d][\w.-]*", step) for step in steps):
            yield rule.sourceline or 0, context
