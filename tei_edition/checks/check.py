"""What a check is: a rule with its documentation, and the function that looks for it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from tei_edition.diagnostics import Diagnostic, Rule, Severity

Subject = TypeVar("Subject")


@dataclass(frozen=True, slots=True)
class Check(Generic[Subject]):
    """A rule and the function that finds where a subject breaks it.

    `run` takes one file, the index, or the index with the configuration. It never raises for what
    stands in an edition, and gives its findings in a fixed order. `gathers` says that one finding
    stands for all the places in `related`, so that silencing it in one file leaves the others.
    """

    rule: Rule
    run: Callable[[Subject], Iterator[Diagnostic]]
    gathers: bool = False


def documented(
    code: str, severity: Severity, documentation: str | None, fails: str, passes: str
) -> Rule:
    """Return the rule that a module's docstring documents: its title, then the explanation.

    `fails` and `passes` are files in TEI; where there are several, each begins with a comment
    that is its name.
    """
    title, _, text = (documentation or "").partition("\n")
    title = title.strip().removesuffix(".")
    return Rule(
        code, severity, title[:1].lower() + title[1:], text.strip(), fails.strip(), passes.strip()
    )
