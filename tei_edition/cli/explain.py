"""``tei-edition explain``: the documentation of the rules."""

import sys
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tei_edition.cli import codes, options
from tei_edition.cli.session import Session
from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from tei_edition.diagnostics import Rule, Severity


@click.command("explain", short_help="Explain a rule by its code.")
@click.argument("code", required=False)
@options.project
@click.pass_context
def command(ctx: click.Context, *, code: str | None, folder: Path | None) -> None:
    """Explain the rule with a code: what is wrong, why it matters, and how to mend it.

    Without a code, all rules are listed, and those of an area for its letters. Severities are
    those of the project, where it has any.

    \b
    Example:
      tei-edition explain REF201
      tei-edition explain REF
    """
    session = ctx.ensure_object(Session)
    rules, severities = _known(session, folder)
    wanted = (code or "").upper()
    of_area = [rule for rule in rules.values() if wanted in ("", rule.area)]
    if of_area:
        listed = ((rule, severities.get(rule.code, rule.severity)) for rule in of_area)
        session.result("".join(f"{r.code}  {severity:<7}  {r.title}\n" for r, severity in listed))
        return
    rule = rules.get(wanted)
    if rule is None:
        raise click.UsageError(codes.unknown(wanted, rules))
    bold = session.colour(sys.stdout)
    explanation = _explanation(rule, severities.get(rule.code), bold=bold)
    session.result("".join(f"{line}\n" for line in explanation))


def _known(
    session: Session, folder: Path | None
) -> "tuple[Mapping[str, Rule], Mapping[str, Severity]]":
    """Return the rules and severities of the project; ours where no edition is, or a broken one."""
    from tei_edition.catalogue import RULES, rules_of

    try:
        project = session.open(folder)
        rules, config = rules_of(project), project.config
        return rules, {c: said for c in rules if (said := config.configured_severity(c))}
    except TeiEditionError:
        if folder:
            raise
        return RULES, {}


def _explanation(rule: "Rule", configured: "Severity | None", *, bold: bool) -> Iterator[str]:
    heading = f"{rule.code} {rule.title}"
    yield click.style(heading, bold=True) if bold else heading
    here = f"{configured.value} in this edition; " if configured else ""
    yield f"{here}{rule.severity.value} by default"
    for paragraph in rule.text.split("\n\n"):
        yield ""
        yield textwrap.fill(" ".join(paragraph.split()), width=88)
    for label, example in (("Wrong:", rule.fails), ("Right:", rule.passes)):
        if example:
            yield ""
            yield label
            yield textwrap.indent(textwrap.dedent(example).strip("\n"), "    ")
