"""What is raised when a Schematron schema cannot be used."""


class SchematronError(ValueError):
    """A schema that cannot be read, or that breaks a rule of ISO Schematron.

    `path` and `line` say where, `advice` what to do.
    """

    def __init__(self, message: str, path: str = "", line: int = 0, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.path = path
        self.line = line
        self.advice = advice
