"""File patterns mean the same on every machine."""

import pytest

from tei_edition.config import patterns


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("tei/*.xml", "tei/a.xml"),
        ("tei/**/*.xml", "tei/a.xml"),
        ("tei/**/*.xml", "tei/x/y/a.xml"),
        ("**/*.[xX][mM][lL]", "A.XML"),
        ("tei/**", "tei/x/a.xml"),
        ("a?.xml", "ab.xml"),
        ("[!b]*.xml", "a.xml"),
        ("[^b].xml", "a.xml"),
        ("a.b+(c).xml", "a.b+(c).xml"),
    ],
)
def test_fits(pattern: str, path: str) -> None:
    assert patterns.fits(path, pattern)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("tei/*.xml", "tei/x/a.xml"),
        ("*.xml", "tei/a.xml"),
        ("tei/**/*.xml", "teix/a.xml"),
        ("a?.xml", "a/.xml"),
        ("[!b]*.xml", "b.xml"),
        ("a.xml", "aXxml"),
        ("[!a].xml", "/.xml"),
    ],
)
def test_does_not_fit(pattern: str, path: str) -> None:
    assert not patterns.fits(path, pattern)


@pytest.mark.parametrize(
    ("pattern", "base", "rest"),
    [
        ("tei/documents/**/*.xml", "tei/documents", "**/*.xml"),
        ("*.xml", "", "*.xml"),
        ("tei/a.xml", "tei", "a.xml"),
        ("../other/*.xml", "../other", "*.xml"),
        ("tei\\*.xml", "tei", "*.xml"),
    ],
)
def test_split(pattern: str, base: str, rest: str) -> None:
    assert patterns.split(pattern) == (base, rest)
