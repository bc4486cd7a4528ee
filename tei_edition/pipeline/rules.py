"""What can be said about publishing (area OUT)."""

from tei_edition.diagnostics import Rule, Severity

WITHHELD = Rule(
    "OUT101",
    Severity.INFO,
    "a file is not published because of its errors",
    """The edition publishes only what is well-formed and, where a schema is configured, valid
(build.require in edition.toml). The errors are listed beside this message. Mend them and build
again; or write require = "well-formed" to publish what the schema does not allow.""",
)

DRAFT = Rule(
    "OUT102",
    Severity.INFO,
    "a draft is not published",
    """The document's revisionDesc says status="draft". Drafts are checked as all documents are,
but stay out of the site. Change the status when the document is done, or build with --drafts to
see it with a badge.""",
)

DISK = Rule(
    "OUT103",
    Severity.ERROR,
    "the site could not be written",
    """The operating system refused to write: the disk is full, or you have no permission for the
output folder. The site is written beside the earlier one and takes its place at the very end, so
the earlier site is as it was. Make room or choose another folder with --output.""",
)

LOST = Rule(
    "OUT104",
    Severity.WARNING,
    "words of the source are not on its page",
    """The build counts the words of each document in its file and on its page, and found more in
the file. What the text of a page leaves out by rule (docs/building.md lists it) is not counted, so
readers miss these words. Look at the line: most often an element stands where TEI does not expect
it. If a customisation of the stylesheets leaves the words out on purpose, switch the rule off.""",
)

RULES = (WITHHELD, DRAFT, DISK, LOST)
