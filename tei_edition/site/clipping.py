"""Texts that have room for their beginning alone."""


def clipped(text: str, longest: int) -> str:
    """Return a text, or as many of its words as `longest` characters hold, with an ellipsis."""
    if len(text) <= longest:
        return text
    return text[:longest].rpartition(" ")[0].rstrip(" ,;:.–—") + " …"
