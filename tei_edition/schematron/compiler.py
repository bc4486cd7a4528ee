"""Step two: the XSLT 3.0 stylesheet that visits a document once and reports in SVRL.

Every rule becomes a template of one mode, the first rule of the schema with the highest priority.
A template that fires for a node hands the node on to the next. In a pattern with several rules it
also adds the pattern to the list of those that are done with the node, so that only the first rule
that fits fires (ISO/IEC 19757-3, 6.5).
"""

import re
from collections.abc import Iterator

from lxml import etree

from tei_edition.namespaces import XML
from tei_edition.schematron import origins, output
from tei_edition.schematron.errors import SchematronError
from tei_edition.schematron.names import (
    SCH,
    STANDARD_PREFIXES,
    SVRL,
    XSL,
    bindings,
    children,
    without_predicates,
)
from tei_edition.schematron.phases import active_patterns, chosen_phase
from tei_edition.schematron.variables import declare, unambiguous

_BINDINGS = frozenset({"xslt", "xslt2", "xslt3", "xpath2", "xpath3"})

_EVERYTHING = "/ | * | @* | text() | comment() | processing-instruction()"


def stylesheet(
    schema: etree._Element, phase: str = "", base: str = "", *, full: bool = False
) -> etree._Element:
    """Return the stylesheet for a composed schema.

    `phase` is the id of a phase, ``#ALL``, or empty for the schema's default. `base` is the URI
    that relative references in expressions start from. Only a `full` report tells which patterns
    were run and which rules fired; it takes half as long again. Raises `SchematronError`.
    """
    _check_binding(schema)
    root = _root(schema, base)
    active = chosen_phase(schema, phase)
    _sub(root, "output", method="xml", indent="no")
    for element in schema:
        if etree.QName(element).namespace == XSL:
            root.append(element)
    patterns = active_patterns(schema, active)
    unambiguous(patterns)
    for owner in (schema, *([active] if active is not None else []), *patterns):
        for let in children(owner, "let"):
            root.append(declare(let, schema.get("queryBinding", "")))
    _main_template(root, schema, active, patterns, full=full)
    for mode, members in _modes(patterns):
        _mode(root, mode, members, full=full)
    return root


def _check_binding(schema: etree._Element) -> None:
    binding = schema.get("queryBinding", "xslt").lower()
    if binding not in _BINDINGS:
        raise SchematronError(
            f'the query binding "{binding}" is not supported',
            line=schema.sourceline or 0,
            advice='write queryBinding="xslt3"',
        )


def _root(schema: etree._Element, base: str) -> etree._Element:
    declared = {ns.get("prefix", ""): ns.get("uri", "") for ns in children(schema, "ns")}
    prefixes = {"xsl": XSL, "svrl": SVRL, **STANDARD_PREFIXES, **declared}
    root = etree.Element(f"{{{XSL}}}stylesheet", nsmap={k: v for k, v in prefixes.items() if k})
    root.set("version", "3.0")
    root.set("exclude-result-prefixes", "#all")
    if base:
        root.set(f"{{{XML}}}base", base)
    return root


def _main_template(
    root: etree._Element,
    schema: etree._Element,
    phase: etree._Element | None,
    patterns: list[etree._Element],
    *,
    full: bool,
) -> None:
    template = _sub(root, "template", match="/")
    report = etree.SubElement(template, f"{{{SVRL}}}schematron-output")
    output.describe(report, schema, phase)
    for pattern in patterns if full else ():
        output.active_pattern(report, pattern)
    start = phase.get("from") if phase is not None else None
    for mode, members in _modes(patterns):
        documents = members[0].get("documents")
        if documents:
            each = _sub(
                report,
                "for-each",
                select=f"for $uri in ({documents}) "
                "return document(string($uri), if ($uri instance of node()) then $uri "
                "else .)",
            )
            _sub(each, "apply-templates", select="root(.)", mode=mode)
        elif start:
            _sub(report, "apply-templates", select=".", mode="from")
        else:
            _sub(report, "apply-templates", select=".", mode=mode)
    if start:
        _start_mode(root, start)


