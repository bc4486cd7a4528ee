"""A configuration is read whole, or every mistake in it is reported with its line."""

from pathlib import Path

import pytest

from tei_edition.config import load, read
from tei_edition.diagnostics import Diagnostic, Severity
from tei_edition.errors import TeiEditionError


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "edition.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def mistakes(folder: Path, text: str | bytes, **options: object) -> tuple[Diagnostic, ...]:
    with pytest.raises(TeiEditionError) as raised:
        read(written(folder, text), codes=["REF201", "RNG103"], **options)  # type: ignore[arg-type]
    return raised.value.diagnostics


def summary(found: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    return [(d.code, d.location.line, d.location.column) for d in found]


def test_without_a_file_every_key_has_its_default() -> None:
    config = load(None)
    assert config.edition.language == "en"
    assert config.sources.patterns == ()
    assert config.site.directory == "site"
    assert config.require == "well-formed"


def test_the_example_of_this_repository_is_read(repository: Path) -> None:
    config = load(repository / "edition.toml")
    assert config.edition.id == "sino-soviet-alliance"
    assert config.validation.schema_for("tei/documents/x.xml", "TEI") == "schemas/edition.rng"
    assert config.require == "valid"


def test_everything_that_the_reference_names_can_be_given(tmp_path: Path) -> None:
    for name in ("a.rng", "b.rnc", "r.sch", "own.xsl"):
        (tmp_path / name).touch()
    config = load(
        written(
            tmp_path,
            """
            [edition]
            id = "x"
            title = "X"
            language = "zh-Hant"
            base-url = "https://example.org/x"
            licence = "https://example.org/licence"
            editors = [{ name = "A", orcid = "https://orcid.org/0000-0002-1694-233X" }]
            [sources]
            documents = ["d/*.xml"]
            registers = ["r/*.xml"]
            pages = ["p/*.xml"]
            [validation]
            schema = [
              { file = "a.rng", path = "d/**" },
              { file = "a.rng", root = "teiCorpus" },
              "b.rnc",
            ]
            schematron = ["r.sch"]
            [validation.rules]
            REF201 = "off"
            [build]
            require = "well-formed"
            [cmif]
            uuid = "7c3d9a52-3f0e-4c1b-9c0e-5a1d2f3b4c5d"
            publisher = "P"
            email = "a@example.org"
            [site]
            directory = "public"
            stylesheet = "own.xsl"
            """,
        )
    )
    assert config.edition.base_url == "https://example.org/x/"
    assert config.edition.editors[0].orcid == "0000-0002-1694-233X"
    assert config.validation.schema_for("d/x/y.xml", "TEI") == "a.rng"
    assert config.validation.schema_for("e/y.xml", "teiCorpus") == "a.rng"
    assert config.validation.schema_for("e/y.xml", "TEI") == "b.rnc"
    assert config.severity("REF201", Severity.ERROR) is Severity.OFF
    assert config.severity("RNG103", Severity.ERROR) is Severity.ERROR
    assert config.require == "well-formed"


def test_a_configuration_does_not_change() -> None:
    with pytest.raises(ValueError, match="frozen"):
        load(None).edition.title = "other"  # type: ignore[misc]


def test_all_mistakes_are_reported_at_once_with_their_places(tmp_path: Path) -> None:
    found = mistakes(
        tmp_path,
        '[edition]\ntitel = "x"\nid = 3\n'
        'editors = [\n  { name = "A" },\n  { name = "B", orcid = "0000-0002-1825-0098" },\n]\n'
        '[build]\nrequire = "vlid"\n[siet]\n[validation.rules]\nREF999 = "warn"\n',
    )
    assert summary(found) == [
        ("CFG003", 2, 1),
        ("CFG004", 3, 1),
        ("CFG004", 6, 17),
        ("CFG004", 9, 1),
        ("CFG003", 10, 1),
        ("CFG004", 12, 1),
        ("CFG005", 12, 1),
    ]
    assert {d.location.path for d in found} == {"edition.toml"}


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[edition]\ntitel = 'x'", 'unknown key "titel" in "edition"', 'did you mean "title"?'),
        ("[edition]\nbase_url = 'x'", 'unknown key "base_url"', 'did you mean "base-url"?'),
        ("[edition]\nuuid = 'x'", 'unknown key "uuid"', '"uuid" belongs into [cmif]'),
        ("[siet]", 'unknown key "siet" at the top of the file', 'did you mean "site"?'),
        ("zzz = 1", 'unknown key "zzz"', "tables here: edition, sources"),
        ("edition = 1", '"edition" must be a table, not the number 1', ""),
        ("[edition]\neditors = [{}]", '"edition.editors[1].name" is missing', ""),
        ("[edition]\neditors = 'A'", 'must be a list in square brackets, not "A"', ""),
        ("[edition]\ntitle = ''", '"edition.title" must not be empty', ""),
        ("[edition]\ntitle = true", "must be a text in quotation marks", ""),
        ("[edition]\ntitle = 2020-01-01", "not a date or time", ""),
        ("[edition]\ntitle = []", "not a list", ""),
        ("[edition]\nlanguage = 'english language'", "must be a language tag", "it is"),
        ("[edition]\nbase-url = 'example.org'", "must be a web address", 'it is "example.org"'),
        ("[edition]\nid = 'a b'", "must begin with a letter or digit", 'it is "a b"'),
        ("[edition]\neditors = [{name = 'A', orcid = '1'}]", "must be an ORCID iD", ""),
        ("[validation]\nschema = 'a.xsd'", "must name a grammar", ""),
        ("[validation]\nschema = [1]", "must be a table, not the number 1", ""),
        ("[validation.rules]\nREF201 = 'warn'", 'cannot be "warn"', 'did you mean "warning"?'),
        ("[validation.rules]\nREF210 = 'off'", 'no rule "REF210"', 'did you mean "REF201"?'),
        ("[build]\nrequire = 'x'", 'cannot be "x"', "allowed: valid, well-formed"),
        ("[cmif]\nuuid = 'x'", "must be a UUID", ""),
        ("[cmif]\nemail = 'x'", "must be an e-mail address", ""),
        ("[sources]\npages = [1]", '"sources.pages[1]" must be a text', ""),
    ],
)
def test_a_mistake_is_named_with_what_to_do(
    tmp_path: Path, text: str, message: str, hint: str
) -> None:
    (found,) = mistakes(tmp_path, text)
    assert message in found.message
    assert hint in found.hint


