"""What every command has at hand: where results, findings and news of the work go, and how.

Results go to the standard output and nothing else does; everything else goes to the standard
error. Both are UTF-8.
"""

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from tei_edition.errors import TeiEditionError

if TYPE_CHECKING:
    from tei_edition.build.progress import Progress
    from tei_edition.diagnostics import Rule
    from tei_edition.pipeline import Outcome
    from tei_edition.project import Project
    from tei_edition.report import Findings


@dataclass
class Session:
    """One run of a command. `folder` is the project's, as soon as it is known."""

    verbose: bool = False
    quiet: bool = False
    color: str = "auto"
    folder: Path = field(default_factory=Path)

    def open(
        self,
        given: Path | None,
        options: Mapping[str, str | None] | None = None,
        paths: Sequence[Path] = (),
        *,
        check: bool = True,
    ) -> "Project":
        """Find and read the project; `options` of the command line win over its configuration.

        Where the current folder is in no project, it may be that of the `paths` to work on.
        Unless `check`, rules that the configuration names are not looked up, which takes time.
        """
        from tei_edition.config import FILE_NAME
        from tei_edition.project import find, open_project

        self.folder = find(given, Path.cwd())
        if given is None and paths and not (self.folder / FILE_NAME).is_file():
            around = find(None, paths[0])
            self.folder = around if (around / FILE_NAME).is_file() else self.folder
        chosen = {key: value for key, value in (options or {}).items() if value is not None}
        codes = _codes(self.folder) if check else None
        project = open_project(self.folder, codes=codes, options=chosen)
        if self.verbose and check:
            self.news(f"project: {project.folder}")
            self.news(f"configuration: {FILE_NAME if project.is_configured else 'defaults'}")
            self.news(f"site: {project.output}")
        return project

    def colour(self, stream: IO[Any]) -> bool:
        """Say whether what is written to a stream may have colours."""
        if self.color != "auto":
            return self.color == "always"
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        return stream.isatty() and not plain

    def result(self, data: str | bytes, file: Path | None = None) -> None:
        """Write a result to a file, whole or not at all, or else to the standard output."""
        encoded = data.encode("utf-8", "backslashreplace") if isinstance(data, str) else data
        if file:
            _write(file, encoded)
        elif isinstance(data, str) and sys.stdout.isatty():
            click.echo(data, nl=False, color=True)
        else:
            click.echo(encoded, nl=False)

    def news(self, message: str) -> None:
        """Tell the user something that is no result."""
        if not self.quiet:
            click.echo(message, err=True)

    def findings(self, findings: "Findings") -> None:
        """Write findings as text to the standard error."""
        from tei_edition.report import FORMATS

        colour = self.colour(sys.stderr)
        click.echo(FORMATS["text"](findings, colour=colour), nl=False, err=True, color=colour)

    def complain(self, error: TeiEditionError) -> None:
        """Say why the command cannot go on."""
        from tei_edition.report import Findings

        self.findings(Findings(self.folder, error.diagnostics))

    @contextmanager
    def progress(self) -> "Iterator[Progress]":
        """Show how far the work is: bars on a terminal, else a line for each stage.

        A verbose session has lines on a terminal, too: they stay, and have the times.
        """
        from tei_edition.build.progress import SILENT

        if self.quiet:
            yield SILENT
            return
        from tei_edition.cli.progress import Bars, Lines

        if sys.stderr.isatty() and not self.verbose:
            with Bars(colour=self.colour(sys.stderr)) as bars:
                yield bars
        else:
            yield Lines(self.news)

    def summary(self, outcome: "Outcome", findings: "Findings") -> None:
        """Tell in one line what was done; it is the last line of every command that works."""
        parts = [
            counted(outcome.documents, "document"),
            counted(findings.errors, "error"),
            counted(findings.warnings, "warning"),
        ]
        pages = (outcome.pages_built, outcome.pages_current, outcome.pages_removed)
        if any(pages):
            parts.append("pages: {} built, {} current, {} removed".format(*pages))
        parts.append(f"{outcome.seconds:.1f} s")
        self.news(" · ".join(parts))


def _codes(folder: Path) -> frozenset[str]:
    """Return the codes and areas of the rules, those of the edition's plug-ins among them."""
    from tei_edition.catalogue import RULES, rules_of
    from tei_edition.project import open_project

    rules: Mapping[str, Rule]
    try:
        rules = rules_of(open_project(folder))
    except TeiEditionError:
        rules = RULES  # what is wrong with the configuration is told when it is used
    return frozenset(rules) | {rule.area for rule in rules.values()}


def counted(number: int, noun: str) -> str:
    """Return a number with what it counts, in English."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _write(file: Path, data: bytes) -> None:
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise click.UsageError(f"cannot write {file}: {error.strerror}") from error