def _start_mode(root: etree._Element, start: str) -> None:
    """Let a phase with ``@from`` begin at the nodes that fit that pattern."""
    _sub(root, "mode", name="from", **{"on-no-match": "shallow-skip"})
    template = _sub(root, "template", match=start, mode="from")
    _sub(template, "apply-templates", select=".", mode="rules")


def _modes(patterns: list[etree._Element]) -> Iterator[tuple[str, list[etree._Element]]]:
    """Yield the modes: one for all patterns of the document itself, one for each that names
    documents of its own."""
    yield "rules", [p for p in patterns if not p.get("documents")] or [etree.Element("none")]
    for number, pattern in enumerate(p for p in patterns if p.get("documents")):
        yield f"documents-{number}", [pattern]


def _mode(root: etree._Element, mode: str, patterns: list[etree._Element], *, full: bool) -> None:
    rules = [(p, rule) for p in patterns for rule in children(p, "rule")]
    shared = {p for p in patterns if len([*children(p, "rule")]) > 1}
    for number, (pattern, rule) in enumerate(rules):
        done = str(patterns.index(pattern)) if pattern in shared else ""
        body = _template(root, mode, rule, done, len(rules) - number)
        _assertions(body, rule, full=full)
    _sub(root, "mode", name=mode, **{"on-no-match": "deep-skip"})
    descent = _sub(root, "template", match=_EVERYTHING, mode=mode, priority="-1")
    visited = _visited_nodes([rule.get("context", "") for _, rule in rules])
    onwards = _sub(descent, "apply-templates", select=visited, mode=mode)
    if shared:
        _sub(onwards, "with-param", name="svrl:done", select="()", tunnel="yes")


def _visited_nodes(contexts: list[str]) -> str:
    """Return what must be visited below a node so that every context is met.

    Elements always are; other nodes only where the last step of some context, its predicates
    aside, may be one: most schemas never look at a comment.
    """
    bare = " ".join(map(without_predicates, contexts))
    if re.search(r"node\(\)|item\(\)|(^|[\s|])\.", bare):
        return "@* | node()"
    kinds = {
        "@*": r"@|attribute\b",
        "text()": r"text\(\)",
        "comment()": r"comment\(\)",
        "processing-instruction()": r"processing-instruction\(",
    }
    return " | ".join(["*", *(kind for kind, sign in kinds.items() if re.search(sign, bare))])


def _template(
    root: etree._Element, mode: str, rule: etree._Element, done: str, priority: int
) -> etree._Element:
    """Add the template of a rule, which hands the node on; return where its assertions go.

    `done` is the mark of a pattern that has other rules as well, else empty.
    """
    template = _sub(
        root,
        "template",
        bindings(rule),
        match=rule.get("context", "."),
        mode=mode,
        priority=str(priority),
    )
    origins.mark(template, rule)
    if done:
        _sub(template, "param", name="svrl:done", tunnel="yes", **{"as": "xs:string*"})
    body = _sub(template, "if", test=f"not($svrl:done = '{done}')" if done else "true()")
    onwards = _sub(template, "next-match")
    if done:
        _sub(
            onwards,
            "with-param",
            name="svrl:done",
            select=f"$svrl:done, '{done}'",
            tunnel="yes",
        )
    return body


def _assertions(body: etree._Element, rule: etree._Element, *, full: bool) -> None:
    if full:
        output.fired_rule(body, rule)
    body = _visited(body, rule)
    for element in rule:
        name = etree.QName(element)
        if name.namespace == XSL:
            body.append(element)
        elif name.namespace == SCH and name.localname == "let":
            body.append(declare(element, ""))
            origins.mark(body[-1], element)
        elif name.namespace == SCH and name.localname in ("assert", "report"):
            output.assertion(body, element, rule)


def _visited(parent: etree._Element, rule: etree._Element) -> etree._Element:
    """Return where the assertions go: below a loop where the rule visits each of a sequence."""
    each = rule.get("visit-each")
    if each is None:
        return parent
    _sub(parent, "variable", name="svrl:node", select=".")
    return _sub(parent, "for-each", select=each)


def _sub(
    parent: etree._Element, tag: str, nsmap: dict[str, str] | None = None, /, **attributes: str
) -> etree._Element:
    return etree.SubElement(parent, f"{{{XSL}}}{tag}", attributes, nsmap=nsmap or {})
