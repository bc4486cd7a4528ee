"""The codes of rules as users give them: one by one or in a list, in any case, whole or areas."""

import difflib
from collections.abc import Iterable, Mapping

import click

from tei_edition.diagnostics import Rule


def chosen(values: Iterable[str], rules: Mapping[str, Rule]) -> frozenset[str]:
    """Return the codes and areas in the values of an option; `rules` are all there are.

    Raises a usage error that suggests the nearest code for one that does not exist, and where
    there is none at all, as an empty variable of a script gives it.
    """
    values = list(values)
    known = {*rules, *(rule.area for rule in rules.values())}
    codes = [part.strip().upper() for value in values for part in value.split(",") if part.strip()]
    if values and not codes:
        raise click.UsageError("a list of codes is empty; leave the option out to see everything")
    for code in codes:
        if code not in known:
            raise click.UsageError(unknown(code, known))
    return frozenset(codes)


def unknown(code: str, known: Iterable[str]) -> str:
    """Return what to say about a code that does not exist."""
    near = difflib.get_close_matches(code.upper(), sorted(known), n=1)
    advice = f'did you mean "{near[0]}"?' if near else "tei-edition explain lists all rules"
    return f'there is no rule "{code}"; {advice}'
