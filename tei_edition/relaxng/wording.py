"""How names, lists and values read in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from tei_edition.relaxng.names import local_part, namespace_of

XML = "http://www.w3.org/XML/1998/namespace"
_MOST = 10
_LONGEST_VALUE = 60


def shown(name: str, prefixes: Mapping[str | None, str] | None = None, home: str = "") -> str:
    """A name as one writes it: `persName`, `xml:id`; `home` is the namespace without prefix."""
    namespace = namespace_of(name)
    if namespace in {"", home}:
        return local_part(name)
    if namespace == XML:
        return f"xml:{local_part(name)}"
    found = [prefix for prefix, uri in (prefixes or {}).items() if uri == namespace]
    if None in found:
        return local_part(name)
    return f"{found[0]}:{local_part(name)}" if found else local_part(name)


def quoted(words: Iterable[str], last: str = "and") -> str:
    """`"a", "b" and "c"`."""
    quotes = [f'"{word}"' for word in words]
    if len(quotes) < 2:
        return "".join(quotes)
    return f"{', '.join(quotes[:-1])} {last} {quotes[-1]}"


def shortened(
    words: Sequence[str], first: Collection[str] = (), most: int = _MOST, hidden: int = 0
) -> str:
    """At most ten of `words`, which begin with the most interesting ones, and a count.

    The chosen ones come in alphabetical order after those in `first`; `hidden` are counted too.
    """
    ranked = [*first, *(word for word in words if word not in first)]
    chosen = ranked[:most]
    leaders = [word for word in chosen if word in first]
    others = sorted((word for word in chosen if word not in first), key=str.casefold)
    hidden += len(ranked) - len(chosen)
    more = f" (and {hidden} more)" if hidden else ""
    return ", ".join([*leaders, *others]) + more


def leading(names: Sequence[str], called: Callable[[str], str], most: int = 5) -> str:
    """The first few of names that are already in the best order, as they are `called`."""
    more = f" (and {len(names) - most} more)" if len(names) > most else ""
    return ", ".join(map(called, names[:most])) + more


def clipped(text: str) -> str:
    """A value as a message quotes it: on one line and not too long."""
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_VALUE else f"{text[:_LONGEST_VALUE].rstrip()}…"
