"""Which checks there are: the one list of the edition's rules, in the order of their codes.

To add a rule: write its module (the docstring is its documentation), add it to one of the lists
here, and give it a folder under ``tests/checks``.
"""

from tei_edition.checks import (
    action_types,
    ambiguous,
    authority_ids,
    cmif_ids,
    cmif_losses,
    cmif_refused,
    conflicting_dates,
    coordinates,
    dangling,
    decomposed,
    document_ids,
    early_replies,
    fragments,
    grammar,
    idle_instructions,
    impossible_dates,
    invisible,
    languages,
    lifespans,
    lifetimes,
    lost_links,
    malformed_dates,
    missing_images,
    mixed_scripts,
    no_addressee,
    no_date,
    no_place,
    no_register,
    no_sender,
    no_uuid,
    no_words,
    one_way_links,
    outlying_zones,
    outside_letters,
    prefixes,
    pseudonyms,
    received_early,
    repeated_ids,
    reversed_dates,
    same_authority,
    shared_ids,
    strays,
    undeclared,
    unknown_instructions,
    unmatched,
    unplaced_images,
    unusable_ids,
    unused_entries,
    unused_files,
    words,
    wrong_kind,
)
from tei_edition.checks.check import Check
from tei_edition.config import Config
from tei_edition.diagnostics import Rule
from tei_edition.model import Index
from tei_edition.xml import Document

DOCUMENT_CHECKS: tuple[Check[Document], ...] = (
    repeated_ids.CHECK,
    authority_ids.CHECK,
    coordinates.CHECK,
    unusable_ids.CHECK,
    impossible_dates.CHECK,
    malformed_dates.CHECK,
    conflicting_dates.CHECK,
    reversed_dates.CHECK,
    action_types.CHECK,
    languages.CHECK,
    decomposed.CHECK,
    invisible.CHECK,
    mixed_scripts.CHECK,
    strays.CHECK,
    outlying_zones.CHECK,
)
"""What can be said of one file alone."""

INDEX_CHECKS: tuple[Check[Index], ...] = (
    dangling.CHECK,
    fragments.CHECK,
    prefixes.CHECK,
    ambiguous.CHECK,
    wrong_kind.CHECK,
    undeclared.CHECK,
    words.CHECK,
    unmatched.CHECK,
    unused_entries.CHECK,
    shared_ids.CHECK,
    document_ids.CHECK,
    same_authority.CHECK,
    no_register.CHECK,
    unused_files.CHECK,
    outside_letters.CHECK,
    received_early.CHECK,
    lifetimes.CHECK,
    lifespans.CHECK,
    no_sender.CHECK,
    no_addressee.CHECK,
    no_date.CHECK,
    lost_links.CHECK,
    early_replies.CHECK,
    one_way_links.CHECK,
    pseudonyms.CHECK,
    no_place.CHECK,
    cmif_losses.CHECK,
    cmif_ids.CHECK,
    missing_images.CHECK,
    unplaced_images.CHECK,
)
"""What can be said only of the whole edition."""

EDITION_CHECKS: tuple[Check[tuple[Index, Config]], ...] = (
    no_uuid.CHECK,
    cmif_refused.CHECK,
    no_words.CHECK,
)
"""What depends on the edition's configuration too."""

_CHECKED = (
    *(check.rule for check in DOCUMENT_CHECKS),
    *(check.rule for check in INDEX_CHECKS),
    *(check.rule for check in EDITION_CHECKS),
)

RUNNING = frozenset(rule.code for rule in _CHECKED)
"""The codes of the rules that run on every edition, whatever schema it has."""

ALONE = frozenset(check.rule.code for check in DOCUMENT_CHECKS)
"""The codes of the rules that look at one file alone."""

RULES: tuple[Rule, ...] = (
    *_CHECKED,
    idle_instructions.RULE,
    unknown_instructions.RULE,
    *grammar.RULES,
)
"""All rules of this room."""

GATHERING = frozenset(
    {check.rule.code for check in DOCUMENT_CHECKS if check.gathers}
    | {check.rule.code for check in INDEX_CHECKS if check.gathers}
)
"""The codes whose findings stand for several places at once."""
