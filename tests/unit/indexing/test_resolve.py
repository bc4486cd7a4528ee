from collections.abc import Callable

import pytest

from tei_edition.indexing.resolve import local_id
from tei_edition.model import Index, Resolved

Join = Callable[..., Index]

REGISTERS = {
    "registers/persons.xml": """<teiHeader/><standOff><listPerson>
      <person xml:id="stalin" n="Stalin, J."><persName>Stalin</persName>
        <idno type="GND">118642499</idno></person>
      <person xml:id="pmb2121"><persName>Schnitzler</persName></person></listPerson>
      <listPlace><place xml:id="bern" n="Bern"><placeName>Bern</placeName></place></listPlace>
      </standOff>""",
    "registers/taxonomy.xml": """<teiHeader><encodingDesc><classDecl><taxonomy>
      <category xml:id="cable"><catDesc>Cable</catDesc></category></taxonomy></classDecl>
      </encodingDesc></teiHeader>""",
    "pages/about.xml": "<teiHeader/><text><body><p xml:id='p1'>About.</p></body></text>",
    "documents/other.xml": """L00221|<teiHeader><profileDesc><correspDesc xml:id="c1"/>
      </profileDesc></teiHeader>""",
}
PREFIXES = """<encodingDesc><listPrefixDef>
  <prefixDef ident="person" matchPattern="([\\w.-]+)"
    replacementPattern="../registers/persons.xml#$1"/>
  <prefixDef ident="kind" matchPattern="([a-z]+)"
    replacementPattern="../registers/taxonomy.xml#$1"/>
  <prefixDef ident="doc" matchPattern="(\\c+)" replacementPattern="$1.xml"/>
  <prefixDef ident="two" matchPattern="([a-z]+)-([a-z]+)" replacementPattern="person:$2"/>
  <prefixDef ident="circle" matchPattern="(.*)" replacementPattern="circle:$1"/>
  <prefixDef ident="broken" matchPattern="(" replacementPattern="person:$1"/>
  <prefixDef ident="out" matchPattern="(.+)" replacementPattern="https://example.org/$1"/>
</listPrefixDef></encodingDesc>"""


@pytest.fixture
def resolve(join: Join) -> Callable[[str, str], Resolved | None]:
    def resolved(value: str, element: str = "ref target") -> Resolved | None:
        name, attribute = element.split()
        index = join(
            {
                **REGISTERS,
                "documents/one.xml": f"""one|<teiHeader>{PREFIXES}<profileDesc><correspDesc/>
                </profileDesc></teiHeader><text><body><p xml:id="here">
                <{name} {attribute}="{value}"/></p></body></text>""",
            }
        )
        return index.resolve("documents/one.xml", " ".join(value.split()))

    return resolved


STALIN = Resolved("entity", "persons/stalin")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("person:stalin", STALIN),
        ("../registers/persons.xml#stalin", STALIN),
        ("two:x-stalin", STALIN),
        ("broken:stalin", STALIN),
        ("https://d-nb.info/gnd/118642499", STALIN),
        ("http://d-nb.info/gnd/118642499/", STALIN),
        ("stalin", STALIN),
        ("#stalin", STALIN),
        ("kind:cable", Resolved("category", "cable")),
        ("doc:other", Resolved("document", "L00221")),
        ("other.xml", Resolved("document", "L00221")),
        ("other.xml#c1", Resolved("document", "L00221", "c1")),
        ("other.xml#gone", Resolved("document", "L00221", "gone")),
        ("#L00221", Resolved("document", "L00221")),
        ("L00221", Resolved("document", "L00221")),
        ("#one", Resolved("document", "one")),
        ("#here", Resolved("fragment", "one", "here")),
        ("here", Resolved("fragment", "one", "here")),
        ("../pages/about.xml#p1", Resolved("page", "about", "p1")),
        ("about", Resolved("page", "about")),
        ("https://example.org/x", Resolved("external", "https://example.org/x")),
        ("mailto:a@example.org", Resolved("external", "mailto:a@example.org")),
        ("out:x", Resolved("external", "https://example.org/x")),
        ("person:nobody", None),
        ("person:not allowed", None),
        ("kind:9", None),
        ("circle:x", None),
        ("unknown:x", None),
        ("gone.xml#x", None),
        ("../registers/persons.xml#gone", None),
        ("#gone", None),
        ("gone", None),
    ],
)
def test_where_a_pointer_leads(
    resolve: Callable[..., Resolved | None], value: str, expected: Resolved | None
) -> None:
    if value == "person:not allowed":
        value = "person:not,allowed"
    assert resolve(value) == expected


def test_keys_are_numbers_of_entries(resolve: Callable[..., Resolved | None]) -> None:
    assert resolve("Stalin,  J.", "persName key") == STALIN


def test_the_kind_of_the_name_decides(resolve: Callable[..., Resolved | None]) -> None:
    assert resolve("Bern", "placeName key") == Resolved("entity", "places/bern")
    unknown = resolve("Bern", "persName key")
    assert unknown
    assert unknown.target == "persons/Bern"


def test_a_name_that_no_register_has_implies_an_entry(
    resolve: Callable[..., Resolved | None],
) -> None:
    assert resolve("person:nobody", "persName ref") == Resolved("entity", "persons/nobody")
    assert resolve("https://viaf.org/viaf/7/", "persName ref") == Resolved(
        "entity", "persons/viaf-7"
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("#a", "a"),
        ("x.xml#a", "a"),
        ("person:a", "a"),
        ("a", "a"),
        ("http://x.org/a", "http://x.org/a"),
    ],
)
def test_what_a_pointer_calls_its_target(value: str, expected: str) -> None:
    assert local_id(value) == expected
