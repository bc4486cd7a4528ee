"""The images that a document names: surfaces, page breaks that point to images, pictures.

TEI Guidelines, chapter 12 (``facsimile``, ``sourceDoc``, ``surface``, ``zone``, ``@facs``), and
what editions do beside it. Where the images are is `tei_edition.indexing.images`' business.
"""

from dataclasses import dataclass, field

from lxml import etree

from tei_edition.images import Box, PageImage, Zone
from tei_edition.namespaces import NS, XML_ID, tei
from tei_edition.tei import pointers
from tei_edition.tei.image_references import Form, understood
from tei_edition.tei.names import split_pointers
from tei_edition.tei.surfaces import box_of, preference, size_of
from tei_edition.tei.text import local_name
from tei_edition.xml import Document

_CARRIERS = ("facsimile", "sourceDoc")
_GRAPHICS = ("graphic", "media", "binaryObject")
_BREAKS = ("pb", "gb", "cb", "milestone")
_BASE = "{http://www.w3.org/XML/1998/namespace}base"
_OUTSIDE = (
    "[not(ancestor-or-self::tei:teiHeader or ancestor::tei:facsimile or ancestor::tei:sourceDoc)]"
)
_POINTING = etree.XPath(
    "descendant-or-self::*[@facs or self::tei:pb or self::tei:graphic[@url] or "
    f"self::tei:media[@url]]{_OUTSIDE}",
    namespaces=NS,
)
_NAMED = (Form.SERVICE, Form.PICTURE, Form.FILE, Form.POINTER)


@dataclass
class _Image:
    """An image while it is being read."""

    source: str
    location: tuple[etree._Element, str | None]
    label: str = ""
    pointers: list[str] = field(default_factory=list)
    zones: list[Zone] = field(default_factory=list)
    extent: Box | None = None
    size: tuple[int, int] | None = None
    rotation: int = 0
    is_page: bool = True

    def frozen(self, document: Document) -> PageImage:
        """Return the record."""
        return PageImage(
            self.source,
            self.label,
            tuple(dict.fromkeys(self.pointers)),
            tuple(self.zones),
            self.extent,
            self.size,
            self.rotation,
            self.is_page,
            document.location(*self.location),
        )


def read(
    document: Document, root: etree._Element, element: etree._Element, prefixes: pointers.Prefixes
) -> tuple[PageImage, ...]:
    """Return the images of a document, those of its pages in the order of the surfaces.

    `root` is its ``TEI`` element, `element` what holds it; a letter that is a part of a file has
    the images that its own text names.
    """
    images = _Images(prefixes)
    for carrier in root.iter(*map(tei, _CARRIERS)):
        images.add_surfaces(carrier)
    found = _POINTING(element)
    assert isinstance(found, list)
    for node in found:
        if isinstance(node, etree._Element):
            images.add_references(node)
    chosen = images.all if element is root else [i for i in images.all if i in images.used]
    return tuple(image.frozen(document) for image in chosen)


def pictures(document: Document, entry: etree._Element) -> tuple[PageImage, ...]:
    """Return the pictures in an entry of a register: a portrait, a view of a place."""
    graphics = [g for g in entry.iter(*map(tei, _GRAPHICS)) if g.get("url")]
    if not graphics:
        return ()
    images = _Images(pointers.prefixes(document.root))
    for graphic in graphics:
        images.add_references(graphic)
    return tuple(image.frozen(document) for image in images.all)


