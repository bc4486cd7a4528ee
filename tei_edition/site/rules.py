"""What can be wrong with the files that a site is made of (area OUT)."""

from tei_edition.diagnostics import Rule, Severity

TAKEN = Rule(
    "OUT105",
    Severity.ERROR,
    "a file of the edition's own has the name of a file that the build makes",
    """Files of the folder site.files are copied into the site as they are, but none may replace a
page, a data file or a style sheet that the build makes: links and other programs rely on those.
Give the file another name. To change a page, see docs/customising.md.""",
)

RULES = (TAKEN,)
