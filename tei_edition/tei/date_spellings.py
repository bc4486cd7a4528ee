"""Other ways in which the value of a dating attribute gets written, and what they stand for.

Each function returns the value as it should be, or nothing where it has nothing to mend. Whether
the result is a date is for `tei_edition.tei.moments` to say.
"""

import re
import unicodedata


def _padded(text: str) -> str:
    """Put the zeros into ``1949-2-4``."""
    match = re.fullmatch(r"(\d{4})[-./](\d\d?)(?:[-./](\d\d?))?", text)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else ""


def _day_first(text: str) -> str:
    """Turn ``4.2.1949`` round; a slash is left alone, because it may mean month first."""
    match = re.fullmatch(r"(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})", text)
    return f"{match[3]}-{match[2].zfill(2)}-{match[1].zfill(2)}" if match else ""


def _with_t(text: str) -> str:
    """Put the T into ``1949-02-04 08:10``, and the seconds that W3C dates must have."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)[ ,]+(\d\d:\d\d)(:\d\d)?", text)
    return f"{match[1]}T{match[2]}{match[3] or ':00'}" if match else ""


def _letters_for_digits(text: str) -> str:
    """Read O as 0 and l or I as 1, the usual slips in a transcribed number."""
    mended = text.translate(str.maketrans("OolI", "0011"))
    return mended if mended != text else ""


def _plain_digits(text: str) -> str:
    """Write the digits of another script, or of another width, as those of XML Schema."""
    mended = "".join(str(unicodedata.decimal(char, char)) for char in text)
    return mended if mended != text else ""


def _hyphenated(text: str) -> str:
    """Read other dashes as hyphens."""
    mended = re.sub("[–—‐‑−]", "-", text)
    return mended if mended != text else ""


NOTATIONS = (_plain_digits, _hyphenated, _padded, _with_t)
"""Repairs that only write the same otherwise."""
REPAIRS = (*NOTATIONS, _day_first, _letters_for_digits)