def test_a_grammar_that_hides_those_after_it_is_a_mistake(tmp_path: Path) -> None:
    (tmp_path / "a.rng").touch()
    (found,) = mistakes(tmp_path, "[validation]\nschema = ['a.rng', 'a.rng']")
    assert "before its end" in found.message


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("[edition]\ntitle = “x”\n", 2),
        ("[edition]\ntitle = 'x'\ntitle = 'y'\n", 3),
        ("[edition\n", 1),
        ("[edition]\ntitle = '''x", 2),
    ],
)
def test_what_is_not_toml_has_its_line(tmp_path: Path, text: str, line: int) -> None:
    (found,) = mistakes(tmp_path, text)
    assert (found.code, found.location.line) == ("CFG002", line)


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[edition]\nid = 'a'\n[edition]\n", "the table [edition] is there twice", "one heading"),
        ("[a]\n[validation.rules]\n[validation.rules]\n", "[validation.rules] is there", ""),
        ("[edition]\ntitle = 'x'\ntitle = 'y'\n\n", '"title" is given twice', "one of the two"),
        ("[edition]\ntitle = Letters\n", "the value has no quotation marks", 'title = "Letters"'),
        ("[edition]\ntitle = “x”\n", "“ is no quotation mark of TOML", "straight"),
        ("[edition]\ntitle =\n", "a key has no value", ""),
        ("[edition]\ntitle: 'x'\n", "there is no = after the key", 'title = "Letters"'),
        ("[validation]\nschema = 'a\n", "no quotation mark at its end", ""),
        ('[validation]\nschema = "a\\edition.rng"\n', "a backslash in a text", "paths with /"),
        ("[validation]\nschema = ['a',\n", "a list has no end", "ends with ]"),
        ("[validation]\nx = True\n", "True is not written so", "write true"),
        ("[validation\nx = 1\n", "no ] at its end", "[edition]"),
        ("x = 'a' y = 'b'\n", "something follows the value", "one key"),
        ("x = {a = 1,\n b = 2}\n", "this is not TOML: ", "straight quotation marks"),
    ],
)
def test_what_is_not_toml_is_said_in_plain_words(
    tmp_path: Path, text: str, message: str, hint: str
) -> None:
    (found,) = mistakes(tmp_path, text)
    assert message in found.message
    assert hint in found.hint


