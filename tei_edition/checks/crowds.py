"""Many findings of one kind in one file, told as one where they would drown all others."""

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
        if len(found) <= MANY:
            yield from found
            continue
        first, *others = sorted(found, key=lambda finding: finding.location)
        message, hint = together(len(found))
        yield replace(
            first,
            message=message,
            hint=hint,
            xpath="",
            related=also(other.location for other in others),
        )
