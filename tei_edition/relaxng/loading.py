"""Fetching the documents a schema consists of: local files, and nothing else."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree

from tei_edition.relaxng.errors import SchemaError


def parse(data: bytes, uri: str, path: str) -> etree._Element:
    """The root of a schema in XML or (if `path` ends in .rnc) compact syntax."""
    if path.endswith(".rnc"):
        # Most schemas come in XML, so the parser of the other syntax is loaded on demand.
        from tei_edition.relaxng import compact

        return compact.parse(data, uri, path)
    parser = etree.XMLParser(
        no_network=True, collect_ids=False, remove_pis=True, remove_comments=True, huge_tree=True
    )
    try:
        return etree.fromstring(data, parser, base_url=uri)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 0
        raise SchemaError(
            f"the schema is not well-formed XML: {error.msg}", path, line, "mend this place first"
        ) from None


def load(uri: str, by: tuple[str, int] = ("", 0)) -> tuple[etree._Element, str]:
    """The root of the schema at a `file:` URI, and its path. `by` is the place that asks."""
    path = _local_path(uri, by)
    try:
        data = path.read_bytes()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise SchemaError(
            f'cannot read "{path}": {reason}', *by, "check the name and the folder"
        ) from None
    return parse(data, uri, str(path)), str(path)


def resolve(href: str, base: str | None) -> str:
    """The address that a reference means; what is no address stays as it is."""
    try:
        return urljoin(base or "", href)
    except ValueError:
        return href


def _local_path(uri: str, by: tuple[str, int]) -> Path:
    try:
        parts = urlsplit(uri)
    except ValueError:
        raise SchemaError(f'"{uri}" is no address', *by, "mend the reference") from None
    if parts.scheme not in {"", "file"} or parts.netloc not in {"", "localhost"}:
        raise SchemaError(
            f'"{uri}" is not a local file', *by, "keep a copy beside the schema and refer to that"
        )
    return Path(unquote(parts.path))
