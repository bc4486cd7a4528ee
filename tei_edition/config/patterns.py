"""Which paths a file pattern of the configuration stands for."""

import re
from functools import cache

_WILD = re.compile(r"[*?\[]")
_TOKEN = re.compile(r"\*\*/|\*\*|\*|\?|\[[!^]?[^\]/]+\]|.", re.DOTALL)
_MEANING = {"**/": "(?:[^/]+/)*", "**": ".*", "*": "[^/]*", "?": "[^/]"}


def fits(path: str, pattern: str) -> bool:
    """Say whether a path with forward slashes fits a pattern.

    ``*`` and ``?`` stand for characters of one name, ``[a-z]`` for one of a set, ``**/`` for any
    folders or none.
    """
    return _compiled(pattern).fullmatch(path) is not None


def split(pattern: str) -> tuple[str, str]:
    """Split a pattern into the folder before its first wildcard, and the rest.

    The rest is never empty: ``("tei", "**/*.xml")``, ``("tei", "letter.xml")``.
    """
    parts = pattern.replace("\\", "/").split("/")
    fixed = 0
    while fixed < len(parts) - 1 and not _WILD.search(parts[fixed]):
        fixed += 1
    return "/".join(parts[:fixed]), "/".join(parts[fixed:])


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(_regex(token) for token in _TOKEN.findall(pattern)))


def _regex(token: str) -> str:
    if token.startswith("[") and len(token) > 1:
        negated = token[1] in "!^"
        members = token[2 if negated else 1 : -1].replace("\\", "\\\\").replace("[", "\\[")
        return f"(?!/)[{'^' if negated else ''}{members}]"
    return _MEANING.get(token) or re.escape(token)
