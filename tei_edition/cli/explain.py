"""``tei-edition explain``: the documentation of the rules."""

import sys
import textwrap
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from tei_edition.cli import codes
from tei_edition.cli.session import Session

if TYPE_CHECKING:
    from tei_edition.diagnostics import Rule


@click.command("explain", short_help="Explain a rule by its code.")
@click.argument("code", required=False)
@click.pass_context
def command(ctx: click.Context, *, code: str | None) -> None:
    """Explain the rule with a code: what is wrong, why it matters, and how to mend it.

    Without a code, all rules are listed.

    \b
    Example:
      tei-edition explain REF201
    """
    from tei_edition.catalogue import RULES

    session = ctx.ensure_object(Session)
    if code is None:
        session.result("".join(f"{r.code}  {r.severity:<7}  {r.title}\n" for r in RULES.values()))
        return
    rule = RULES.get(code.upper())
    if rule is None:
        raise click.UsageError(codes.unknown(code, RULES))
    bold = session.colour(sys.stdout)
    session.result("".join(f"{line}\n" for line in _explanation(rule, bold=bold)))


def _explanation(rule: "Rule", *, bold: bool) -> Iterator[str]:
    heading = f"{rule.code} {rule.title}"
    yield click.style(heading, bold=True) if bold else heading
    yield f"{rule.severity.value} by default; change it in [validation.rules] of edition.toml"
    for paragraph in rule.text.split("\n\n"):
        yield ""
        yield textwrap.fill(" ".join(paragraph.split()), width=88)
    for label, example in (("Wrong:", rule.fails), ("Right:", rule.passes)):
        if example:
            yield ""
            yield label
            yield textwrap.indent(textwrap.dedent(example).strip("\n"), "    ")
