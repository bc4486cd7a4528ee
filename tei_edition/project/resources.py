"""What the toolkit ships beside its code: stylesheets, schemas and assets."""

from pathlib import Path


def resource(name: str) -> Path:
    """Return a file or folder that the toolkit ships: ``xslt``, ``schemas``, ``assets/…``.

    In an installed package all lie inside it; in a source checkout some lie beside it.
    """
    package = Path(__file__).parent.parent
    found = next((p for p in (package / name, package.parent / name) if p.exists()), None)
    if found is None:
        raise FileNotFoundError(f"the package is incomplete: it has no {name}")
    return found
