"""The table `[site]`: where the site goes, how it looks, and what the edition does its own way."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from tei_edition.config.section import Section

HtmlName = Literal[
    "", "span", "div", "section", "aside", "blockquote", "pre", "i", "em", "b", "strong", "u", "s",
    "small", "mark", "q", "cite", "abbr", "dfn", "code", "samp", "kbd", "var", "sub", "sup", "ins",
    "del",
]  # fmt: skip


def _inside(value: str) -> str:
    """Refuse a path out of the project: a page of the site must be able to reach the file."""
    if value and (".." in PurePosixPath(value).parts or re.match(r"/|\\|[A-Za-z]:", value)):
        raise ValueError("must be a path in the folder of the edition")
    return value


Inside = Annotated[str, AfterValidator(_inside)]


class ElementRule(Section):
    """How one element is shown, where that needs no stylesheet."""

    html: HtmlName = Field(
        default="",
        description="The HTML element that it becomes; where it holds paragraphs, it is a div.",
    )
    class_: str = Field(
        default="",
        alias="class",
        pattern=r"^([A-Za-z][\w-]*( [A-Za-z][\w-]*)*)?$",
        description="Classes for your style sheet.",
    )
    before: str = Field(default="", description="A text to stand before its own.")
    after: str = Field(default="", description="A text to stand after its own.")


class SitePicture(Section):
    """A picture on the home page."""

    file: Inside = Field(default="", description="The picture's file.")
    alt: str = Field(default="", description="What it shows, for those who do not see it.")
    caption: str = Field(default="", description="The line below it: title, source, licence.")


class SiteSection(Section):
    """Where the site goes and how it looks."""

    directory: str = Field(
        default="site", min_length=1, description="The folder that the site is written to."
    )
    css: Inside = Field(
        default="",
        description="A style sheet (CSS) of your own; it is the cascade layer user, which wins.",
    )
    logo: Inside = Field(default="", description="A picture to stand beside the title.")
    icon: Inside = Field(
        default="", description="The picture that browsers show in tabs and bookmarks."
    )
    picture: SitePicture = Field(
        default_factory=SitePicture,
        description="A picture for the home page: a table with file, alt and caption.",
    )
    files: Inside = Field(
        default="",
        description="A folder whose files are copied into the site as they are: fonts, images, "
        "robots.txt.",
    )
    strings: Mapping[str, str] = Field(
        default_factory=dict,
        description="Words of the interface by their keys, where the edition wants others.",
    )
    elements: Mapping[str, ElementRule] = Field(
        default_factory=dict,
        description="How elements are shown, by name: `NAME`, `NAME[@type='TYPE']`, or `*:NAME` "
        "for elements that are not the TEI's.",
    )
    steps: tuple[Inside, ...] = Field(
        default=(),
        description="Stylesheets (XSLT) from document to document, to be carried out in this order "
        "before a document is rendered.",
    )
    stylesheet: str = Field(
        default="",
        description="A stylesheet (XSLT) of your own that imports the toolkit's and overrides it.",
    )

    @property
    def own_files(self) -> tuple[tuple[str, str], ...]:
        """Return the files that the site shows, each with its key."""
        given = (
            ("css", self.css),
            ("logo", self.logo),
            ("icon", self.icon),
            ("picture", self.picture.file),
        )
        return tuple((key, name) for key, name in given if name)