def test_a_backslash_that_became_a_tab(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, '[validation]\nschema = "schemas\\tei.rng"\n')
    assert found.message == 'the file "schemas\\tei.rng" does not exist'
    assert "write paths with /" in found.hint


def test_the_severity_of_an_area_and_codes_in_any_case(tmp_path: Path) -> None:
    rules = "[validation.rules]\nref = 'info'\nref201 = 'off'\n"
    config = read(written(tmp_path, rules), codes=["REF", "REF201"]).config
    assert config.severity("REF201", Severity.ERROR) is Severity.OFF
    assert config.severity("REF203", Severity.ERROR) is Severity.INFO
    assert config.severity("RNG103", Severity.ERROR) is Severity.ERROR


def test_a_file_in_another_encoding(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, "[edition]\ntitle = 'é'\n".encode("latin-1"))
    assert (found.code, found.location.line) == ("CFG001", 2)


def test_a_file_with_a_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    text = "\ufeff[edition]\r\ntitle = 'x'\r\n"
    assert load(written(tmp_path, text)).edition.title == "x"


def test_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "edition.toml").mkdir()
    with pytest.raises(TeiEditionError, match="cannot be read") as raised:
        load(tmp_path / "edition.toml")
    assert [d.code for d in raised.value.diagnostics] == ["CFG001"]


def test_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "letters.rng").touch()
    found = mistakes(
        tmp_path,
        "[validation]\nschema = 'leters.rng'\nschematron = [\n'nowhere/x.sch']\n"
        "[site]\nstylesheet = 'own.xsl'\n",
    )
    assert summary(found) == [("CFG006", 2, 1), ("CFG006", 4, 1), ("CFG006", 6, 1)]
    assert found[0].hint == 'did you mean "letters.rng"?'


def test_options_win_over_the_file_and_say_so(tmp_path: Path) -> None:
    path = written(tmp_path, "[site]\ndirectory = 'a'\n[edition]\ntitle = 'x'\n")
    found = read(path, options={"site.directory": "b", "validation.schema": "/x/y.rng"})
    assert found.config.site.directory == "b"
    assert found.config.validation.schema_for("x", "y") == "/x/y.rng"
    assert found.origins["site.directory"] == found.origins["validation.schema"] == "option"
    assert found.origins["edition.title"] == "edition.toml:4"
    assert "edition.id" not in found.origins


def test_an_option_does_not_hide_a_mistake_in_its_table(tmp_path: Path) -> None:
    (found,) = mistakes(tmp_path, "site = 'x'", options={"site.directory": "b"})
    assert 'must be a table, not "x"' in found.message


def test_an_editor_without_an_orcid(tmp_path: Path) -> None:
    config = load(written(tmp_path, "edition.editors = [{ name = 'A', orcid = '' }]"))
    assert config.edition.editors[0].orcid == ""


@pytest.mark.parametrize("schema", ["1", "{}", "1970-01-01"])
def test_a_grammar_that_is_none(tmp_path: Path, schema: str) -> None:
    (found,) = mistakes(tmp_path, f"[validation]\nschema = {schema}")
    assert "must be a list in square brackets" in found.message
