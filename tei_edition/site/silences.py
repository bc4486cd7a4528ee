"""Where an exchange falls silent: the long pauses between its letters, and how they are called."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from babel.units import format_unit

from tei_edition.model import IndexedLetter
from tei_edition.site.dates import first_day, last_day
from tei_edition.site.frame import Frame

_SHORTEST = 183
_TIMES = 4
"""A pause is at least half a year, and so many times as long as is usual between two letters."""

_MONTH = 365.25 / 12


@dataclass(frozen=True, slots=True)
class Silence:
    """The days on which nothing is known to have been written, and the letter that ends them."""

    start: date
    end: date
    letter: str

    def label(self, frame: Frame) -> str:
        """Return its length in words: ``8 months without a letter``."""
        months = round((self.end - self.start).days / _MONTH)
        unit, number = ("year", round(months / 12)) if months >= 24 else ("month", months)
        time = format_unit(number, f"duration-{unit}", locale=frame.strings.locale)
        return frame.strings.fill("exchange.silence", time=time)


def silences(letters: Sequence[IndexedLetter]) -> list[Silence]:
    """Return the silences between letters that come in order of date."""
    dates = [(one.letter.id, one.letter.date) for one in letters if one.letter.date]
    days = [(id, first_day(date), last_day(date)) for id, date in dates]
    known = [(id, first, last) for id, first, last in days if first and last]
    found, latest = [], known[0][2] if known else None
    for id, first, last in known[1:]:
        if latest:
            found.append(Silence(latest, first, id))
            latest = max(latest, last)
    lengths = [(pause.end - pause.start).days for pause in found]
    least = max(_SHORTEST, _TIMES * median(lengths)) if lengths else _SHORTEST
    return [pause for pause, length in zip(found, lengths, strict=True) if length >= least]
