"""What an export is: a format, where the site keeps it, and the function that writes it."""

from collections.abc import Callable
from dataclasses import dataclass

from tei_edition.config import Config
from tei_edition.model import Index


@dataclass(frozen=True, slots=True)
class Export:
    """One format.

    `path` is the file in the site, empty for a format of the command line alone. `write` returns
    the whole file: UTF-8, a line end at its end, and the same bytes for the same index.
    """

    name: str
    path: str
    media_type: str
    label: str
    write: Callable[[Index, Config], bytes]
