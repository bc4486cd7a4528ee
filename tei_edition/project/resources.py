"""What the toolkit ships beside its code: stylesheets, schemas and assets."""

from pathlib import Path
from xml.etree import ElementTree


def resource(name: str) -> Path:
    """Return a file or folder that the toolkit ships: ``xslt``, ``schemas``, ``assets/…``.

    In an installed package all lie inside it; in a source checkout some lie beside it.
    """
    package = Path(__file__).parent.parent
    found = next((p for p in (package / name, package.parent / name) if p.exists()), None)
    if found is None:
        raise FileNotFoundError(f"the package is incomplete: it has no {name}")
    return found


def english_words() -> dict[str, str]:
    """Return the words of the English interface by their keys: those that every language has."""
    root = ElementTree.parse(resource("xslt") / "locale" / "en.xml").getroot()
    return {str(s.get("key")): s.text or "" for s in root.iter("{urn:tei-edition:strings}string")}
