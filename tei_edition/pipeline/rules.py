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

RULES = (WITHHELD, DRAFT, DISK)
