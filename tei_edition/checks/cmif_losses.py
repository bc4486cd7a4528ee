"""CMIF has no room for something that the letters say.

The exchange file for correspSearch (`data/cmif.xml`) knows for every letter one sending and one
receipt, each with names, places and one date to the day. What `correspDesc` says beyond that is on
the pages of the edition and in its other data, but nobody finds it through correspSearch: who
carried or forwarded a letter, to whom it was only copied, the hour, a rival date, a date without a
year.

Nothing is wrong with the edition, and nothing needs to be done. Where one of these matters for
finding the letter (a day and month whose year can be narrowed down, a final addressee), look
whether sending and receipt can say it.
"""

from collections import defaultdict
from collections.abc import Iterator

from tei_edition.checks.check import Check, documented
from tei_edition.checks.wording import also, counted, listed
from tei_edition.diagnostics import Diagnostic, Location, Severity
from tei_edition.indexing import parties
from tei_edition.model import Action, Index, Letter
from tei_edition.tei import dates

FAILS = """
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <profileDesc>
      <correspDesc>
        <correspAction type="sent"><persName>Joseph Stalin</persName></correspAction>
        <correspAction type="transmitted"><persName>Terebin</persName></correspAction>
        <correspAction type="received"><persName>Mao Zedong</persName></correspAction>
      </correspDesc>
    </profileDesc>
  </teiHeader>
  <text><body><p>We have received your telegram.</p></body></text>
</TEI>
"""
PASSES = FAILS.replace(
    '<correspAction type="transmitted"><persName>Terebin</persName></correspAction>',
    "<!-- The carrier is not known. -->",
)

_EXCHANGED = ("sent", "received")


def run(index: Index) -> Iterator[Diagnostic]:
    """Yield one finding for each kind of statement that is lost, with its places."""
    lost: dict[str, list[Location]] = defaultdict(list)
    types: dict[str, None] = {}
    for item in index.letters.values():
        for loss, action in _losses(item.letter):
            lost[loss].append(action.location)
            if loss == _OTHER and action.type:
                types[action.type] = None
    for (loss, plural), places in ((kind, lost[kind[0]]) for kind in _KINDS if kind[0] in lost):
        first, *others = sorted(places)
        named = f" ({listed(list(types))})" if loss == _OTHER and types else ""
        files = len({place.path for place in places})
        where = f", in {counted(files, 'file')}" if files > 1 else ""
        yield RULE.at(
            first,
            f"CMIF has no room for {counted(len(places), loss, plural)}{named}{where}",
            related=also(others),
        )


_OTHER = "action other than sending and receipt"
_ASIDE = "addressee of a copy or of a further step"
_YEARLESS = "date without a year"
_HOUR = "hour of the day"
_RIVAL = "rival date"

_KINDS = (
    (_OTHER, "actions other than sending and receipt"),
    (_ASIDE, "addressees of a copy or of a further step"),
    (_YEARLESS, "dates without a year"),
    (_HOUR, "hours of the day"),
    (_RIVAL, "rival dates"),
)


def _losses(letter: Letter) -> Iterator[tuple[str, Action]]:
    for action in letter.actions:
        if action.type not in _EXCHANGED:
            yield _OTHER, action
        elif parties.is_aside(action, letter.actions):
            yield _ASIDE, action
        else:
            yield from ((loss, action) for loss in _dating_losses(action))


def _dating_losses(action: Action) -> Iterator[str]:
    if action.date and action.date.edtf and not dates.attributes(action.date):
        yield _YEARLESS
    if action.date and action.date.time:
        yield _HOUR
    if action.alternatives:
        yield _RIVAL


RULE = documented("COR511", Severity.INFO, __doc__, FAILS, PASSES)
CHECK = Check(RULE, run, gathers=True)
