"""Addresses of pages, and the way from one to another."""

from tei_edition.site import urls


def test_links_start_from_the_depth_of_the_page() -> None:
    assert urls.root_of("index.html") == ""
    assert urls.root_of("documents/a.html") == "../"
    assert urls.root_of("persons/mao/1948.html") == "../../"
    assert urls.href("../", urls.entity("persons/mao")) == "../persons/mao.html"


def test_ids_that_a_url_cannot_bear_are_encoded_and_fragments_kept() -> None:
    assert urls.href("", "documents/a b%.html") == "documents/a%20b%25.html"
    assert urls.href("", "documents/é.html#ü") == "documents/%C3%A9.html#%C3%BC"


def test_public_addresses_leave_index_to_the_server() -> None:
    base = "https://example.org/edition/"
    assert urls.absolute(base, "index.html") == base
    assert urls.absolute(base, "persons/index.html") == f"{base}persons/"
    assert urls.absolute(base, "documents/myindex.html") == f"{base}documents/myindex.html"
