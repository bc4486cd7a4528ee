"""One mistake is told once: what the grammar and a rule say of one value, and what follows."""

from tei_edition.checks.consequences import told_once
from tei_edition.diagnostics import ALSO_HERE, Diagnostic, Edit, Fix, Location, Related, Severity

FIX = Fix("write it", (Edit(1, 5, 1, 6, "x"),))


def finding(code: str, column: int = 5, path: str = "a.xml", **more: object) -> Diagnostic:
    message = f"{code} says so"
    return Diagnostic(code, Severity.ERROR, message, Location(path, 1, column), **more)  # type: ignore[arg-type]


def test_the_grammar_speaks_with_what_the_rule_knows() -> None:
    grammar = finding("RNG109", hint="allowed here: a form")
    rule = finding("DAT401", hint='did you mean "x"?\nlook at the source', fixes=(FIX,))
    (told,) = told_once([rule, grammar])
    assert told.code == "RNG109"
    assert told.hint == 'allowed here: a form\nDAT401 says so\ndid you mean "x"?'
    assert told.fixes == (FIX,)


def test_what_the_grammar_means_goes_before_what_the_rule_means() -> None:
    (told,) = told_once(
        [finding("RNG109", hint='did you mean "y"?'), finding("DAT402", hint='did you mean "x"?')]
    )
    assert told.hint == 'did you mean "y"?'


def test_a_rule_that_speaks_of_several_places_is_told_unless_the_grammar_has_them_all() -> None:
    rule = finding("REF201", related=(Related(Location("b.xml", 1, 5), ALSO_HERE),))
    here, there = finding("RNG109"), finding("RNG109", path="b.xml")
    assert rule in told_once([rule, here])
    told = told_once([rule, here, there])
    assert [each.code for each in told] == ["RNG109", "RNG109"]
    assert all(each.hint == "REF201 says so" for each in told)


def test_another_place_or_another_kind_of_finding_is_left_alone() -> None:
    found = [finding("RNG109"), finding("REF201", 9), finding("SCH101"), finding("RNG103")]
    assert told_once(found) == found


def test_what_follows_from_a_misspelt_type_is_not_told_in_that_file() -> None:
    found = [finding("COR510", 1), finding("COR501", 2), finding("COR501", 2, "b.xml")]
    assert told_once(found) == [found[0], found[2]]
