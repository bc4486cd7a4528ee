"""What is shipped is found, in a checkout as in an installed package."""

import pytest

from tei_edition.project import resource


@pytest.mark.parametrize(
    "name",
    ["xslt/edition.xsl", "schemas/edition.rng", "schemas/edition.toml.schema.json", "assets"],
)
def test_it_is_there(name: str) -> None:
    assert resource(name).exists()


def test_a_missing_part_is_our_mistake() -> None:
    with pytest.raises(FileNotFoundError, match="incomplete"):
        resource("nothing/of/the/kind")
