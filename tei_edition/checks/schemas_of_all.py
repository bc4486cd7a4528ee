"""What many documents have in common with regard to schemas, told once for the edition."""

from collections.abc import Iterable
from dataclasses import replace

from tei_edition.checks.assertions import UNPREFIXED
from tei_edition.checks.schema_rules import NO_SCHEMA, REMOTE
from tei_edition.checks.wording import also, counted, extent
from tei_edition.diagnostics import Diagnostic, Location


def gathered(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the findings, those on one address that is not fetched as one for the edition.

    That documents have no schema is also said once, and so is what is odd about their rules.
    """
    kept: list[Diagnostic] = []
    remote: dict[str, list[Diagnostic]] = {}
    unchecked: list[Location] = []
    unprefixed: dict[Diagnostic, None] = {}
    for found in diagnostics:
        if found.code == REMOTE.code:
            remote.setdefault(found.message, []).append(found)
        elif found.code == NO_SCHEMA.code:
            unchecked.append(found.location)
        elif found.code == UNPREFIXED.code:
            unprefixed[found] = None
        else:
            kept.append(found)
    if unchecked:
        kept.append(no_schema(*sorted(unchecked)))
    for group in remote.values():
        places = sorted(found.location for found in group)
        message = group[0].message + extent(places)
        kept.append(
            replace(group[0], location=places[0], message=message, related=also(places[1:]))
        )
    return [*kept, *unprefixed]


def no_schema(first: Location, *others: Location) -> Diagnostic:
    """Return the finding that documents have no grammar, by their places."""
    number = 1 + len(others)
    what = "this document was" if number == 1 else f"{counted(number, 'document')} were"
    return NO_SCHEMA.at(
        first,
        f"{what} checked against no RELAX NG schema, only for well-formedness, references "
        "and rules",
        'name one: by schema = "schemas/….rng" in [validation] of edition.toml, by --schema, or '
        "by <?xml-model?> in the document",
    )
