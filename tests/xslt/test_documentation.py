"""docs/xslt.md against the stylesheets: every public mode, every element, the worked example."""

import re

import pytest
from lxml import etree

from tei_edition.saxon import Saxon
from tests.xslt.rendering import LIBRARY, page, strings

XSL = "{http://www.w3.org/1999/XSL/Transform}"
DOCUMENTATION = LIBRARY.parent / "docs" / "xslt.md"


@pytest.fixture(scope="module")
def text() -> str:
    return DOCUMENTATION.read_text("utf-8")


def test_every_public_mode_is_documented(text: str) -> None:
    modes = etree.parse(str(LIBRARY / "core" / "modes.xsl")).getroot().iter(XSL + "mode")
    names = [mode.get("name") for mode in modes]
    assert names
    assert [name for name in names if f"`{name}`" not in text] == []


def test_every_function_and_template_that_is_documented_exists(text: str) -> None:
    sources = "".join(path.read_text("utf-8") for path in LIBRARY.rglob("*.xsl"))
    functions = set(re.findall(r"`(f:[a-z-]+)\(", text))
    templates = set(re.findall(r"`(t:[a-z-]+)`", text))
    assert functions
    assert templates
    assert {name for name in functions if f'function name="{name}"' not in sources} == set()
    assert {name for name in templates if f'template name="{name}"' not in sources} == set()


def test_every_element_with_a_rule_is_in_the_table_of_its_module(text: str) -> None:
    for path in sorted((LIBRARY / "html").glob("*.xsl")):
        row = re.search(rf"^\| `{path.name}` \| (.*) \|$", text, re.MULTILINE)
        documented = set(row[1].split()) if row else set()
        assert documented == _elements(etree.parse(str(path)).getroot()), path.name


def _elements(root: etree._Element) -> set[str]:
    patterns = [
        template.get("match", "")
        for template in root.iter(XSL + "template")
        if template.get("mode") == "m:html"
    ]
    steps = [
        step.strip().strip("()").split("/")[-1].strip().strip("()")
        for pattern in patterns
        for step in re.sub(r"\[[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*\]|text\(\)", "", pattern).split("|")
    ]
    return {step for step in steps if re.fullmatch(r"[A-Za-z]\w*", step)}


def test_the_worked_example_does_what_it_says(text: str) -> None:
    example = re.search(r"```xml\n(<xsl:stylesheet.*?)```", text, re.DOTALL)
    assert example is not None
    # Around the example, so that it gives a text instead of a page.
    wrapped = example[1].replace(
        "</xsl:stylesheet>",
        '<xsl:template match="/" as="node()*" priority="9"><xsl:apply-templates mode="m:html"/>'
        "</xsl:template></xsl:stylesheet>",
    )
    source = (
        '<text xmlns="http://www.tei-c.org/ns/1.0"><body>'
        '<p><rs type="codename">Filippov</rs> wrote.</p></body></text>'
    )
    saxon = Saxon(wrapped, LIBRARY, {"strings": strings()})
    html = saxon.transform(source, {"page": page({})}).text
    assert '<span class="tei-rs" data-type="codename" title="Code name">Filippov</span>' in html
    assert '<span class="number">1</span>' in html
