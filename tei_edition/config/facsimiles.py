"""The table `[facsimiles]`: where the images of the pages are, where references do not tell."""

import re
from typing import Annotated

from pydantic import AfterValidator, Field

from tei_edition.config.section import Section

PLACE = "{id}"
"""What stands in an address for the reference as the document writes it."""


def _address(value: str) -> str:
    if not value:
        return value
    if not re.match(r"https?://[^\s/{}]+", value):
        raise ValueError("must be a web address that begins with https:// or http://")
    others = [part for part in re.findall(r"\{[^}]*\}?", value) if part != PLACE]
    if others:
        raise ValueError(f"has {others[0]} in it: only {{id}} can stand for a part of the address")
    return value if PLACE in value else f"{value.rstrip('/')}/{PLACE}"


class FacsimilesSection(Section):
    """Where the images of the pages are, as far as the documents do not say it themselves."""

    folder: str = Field(
        default="",
        description="The folder of the image files. Without it, they are looked for beside the "
        "document that names them, and then anywhere in the folder of the edition.",
    )
    url: Annotated[str, AfterValidator(_address)] = Field(
        default="",
        description="The address of images that are not in the folder; `{id}` stands for what the "
        "document writes (without it, that is put at the end).",
    )
    iiif: bool = Field(
        default=False,
        description="Whether all addresses that do not end like those of files are IIIF images, "
        "which give any size. Those that have iiif in them always are.",
    )

    def address(self, name: str) -> str:
        """Return where an image with this (percent-encoded) name is; empty where nobody knows."""
        return self.url.replace(PLACE, name)
