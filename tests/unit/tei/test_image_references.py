"""What references to images are taken for: every row of the table, and what is near it."""

import pytest

from tei_edition.tei.image_references import RULES, Form, Reference, understood


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_each_rule_is_taken_for_what_it_says(rule) -> None:
    assert understood(rule.example).form is rule.form
    first = next(r for r in RULES if r.expression.fullmatch(rule.example))
    assert first is rule


SERVICE = "https://example.org/iiif/2/ms1%2F1r"


@pytest.mark.parametrize(
    ("reference", "form", "address"),
    [
        (f"{SERVICE}/full/max/0/default.jpg", Form.SERVICE, SERVICE),
        (f"{SERVICE}/full/full/0/native.jpg", Form.SERVICE, SERVICE),
        (f"{SERVICE}/pct:10,10,80,80/^!400,500/!90/gray.png", Form.SERVICE, SERVICE),
        (f"{SERVICE}/0,0,800,600/,600/0/color.jpg", Form.SERVICE, SERVICE),
        (f"{SERVICE}/info.json", Form.SERVICE, SERVICE),
        ("https://iiif.example.org/ms1/1r.jp2/", Form.SERVICE, "https://iiif.example.org/ms1/1r.jp2"),
        ("https://ids.example.org/iiif/1r.jpg", Form.SERVICE, "https://ids.example.org/iiif/1r.jpg"),
        ("https://iiif.example.org/ms1/manifest", Form.MANIFEST, "https://iiif.example.org/ms1/manifest"),
        ("https://example.org/iiif/ms1/canvas/p3", Form.MANIFEST, "https://example.org/iiif/ms1/canvas/p3"),
        ("HTTPS://example.org/1R.JPG?size=l", Form.PICTURE, "HTTPS://example.org/1R.JPG?size=l"),
        ("https://example.org/1r.tif", Form.ADDRESS, "https://example.org/1r.tif"),
        ("//example.org/1r", Form.ADDRESS, "//example.org/1r"),
        ("data:image/png;base64,AAAA", Form.ADDRESS, "data:image/png;base64,AAAA"),
        ("facs.xml#f1", Form.POINTER, "facs.xml#f1"),
        ("HS.NZ85.1.3483_0001", Form.NAME, "HS.NZ85.1.3483_0001"),
        ("Seal and traces of a seal", Form.NAME, "Seal and traces of a seal"),
        ("a b.TIFF", Form.FILE, "a b.TIFF"),
        ("javascript:alert(1)", Form.NAME, "javascript:alert(1)"),
        ("", Form.NAME, ""),
    ],
)  # fmt: skip
def test_references(reference: str, form: Form, address: str) -> None:
    assert understood(reference) == Reference(form, address)


def test_a_configuration_says_that_addresses_are_services() -> None:
    assert understood("https://example.org/ms1/1r/", services=True) == Reference(
        Form.SERVICE, "https://example.org/ms1/1r"
    )
    for other in ("https://example.org/1r.jpg", "https://example.org/manifest.json", "doi:10.1/x"):
        assert understood(other, services=True) == understood(other)
