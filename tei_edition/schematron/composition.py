"""Step one: a schema that stands alone, with nothing abstract left in it.

Inclusions are replaced, abstract patterns instantiated, abstract rules extended, diagnostics and
properties put into the assertions that refer to them (ISO/IEC 19757-3, 5.4 and 6).
"""

import re
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tei_edition.namespaces import XML, XML_ID
from tei_edition.schematron.errors import SchematronError
from tei_edition.schematron.names import BINDINGS, children, sch

Loader = Callable[[str], etree._Element]
"""Returns the root element of the file at a URI, or raises OSError or XMLSyntaxError."""


def load(uri: str) -> etree._Element:
    """Read a local file. Raises OSError for any URI that is not one."""
    parts = urlsplit(uri)
    if parts.scheme != "file":
        raise OSError("only local files are read")
    parser = etree.XMLParser(
        collect_ids=False,
        no_network=True,
        load_dtd=False,
        resolve_entities=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        data = Path(unquote(parts.path)).read_bytes()
    except ValueError as error:
        raise OSError(str(error)) from error
    return etree.fromstring(data, parser)


def compose(schema: etree._Element, uri: str, loader: Loader = load) -> etree._Element:
    """Return a copy of a schema in which every pattern and rule is concrete.

    `uri` is what relative references start from. Raises `SchematronError`.
    """
    composed = _copy(schema)
    _include(composed, uri, loader, (uri,))
    # Before patterns are instantiated, so that parameters fill the copies too.
    _inline(composed, "diagnostics", "diagnostic")
    _inline(composed, "properties", "property")
    _instantiate(composed)
    for pattern in children(composed, "pattern", "group"):
        _extend_rules(pattern)
    return composed


def _copy(element: etree._Element) -> etree._Element:
    """Return a copy that notes which prefixes the element's file declares."""
    copy = deepcopy(element)
    copy.tail = None
    declared = element.getroottree().getroot().iter(sch("ns"))
    pairs = " ".join(f"{ns.get('prefix', '')}={ns.get('uri', '')}" for ns in declared)
    if pairs:
        copy.set(BINDINGS, pairs)
    return copy


def _include(element: etree._Element, uri: str, loader: Loader, open_: tuple[str, ...]) -> None:
    """Replace ``include``, and ``extends`` with ``@href``, below an element."""
    for reference in [*element.iter(sch("include"), sch("extends"))]:
        href = reference.get("href")
        if href is None:
            continue
        try:
            target = urljoin(uri, href)
        except ValueError:
            raise _error(reference, f'"{href}" is no address', "mend the reference") from None
        if target in open_:
            raise _error(reference, f'"{href}" includes itself', "remove the circle")
        found = _copy(_referenced(reference, target, loader))
        _include_copied(found, target, loader, open_)
        _replace(reference, found)


def _include_copied(
    found: etree._Element, target: str, loader: Loader, open_: tuple[str, ...]
) -> None:
    holder = etree.Element("holder")
    holder.append(found)
    _include(holder, target.partition("#")[0], loader, (*open_, target))


def _referenced(reference: etree._Element, target: str, loader: Loader) -> etree._Element:
    file, _, fragment = target.partition("#")
    try:
        root = loader(file)
    except (OSError, etree.XMLSyntaxError) as error:
        raise _error(
            reference,
            f'"{reference.get("href")}" cannot be included: {error}',
            "check the path, which is relative to the schema",
        ) from error
    if not fragment:
        return root
    for element in root.iter(etree.Element):
        if fragment in (element.get(XML_ID), element.get("id")):
            return element
    raise _error(reference, f'"{file}" has nothing with the id "{fragment}"', "check the id")


def _replace(reference: etree._Element, found: etree._Element) -> None:
    """Put what was found in the place of the reference: itself, or for ``extends`` its content."""
    parent = reference.getparent()
    assert parent is not None
    place = parent.index(reference)
    is_extends = reference.tag == sch("extends")
    # A whole schema is included by its content, as an including schema cannot hold another.
    unwrapped = is_extends or found.tag == sch("schema")
    pieces = [*found] if unwrapped else [found]
    for piece in pieces:
        if unwrapped and found.get(BINDINGS) and not piece.get(BINDINGS):
            piece.set(BINDINGS, str(found.get(BINDINGS)))
    parent.remove(reference)
    for number, piece in enumerate(pieces):
        parent.insert(place + number, piece)


def _instantiate(schema: etree._Element) -> None:
    """Replace each pattern that is an instance by its abstract pattern, filled in."""
    patterns = [*schema.iter(sch("pattern"), sch("group"))]
    abstract = {p.get("id"): p for p in patterns if p.get("abstract") == "true"}
    for pattern in patterns:
        name = pattern.get("is-a")
        if name is None:
            continue
        if name not in abstract:
            raise _error(pattern, f'there is no abstract pattern "{name}"', "check is-a")
        instance = _filled(deepcopy(abstract[name]), _parameters(abstract[name], pattern))
        for attribute in ("abstract", "id"):
            instance.attrib.pop(attribute, None)
        if pattern.get("id"):
            instance.set("id", str(pattern.get("id")))
        parent = pattern.getparent()
        assert parent is not None
        parent.replace(pattern, instance)
    for pattern in abstract.values():
        parent = pattern.getparent()
        if parent is not None:
            parent.remove(pattern)


def _parameters(abstract: etree._Element, instance: etree._Element) -> dict[str, str]:
    return {
        param.get("name", ""): param.get("value", "")
        for pattern in (abstract, instance)
        for param in children(pattern, "param")
    }


def _filled(pattern: etree._Element, parameters: dict[str, str]) -> etree._Element:
    """Replace ``$name`` by the parameter's value in every expression; the longest name first."""
    if not parameters:
        return pattern
    names = "|".join(re.escape(n) for n in sorted(parameters, key=len, reverse=True))
    variable = re.compile(rf"\$({names})(?![\w.-])")
    for element in pattern.iter(etree.Element):
        for name, value in element.attrib.items():
            element.set(name, variable.sub(lambda m: parameters[m[1]], value))
    return pattern


def _extend_rules(pattern: etree._Element) -> None:
    """Put the content of abstract rules where rules of the same pattern extend them."""
    abstract = {r.get("id"): r for r in children(pattern, "rule") if r.get("abstract") == "true"}
    for rule in children(pattern, "rule"):
        _extend(rule, abstract, ())
    for rule in abstract.values():
        pattern.remove(rule)


def _extend(
    rule: etree._Element, abstract: dict[str | None, etree._Element], open_: tuple[str, ...]
) -> None:
    for reference in [*children(rule, "extends")]:
        name = reference.get("rule", "")
        if name not in abstract:
            raise _error(
                reference,
                f'there is no abstract rule "{name}" in this pattern',
                'an abstract rule has abstract="true", an id, and no context',
            )
        if name in open_:
            raise _error(reference, f'the rule "{name}" extends itself', "remove the circle")
        extended = deepcopy(abstract[name])
        _extend(extended, abstract, (*open_, name))
        place = rule.index(reference)
        rule.remove(reference)
        for number, piece in enumerate([*extended]):
            if lang := extended.get(f"{{{XML}}}lang"):
                piece.set(f"{{{XML}}}lang", piece.get(f"{{{XML}}}lang") or lang)
            rule.insert(place + number, piece)


def _inline(schema: etree._Element, attribute: str, name: str) -> None:
    """Put copies of the diagnostics or properties into the assertions that name them."""
    defined = {e.get("id"): e for e in schema.iter(sch(name))}
    for assertion in schema.iter(sch("assert"), sch("report")):
        for reference in (assertion.attrib.pop(attribute, None) or "").split():
            if reference not in defined:
                raise _error(
                    assertion,
                    f'there is no {name} "{reference}"',
                    f"add it to {attribute}, or remove the reference",
                )
            assertion.append(deepcopy(defined[reference]))


def _error(element: etree._Element, message: str, advice: str) -> SchematronError:
    return SchematronError(message, line=element.sourceline or 0, advice=advice)
