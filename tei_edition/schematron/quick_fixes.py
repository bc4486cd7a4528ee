"""Schematron Quick Fix (SQF): what an assertion offers to repair, computed where it fails.

The stylesheet evaluates titles, conditions and new content, and writes each change with the path
of the node that it is for; nothing is changed by it. Of a fix that asks the user or calls another
fix only the title is given.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from tei_edition.schematron.names import SCH, SQF, XSL, bindings, sch

ACTIONS = ("delete", "replace", "add", "stringReplace")
_INTERACTIVE = ("user-entry", "call-fix", "param", "with-param")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a document: `action` is that of SQF, ``delete``, ``replace``, ``add``.

    `path` leads to the node as ``fn:path`` writes it. `node_type` and `target` say what is made
    of which name, `position` where it goes; `content` is an XML element that holds what is new.
    """

    action: str
    path: str
    node_type: str = ""
    target: str = ""
    position: str = ""
    content: str = ""


@dataclass(frozen=True, slots=True)
class QuickFix:
    """A repair that the rules offer; without `changes`, a person has to carry it out."""

    title: str
    changes: tuple[Change, ...] = ()


def offer(found: etree._Element, element: etree._Element, rule: etree._Element) -> None:
    """Write into the report of an assertion the fixes that it names, in its order."""
    known = _known(rule)
    for name in element.get(f"{{{SQF}}}fix", "").split():
        for fix in known.get(name, ()):
            title = fix.find(f".//{{{SQF}}}title")
            if title is None:
                continue
            offered = etree.SubElement(_conditional(found, fix), f"{{{SQF}}}fix")
            offered.set("id", fix.get("id", ""))
            _content(title, etree.SubElement(offered, f"{{{SQF}}}title"))
            if _is_automatic(fix):
                _changes(fix, offered)


def read(found: etree._Element) -> Iterator[QuickFix]:
    """Yield the fixes in a finding of a report."""
    for fix in found.iterfind(f"{{{SQF}}}fix"):
        title = fix.find(f"{{{SQF}}}title")
        words = "" if title is None else " ".join("".join(title.itertext()).split())
        yield QuickFix(words, tuple(map(_change, fix.iterfind(f"{{{SQF}}}change"))))


def _change(element: etree._Element) -> Change:
    values = {name: element.get(name, "") for name in ("action", "path", "target", "position")}
    content = etree.tostring(element[0], encoding="unicode", with_tail=False)
    return Change(**values, node_type=element.get("node-type", ""), content=content)


def _known(rule: etree._Element) -> dict[str, list[etree._Element]]:
    """Return the fixes by id, those of the rule before the schema's; a group is all its fixes."""
    known: dict[str, list[etree._Element]] = {}
    for owner in (rule, rule.getroottree().getroot()):
        for each in owner.iter(f"{{{SQF}}}fix", f"{{{SQF}}}group"):
            fixes = [each] if each.tag == f"{{{SQF}}}fix" else [*each.iter(f"{{{SQF}}}fix")]
            known.setdefault(each.get("id", ""), fixes)
    return known


def _is_automatic(fix: etree._Element) -> bool:
    asks = any(True for _ in fix.iter(*(f"{{{SQF}}}{name}" for name in _INTERACTIVE)))
    return not asks and fix.get("use-for-each") is None


def _changes(fix: etree._Element, offered: etree._Element) -> None:
    for child in fix:
        name = etree.QName(child)
        if child.tag == sch("let"):
            variable = {"name": child.get("name", ""), "select": child.get("value", "()")}
            etree.SubElement(offered, f"{{{XSL}}}variable", variable, nsmap=bindings(child))
        elif name.namespace == SQF and name.localname in ACTIONS:
            _write(child, name.localname, _conditional(offered, child))


def _conditional(parent: etree._Element, source: etree._Element) -> etree._Element:
    """Return where something goes that may have a condition."""
    condition = source.get("use-when")
    if condition is None:
        return parent
    return etree.SubElement(parent, f"{{{XSL}}}if", {"test": condition}, nsmap=bindings(source))


def _write(activity: etree._Element, action: str, parent: etree._Element) -> None:
    select = activity.get("match", ".")
    each = etree.SubElement(
        parent, f"{{{XSL}}}for-each", {"select": select}, nsmap=bindings(activity)
    )
    change = etree.SubElement(each, f"{{{SQF}}}change")
    change.set("action", "replace" if action == "stringReplace" else action)
    for name in ("node-type", "target", "position"):
        change.set(name, activity.get(name, ""))
    path = etree.SubElement(change, f"{{{XSL}}}attribute", name="path")
    path.set("select", "path(.)")
    change = etree.SubElement(change, f"{{{SQF}}}content")
    if action == "stringReplace":
        change = _matching(activity, change)
    if activity.get("select"):
        kind = "copy-of" if activity.get("node-type", "element") in ("element", "keep") else ""
        etree.SubElement(
            change, f"{{{XSL}}}{kind or 'value-of'}", {"select": activity.get("select", "")}
        )
    else:
        _content(activity, change)


def _matching(activity: etree._Element, change: etree._Element) -> etree._Element:
    """Return where the new text of a ``stringReplace`` goes: for each match of its expression."""
    analysis = etree.SubElement(change, f"{{{XSL}}}analyze-string", select=".")
    for name in ("regex", "flags"):
        if activity.get(name):
            analysis.set(name, activity.get(name, ""))
    matching = etree.SubElement(analysis, f"{{{XSL}}}matching-substring")
    rest = etree.SubElement(analysis, f"{{{XSL}}}non-matching-substring")
    etree.SubElement(rest, f"{{{XSL}}}value-of", select=".")
    return matching


def _content(source: etree._Element, target: etree._Element) -> None:
    """Write mixed content as instructions; ``value-of`` and ``copy-of`` are computed."""
    _text(target, source.text)
    for child in source:
        name = etree.QName(child)
        if name.namespace == SCH and name.localname == "let":
            variable = {"name": child.get("name", ""), "select": child.get("value", "()")}
            etree.SubElement(target, f"{{{XSL}}}variable", variable)
        elif name.namespace == SCH and name.localname in ("value-of", "name"):
            select = child.get("select") or child.get("path") or "name()"
            etree.SubElement(target, f"{{{XSL}}}value-of", {"select": select})
        elif name.namespace == SQF and name.localname in ("copy-of", "keep"):
            etree.SubElement(target, f"{{{XSL}}}copy-of", {"select": child.get("select", ".")})
        elif name.namespace == XSL:
            instruction = deepcopy(child)
            instruction.tail = None
            target.append(instruction)
        elif name.namespace not in (SCH, SQF):
            _content(child, etree.SubElement(target, child.tag, child.attrib, nsmap=child.nsmap))
        _text(target, child.tail)


def _text(target: etree._Element, text: str | None) -> None:
    if text and (text.strip() or "\n" not in text):
        etree.SubElement(target, f"{{{XSL}}}text").text = text
