"""What is raised when a schema cannot be used."""

from __future__ import annotations


class SchemaError(ValueError):
    """A schema that cannot be read or that breaks a rule of RELAX NG.

    `path` and `line` say where, `message` what is wrong, and `advice` what to do about it.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, advice: str = "") -> None:
        self.message = message
        self.path = path
        self.line = line
        self.advice = advice
        super().__init__(message)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part)
        text = f"{place}: {self.message}" if place else self.message
        return f"{text}\n   = {self.advice}" if self.advice else text
