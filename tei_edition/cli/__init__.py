"""The command line: thin commands over the pipeline, one file each.

Nothing is imported here that a user who asks for help would have to wait for; every command
imports what it needs when it runs.
"""

from tei_edition.cli.group import main

__all__ = ["main"]
