"""The part of the stylesheet that reports: instructions that write SVRL (ISO/IEC 19757-3, D)."""

from lxml import etree

from tei_edition.namespaces import XML
from tei_edition.schematron import origins, quick_fixes
from tei_edition.schematron.names import SCH, SVRL, XSL, bindings, children
from tei_edition.schematron.variables import copy_literally

_LANG = f"{{{XML}}}lang"


def describe(report: etree._Element, schema: etree._Element, phase: etree._Element | None) -> None:
    """Write what was run: the schema's title and version, the phase, the prefixes."""
    _attributes(report, schema, "schemaVersion")
    if phase is not None:
        report.set("phase", _value(phase.get("id", "")))
    for ns in children(schema, "ns"):
        prefix = _svrl(report, "ns-prefix-in-attribute-values")
        _attributes(prefix, ns, "prefix", "uri")


def active_pattern(report: etree._Element, pattern: etree._Element) -> None:
    """Write that a pattern was run, and on which documents."""
    active = _svrl(report, "active-pattern")
    _attributes(active, pattern, "id", "role")
    documents = pattern.get("documents")
    uris = f"for $uri in ({documents}) return resolve-uri(string($uri), base-uri(/))"
    _computed(active, "documents", f"string-join(({uris if documents else 'base-uri(/)'}), ' ')")


def fired_rule(body: etree._Element, rule: etree._Element) -> None:
    """Write that a rule fired."""
    fired = _svrl(body, "fired-rule")
    _attributes(fired, rule, "id", "context", "role", "flag", _LANG)
    _computed(fired, "document", "base-uri(root(.))")


def assertion(body: etree._Element, element: etree._Element, rule: etree._Element) -> None:
    """Write a finding where an assertion fails or a report holds."""
    fails = etree.QName(element).localname == "assert"
    test = element.get("test", "true()")
    condition = etree.SubElement(
        body,
        f"{{{XSL}}}if",
        {"test": f"not({test})" if fails else test},
        nsmap=bindings(element),
    )
    origins.mark(condition, element)
    found = _svrl(condition, "failed-assert" if fails else "successful-report")
    _attributes(found, element, "id", "role", "flag", "test", _LANG)
    for inherited in ("role", "flag"):
        if rule.get(inherited) and not element.get(inherited):
            found.set(inherited, _value(rule.get(inherited, "")))
    here = "$svrl:node" if rule.get("visit-each") else "."
    subject = element.get("subject") or rule.get("subject") or here
    _computed(found, "location", f"path(({subject})[1])")
    quick_fixes.offer(found, element, rule)
    _references(found, element)
    text = _svrl(found, "text")
    _attributes(text, element, "see", "icon", "fpi")
    _message(element, text)


def _references(found: etree._Element, element: etree._Element) -> None:
    """Write the diagnostics and properties that composition has put into an assertion."""
    for diagnostic in [*children(element, "diagnostic")]:
        reference = _svrl(found, "diagnostic-reference")
        reference.set("diagnostic", _value(diagnostic.get("id", "")))
        _reference_text(reference, diagnostic)
    for prop in [*children(element, "property")]:
        reference = _svrl(found, "property-reference")
        reference.set("property", _value(prop.get("id", "")))
        _attributes(reference, prop, "role", "scheme")
        _reference_text(reference, prop)


def _reference_text(reference: etree._Element, source: etree._Element) -> None:
    text = _svrl(reference, "text")
    _attributes(text, source, "see", "icon", "fpi", _LANG)
    _message(source, text)


def _message(source: etree._Element, target: etree._Element) -> None:
    """Write mixed content: text, computed values, and marks such as ``emph``."""
    _text(target, source.text)
    for child in source:
        _piece(child, target)
        _text(target, child.tail)


def _piece(child: etree._Element, target: etree._Element) -> None:
    name = etree.QName(child)
    if name.namespace == XSL:
        tail, child.tail = child.tail, None
        target.append(etree.fromstring(etree.tostring(child)))
        child.tail = tail
    elif name.namespace != SCH:
        holder = etree.Element("holder")
        holder.append(etree.fromstring(etree.tostring(child, with_tail=False)))
        copy_literally(holder, target)
    elif name.localname == "value-of":
        _computed_text(target, f"string-join(({child.get('select', '.')}) ! string(), ' ')", child)
    elif name.localname == "name":
        _computed_text(target, child.get("path") or "name()", child)
    elif name.localname in ("emph", "dir", "span"):
        mark = _svrl(target, name.localname)
        _attributes(mark, child, "class", "value")
        _message(child, mark)


def _computed_text(target: etree._Element, select: str, source: etree._Element) -> None:
    etree.SubElement(target, f"{{{XSL}}}value-of", {"select": select}, nsmap=bindings(source))


def _computed(target: etree._Element, name: str, select: str) -> None:
    etree.SubElement(target, f"{{{XSL}}}attribute", {"name": name, "select": select})


def _attributes(target: etree._Element, source: etree._Element, *names: str) -> None:
    for name in names:
        value = source.get(name)
        if value is None and name == _LANG:
            value = next((a.get(name) for a in source.iterancestors() if a.get(name)), None)
        if value is not None:
            target.set(name, _value(value))


def _value(text: str) -> str:
    """Write a value so that XSLT does not take braces in it for expressions."""
    return text.replace("{", "{{").replace("}", "}}")


def _text(target: etree._Element, text: str | None) -> None:
    # What only indents the schema is no part of a message; a blank between two values is.
    if text and (text.strip() or "\n" not in text):
        etree.SubElement(target, f"{{{XSL}}}text").text = text


def _svrl(parent: etree._Element, name: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{SVRL}}}{name}")
