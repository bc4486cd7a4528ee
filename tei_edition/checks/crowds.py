"""Many findings of one kind, told as one where they would drown all others."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from tei_edition.checks.wording import also
from tei_edition.diagnostics import Diagnostic

MANY = 20


def thinned(
    findings: Iterable[Diagnostic], together: Callable[[int], tuple[str, str]]
) -> Iterator[Diagnostic]:
    """Yield the findings, those of a file with more than `MANY` as one.

    `together` gives the message and the hint of that one, from the number of findings.
    """
    by_file: dict[str, list[Diagnostic]] = defaultdict(list)
    for finding in findings:
        by_file[finding.location.path].append(finding)
    for found in by_file.values():
        yield from few_or_one(found, together)


def few_or_one(
    findings: Iterable[Diagnostic], together: Callable[[int], tuple[str, str]]
) -> Iterator[Diagnostic]:
    """Yield the findings if they are at most `MANY`, else one for all of them."""
    found = sorted(findings, key=lambda finding: finding.location)
    if len(found) <= MANY:
        yield from found
        return
    first, *others = found
    message, hint = together(len(found))
    places = also(other.location for other in others)
    yield replace(first, message=message, hint=hint, xpath="", related=places)
