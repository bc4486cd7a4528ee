"""XML catalogues: which entry answers, and what relative addresses start from."""

from pathlib import Path

import pytest

from tei_edition.xml.catalogs import Catalogue, CatalogueError, is_catalogue, local_path

HEAD = '<catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">'


def catalogue(folder: Path, entries: str, name: str = "catalog.xml") -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{HEAD}{entries}</catalog>", "utf-8")
    return path


def resolve(folder: Path, entries: str, address: str) -> Path | None:
    found = Catalogue.from_file(catalogue(folder, entries)).resolve(address)
    return None if found is None else local_path(found)


def test_maps_an_address_to_a_file_beside_the_catalogue(tmp_path: Path) -> None:
    entry = '<uri name="http://e.org/a.rng" uri="local/a%20b.rng"/>'
    assert resolve(tmp_path, entry, "http://e.org/a.rng") == tmp_path / "local/a b.rng"
    assert resolve(tmp_path, entry, "http://e.org/b.rng") is None
    system = '<system systemId="http://e.org/a.rng" uri="a.rng"/>'
    assert resolve(tmp_path, system, "http://e.org/a.rng") == tmp_path / "a.rng"


def test_the_longest_beginning_rewrites_and_an_exact_entry_goes_first(tmp_path: Path) -> None:
    entries = (
        '<rewriteURI uriStartString="http://e.org/" rewritePrefix="all/"/>'
        '<rewriteURI uriStartString="http://e.org/tei/" rewritePrefix="tei/"/>'
        '<rewriteSystem systemIdStartString="http://s.org/" rewritePrefix="s/"/>'
        '<uri name="http://e.org/tei/b.rng" uri="exact.rng"/>'
    )
    assert resolve(tmp_path, entries, "http://e.org/tei/a.rng") == tmp_path / "tei/a.rng"
    assert resolve(tmp_path, entries, "http://e.org/a.rng") == tmp_path / "all/a.rng"
    assert resolve(tmp_path, entries, "http://e.org/tei/b.rng") == tmp_path / "exact.rng"
    assert resolve(tmp_path, entries, "http://s.org/x/a.rng") == tmp_path / "s/x/a.rng"


def test_bases_are_added_up_on_the_way_down(tmp_path: Path) -> None:
    entries = (
        '<group xml:base="one/"><uri xml:base="two/" name="urn:a" uri="a.rng"/></group>'
        '<uri name="urn:b" uri="b.rng"/>'
    )
    assert resolve(tmp_path, entries, "urn:a") == tmp_path / "one/two/a.rng"
    assert resolve(tmp_path, entries, "urn:b") == tmp_path / "b.rng"


def test_further_catalogues_are_asked_in_their_order(tmp_path: Path) -> None:
    catalogue(tmp_path, '<uri name="urn:a" uri="a.rng"/><uri name="urn:b" uri="b"/>', "x/c.xml")
    catalogue(
        tmp_path, '<uri name="urn:b" uri="late"/><nextCatalog catalog="catalog.xml"/>', "y.xml"
    )
    entries = (
        '<nextCatalog catalog="gone.xml"/><nextCatalog catalog="http://e.org/c.xml"/>'
        '<nextCatalog catalog="x/c.xml"/><nextCatalog catalog="y.xml"/>'
    )
    assert resolve(tmp_path, entries, "urn:a") == tmp_path / "x/a.rng"
    assert resolve(tmp_path, entries, "urn:b") == tmp_path / "x/b"
    assert resolve(tmp_path, entries, "urn:c") is None


def test_what_is_no_address_is_passed_over(tmp_path: Path) -> None:
    entries = (
        '<uri name="urn:a" uri="http://[x"/><uri name="urn:a"/><uri uri="b"/>'
        '<nextCatalog catalog="//["/><nextCatalog/><uri name="urn:a" uri="a.rng"/>'
    )
    assert resolve(tmp_path, entries, "urn:a") == tmp_path / "a.rng"


def test_says_why_a_file_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(CatalogueError, match="cannot be read"):
        Catalogue.from_file(tmp_path / "none.xml")
    broken = tmp_path / "broken.xml"
    broken.write_text("<catalog>\n<uri>\n</catalog>", "utf-8")
    with pytest.raises(CatalogueError, match="not well-formed") as caught:
        Catalogue.from_file(broken)
    assert caught.value.line == 3
    other = tmp_path / "other.xml"
    other.write_text("<catalog/>", "utf-8")
    with pytest.raises(CatalogueError, match="root element"):
        Catalogue.from_file(other)
    assert not is_catalogue(other)
    assert is_catalogue(catalogue(tmp_path, ""))


@pytest.mark.parametrize("address", ["http://e.org/a", "a.rng", "file://host/a", "http://[x", ""])
def test_only_files_are_local(address: str) -> None:
    assert local_path(address) is None
    assert local_path("file:///a/b%20c") == Path("/a/b c")
