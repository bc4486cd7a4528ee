"""The sentences of findings about values: of attributes, and of elements that hold but one."""

from __future__ import annotations

from lxml import etree

from tei_edition.relaxng.descriptions import allowed, literals_of, missing_day
from tei_edition.relaxng.finding import Finding
from tei_edition.relaxng.mistakes import called_attribute, hint
from tei_edition.relaxng.names import local_part
from tei_edition.relaxng.patterns import Pattern
from tei_edition.relaxng.wording import clipped


def wrong_value(  # noqa: PLR0917
    element: etree._Element, name: str, value: str, pattern: Pattern, near: str | None, note: str
) -> Finding:
    """`note` is what the schema says about the attribute."""
    wanted = allowed(pattern, value)
    called = called_attribute(name, element)
    shown_value = f'"{clipped(value)}"' if value.strip() else "an empty value"
    return Finding(
        "RNG109",
        f'{shown_value} is not allowed in the attribute "{called}" of '
        f'"{local_part(str(element.tag))}"',
        hint(
            f"allowed here: {wanted}" if wanted else "it must be empty",
            missing_day(value),
            note,
            f'did you mean "{near}"?' if near else "",
        ),
        element,
        name,
        expected=tuple(literals_of(pattern)),
        value=value,
    )


def wrong_text(
    element: etree._Element, text: str, pattern: Pattern, near: str | None, note: str
) -> Finding:
    """`note` is what the schema says about the element."""
    shown_text = f'"{clipped(text)}"' if text.strip() else "no text"
    return Finding(
        "RNG110",
        f'{shown_text} is not allowed as the text of "{local_part(str(element.tag))}"',
        hint(
            f"allowed here: {allowed(pattern, text)}",
            note,
            f'did you mean "{near}"?' if near else "",
        ),
        element,
        text_of=element,
        expected=tuple(literals_of(pattern)),
        value=text,
    )
