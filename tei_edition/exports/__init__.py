"""The index in other formats, one module for each, and the registry of all of them."""

from tei_edition.exports import (
    bibtex,
    cmif,
    correspondence,
    csl_json,
    csv,
    documents,
    registers,
    ris,
    table,
)
from tei_edition.exports.export import Export

EXPORTS: dict[str, Export] = {
    export.name: export
    for export in (
        table.EXPORT,
        cmif.EXPORT,
        csv.EXPORT,
        correspondence.EXPORT,
        documents.EXPORT,
        *registers.EXPORTS,
        bibtex.EXPORT,
        ris.EXPORT,
        csl_json.EXPORT,
    )
}
"""Every format by the name that ``index --format`` takes, in the order in which to list them."""

__all__ = ["EXPORTS", "Export"]