class _Images:
    """The images found so far, and by which pointers a text may mean them."""

    def __init__(self, prefixes: pointers.Prefixes) -> None:
        self.all: list[_Image] = []
        self.used: list[_Image] = []
        self._prefixes = prefixes
        self._by_pointer: dict[str, _Image] = {}

    def add_surfaces(self, carrier: etree._Element) -> None:
        """Take in a ``facsimile`` or ``sourceDoc``: an image for each surface or lone graphic."""
        for node in carrier.iterdescendants(tei("surface"), *map(tei, _GRAPHICS)):
            parent = node.getparent()
            if local_name(node) == "surface":
                self._add_surface(node)
            elif parent is not None and local_name(parent) in (*_CARRIERS, "surfaceGrp"):
                self._add(_of_graphic(node, node), node)

    def _add_surface(self, surface: etree._Element) -> None:
        graphics = [child for child in surface if local_name(child) in _GRAPHICS]
        graphics = graphics or list(surface.iterdescendants(*map(tei, _GRAPHICS)))
        best = min(graphics, key=preference, default=None)
        if best is None and next(surface.iterancestors(tei("surface")), None) is not None:
            return  # a patch on the page around it, whose zones it shares
        image = _of_graphic(surface if best is None else best, surface)
        image.label = _words(surface.get("n") or surface.findtext(tei("label")) or "")
        image.extent = box_of(surface)
        self._add(image, surface)
        for graphic in graphics:
            self._know(graphic, image)
        for value in (surface.get("start") or "").split():
            self._by_pointer.setdefault(value, image)
        if image.label:
            self._by_pointer.setdefault(f"n:{image.label}", image)
        for zone in surface.iterdescendants(etree.Element):
            box = box_of(zone) if zone.get(XML_ID) else None
            if box and local_name(zone) not in ("surface", *_GRAPHICS):
                image.zones.append(Zone(f"#{zone.get(XML_ID, '').strip()}", box))
            self._know(zone, image)

    def _add(self, image: _Image, element: etree._Element) -> None:
        self.all.append(image)
        if element.get(XML_ID):
            image.pointers.append(f"#{element.get(XML_ID, '').strip()}")
        self._know(element, image)
        if image.source:
            self._by_pointer.setdefault(image.source, image)

    def _know(self, element: etree._Element, image: _Image) -> None:
        """Remember by which pointers an image may be meant."""
        for key in (f"#{(element.get(XML_ID) or '').strip()}", (element.get("url") or "").strip()):
            if key.strip("#"):
                self._by_pointer.setdefault(key, image)

    def add_references(self, node: etree._Element) -> None:
        """Take in an element of the text that points to images, or is one."""
        name = local_name(node)
        if name in _GRAPHICS:
            value = (node.get("url") or "").strip()
            if understood(self._expanded(value)).form in (Form.SERVICE, Form.PICTURE, Form.FILE):
                self._refer(node, "url", value, is_page=False)
            return
        values = _values(node.get("facs") or "")
        if name == "pb" and not values:
            self._refer_by_number(node)
        for value in values:
            form = understood(self._expanded(value)).form
            if form in _NAMED or name in _BREAKS or form is Form.MANIFEST:
                self._refer(node, "facs", value)

    def _refer(
        self, node: etree._Element, attribute: str, value: str, *, is_page: bool = True
    ) -> None:
        source = self._expanded(value)
        image = self._by_pointer.get(value) or self._by_pointer.get(source)
        if image is None:
            image = _Image(_absolute(node, source), (node, attribute), is_page=is_page)
            image.size = size_of(node)
            self.all.append(image)
            self._by_pointer[value] = image
        self._use(image, value, node)

    def _refer_by_number(self, node: etree._Element) -> None:
        """Take a page break that points nowhere for the surface that names it, or its number."""
        keys = [f"#{node.get(XML_ID, '')}", f"n:{_words(node.get('f') or node.get('n') or '')}"]
        for key in keys:
            if key in self._by_pointer:
                self._use(self._by_pointer[key], key, node)
                return

    def _use(self, image: _Image, pointer: str, node: etree._Element) -> None:
        self.used.append(image)
        image.pointers.append(pointer)
        if local_name(node) in _BREAKS:
            image.label = _number(node) or image.label
            image.rotation = image.rotation or _rotation(node.get("rend") or "")

    def _expanded(self, value: str) -> str:
        for _ in range(3):
            inner = pointers.expanded(self._prefixes, value)
            if not inner:
                break
            value = inner
        return value


def _of_graphic(graphic: etree._Element, surface: etree._Element) -> _Image:
    """Return the image of a graphic, or that of a surface that has none."""
    attribute = "url" if "url" in graphic.attrib else "facs" if "facs" in graphic.attrib else None
    source = (graphic.get(attribute) or "").strip() if attribute else ""
    place = (graphic if attribute else surface, attribute)
    return _Image(_absolute(graphic, source), place, size=size_of(graphic))


def _values(attribute: str) -> tuple[str, ...]:
    """Return the references in ``@facs``; a name of one file may have blanks in it."""
    values = split_pointers(attribute)
    forms = [understood(value).form for value in values]
    if len(values) > 1 and set(forms[:-1]) == {Form.NAME} and forms[-1] is Form.FILE:
        return (_words(attribute),)
    return values


def _absolute(element: etree._Element, source: str) -> str:
    """Apply the ``xml:base`` of a facsimile, and of what is in it, to a relative reference.

    That of a whole document is most often its own address, which no image lies below.
    """
    for node in (element, *element.iterancestors()):
        base = node.get(_BASE, "").strip()
        is_relative = understood(source).form in (Form.FILE, Form.NAME)
        if base and is_relative and local_name(node) not in ("TEI", "teiCorpus", "text"):
            source = _folder(base) + source
    return source


def _folder(base: str) -> str:
    """Return the folder that is meant by an address, also where its last ``/`` was forgotten."""
    folder, _, last = base.rpartition("/")
    return f"{folder}/" if folder and "." in last else f"{base.rstrip('/')}/"


def _number(node: etree._Element) -> str:
    """Return the number of a page: of the page, its edition's, or the folio."""
    found = (node.get("n"), node.get("ed"), node.get("f"))
    return next((_words(value) for value in found if value and "#" not in value), "")


def _rotation(rend: str) -> int:
    """Return degrees that ``pb/@rend`` gives as a bare number, clockwise."""
    return int(rend) % 360 if rend.strip() in ("90", "180", "270") else 0


def _words(text: str) -> str:
    return " ".join(text.split())
