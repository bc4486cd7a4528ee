"""Silencing rules in a document, and instructions that do not work."""

from tei_edition.catalogue import RULES
from tei_edition.checks.suppression import Ignore, apply, instructions
from tei_edition.diagnostics import Diagnostic, Location, Related, Severity
from tei_edition.xml import Document, parse_bytes


def document(text: str, name: str = "a.xml") -> Document:
    found = parse_bytes(text.encode(), name)
    assert isinstance(found, Document)
    return found


def finding(code: str, path: str = "a.xml", *more: str) -> Diagnostic:
    related = tuple(Related(Location(p, 5), "also here") for p in more)
    return Diagnostic(code, Severity.ERROR, "wrong", Location(path, 3, 4), related=related)


def test_reads_codes_wherever_they_stand() -> None:
    text = (
        "<?tei-edition ignore REF201, DAT?>\n"
        "<!-- <?tei-edition ignore COR501?> --><TEI>\n"
        "<p>ä<?tei-edition ignore ENT301?></p></TEI>"
    )
    assert instructions(document(text)) == (
        Ignore("REF201", Location("a.xml", 1, 1)),
        Ignore("DAT", Location("a.xml", 1, 1)),
        Ignore("ENT301", Location("a.xml", 3, 5)),
    )


def test_a_file_without_instructions_has_none() -> None:
    assert instructions(document("<TEI><?xml-stylesheet href='x'?></TEI>")) == ()
    assert instructions(document("<TEI>tei-edition</TEI>")) == ()


def test_reads_instructions_in_any_encoding() -> None:
    text = '<?xml version="1.0" encoding="ISO-8859-1"?><?tei-edition ignore REF201?><TEI>ä</TEI>'
    found = parse_bytes(text.encode("iso-8859-1"), "a.xml")
    assert isinstance(found, Document)
    assert [ignore.code for ignore in instructions(found)] == ["REF201"]


def ignoring(*codes: str, path: str = "a.xml") -> dict[str, tuple[Ignore, ...]]:
    return {path: tuple(Ignore(code, Location(path, 1, 1)) for code in codes)}


def test_silences_a_code_in_its_file_only() -> None:
    other = finding("DAT401", "b.xml")
    assert apply([finding("DAT401"), other], ignoring("DAT401")) == [other]


def test_silences_an_area() -> None:
    kept = finding("REF203")
    assert apply([finding("DAT401"), finding("DAT404"), kept], ignoring("DAT")) == [kept]


def test_a_gathered_finding_moves_to_the_next_place_that_is_not_silenced() -> None:
    (left,) = apply([finding("REF201", "a.xml", "a.xml", "b.xml")], ignoring("REF201"))
    assert left.location == Location("b.xml", 5)
    assert left.related == ()


def test_a_gathered_finding_loses_its_silenced_places() -> None:
    (left,) = apply([finding("REF201", "b.xml", "a.xml", "c.xml")], ignoring("REF201"))
    assert left.location.path == "b.xml"
    assert [r.location.path for r in left.related] == ["c.xml"]


def test_a_gathered_finding_goes_when_all_its_places_are_silenced() -> None:
    assert apply([finding("REF201", "a.xml", "a.xml")], ignoring("REF201")) == []


def test_an_instruction_without_effect_is_reported() -> None:
    (left,) = apply([], ignoring("DAT401"))
    assert left.code == "REF290"
    assert "DAT401" in left.message


def test_an_idle_area_is_reported() -> None:
    assert [d.code for d in apply([], ignoring("COR"))] == ["REF290"]


def test_rules_that_may_not_have_run_are_not_called_idle() -> None:
    assert apply([], ignoring("RNG103", "SCH", "XML104"), RULES) == []


def test_a_code_that_does_not_exist_is_reported_with_its_near_miss() -> None:
    (left,) = apply([finding("DAT401")], ignoring("DAT4O1"))[1:]
    assert left.code == "REF291"
    assert left.hint == 'did you mean "DAT401"?'


def test_a_code_of_any_area_must_exist() -> None:
    (left,) = apply([], ignoring("RNG999"), RULES)
    assert (left.code, left.message) == ("REF291", 'there is no rule "RNG999" to ignore')
    assert left.hint == "tei-edition explain RNG lists the rules of this area"
    (left,) = apply([], ignoring("XM104"), RULES)
    assert left.hint == 'did you mean "XML104"?'


def test_codes_and_areas_in_any_case() -> None:
    found = instructions(document("<TEI><?tei-edition ignore ref201 dat everything?></TEI>"))
    assert [ignore.code for ignore in found] == ["REF201", "DAT", "everything"]


def test_other_words_than_ignore_are_reported() -> None:
    (only,) = instructions(document("<TEI><?tei-edition silence REF201?></TEI>"))
    (left,) = apply([], {"a.xml": (only,)})
    assert left.code == "REF291"
    assert "silence REF201" in left.message
