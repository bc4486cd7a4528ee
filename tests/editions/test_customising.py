"""docs/customising.md: each example, built with the same small edition, does what it says."""

import re
import shutil
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import html

from tei_edition.build.progress import SILENT
from tei_edition.diagnostics import Diagnostic
from tei_edition.errors import TeiEditionError
from tei_edition.pipeline import Outcome, build
from tei_edition.project import open_project
from tests.conftest import ROOT

LETTER = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="l{n}">
  <teiHeader>
    <fileDesc><titleStmt><title>Letter {n}</title></titleStmt></fileDesc>
    <profileDesc><correspDesc>
      <correspAction type="sent"><persName>Ada</persName><date when="1904-0{n}-01"/></correspAction>
      <correspAction type="received"><persName>Ben</persName></correspAction>
    </correspDesc></profileDesc>
  </teiHeader>
  <text><body>
    <p>From the <abbr>obs.</abbr> in <rs type="codename">Cassiopeia</rs>, in a <rs>town</rs>.</p>
    <closer><stamp>Urgent</stamp><mood xmlns="urn:example:moods">glad</mood>{more}</closer>
  </body></text>
</TEI>
"""
BLOCK = re.compile(r"^```\w+ (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def example(number: int) -> dict[str, str]:
    """Return the files of a section of the documentation, by their names."""
    text = (ROOT / "docs/customising.md").read_text("utf-8")
    section = re.split(r"^## ", text, flags=re.MULTILINE)[number]
    assert section.startswith(f"{number}. ")
    files: dict[str, str] = {}
    for name, content in BLOCK.findall(section):
        files[name] = files.get(name, "") + content
    assert "edition.toml" in files
    return files


class Edition:
    """A small edition with an example from the documentation, and its site."""

    def __init__(self, folder: Path, number: int) -> None:
        self.folder = folder / "edition"
        for n in (1, 2):
            self.write(f"l{n}.xml", LETTER.format(n=n, more="<stamp/>" if n == 2 else ""))
        for name, content in example(number).items():
            self.write(name, content)

    def write(self, name: str, content: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        text = (self.folder / name).read_text("utf-8")
        assert old in text
        self.write(name, text.replace(old, new))

    def build(self, **options: bool) -> Outcome:
        base = self.folder.parent
        project = open_project(self.folder)
        options = {"progress": SILENT, **options}
        return build(project, output=base / "site", cache=base / "cache", **options)  # type: ignore[arg-type]

    def page(self, path: str) -> html.HtmlElement:
        return html.parse(self.folder.parent / "site" / path).getroot()

    def file(self, path: str) -> str:
        return (self.folder.parent / "site" / path).read_text("utf-8")

    def mistakes(self) -> list[str]:
        """Return what is said of an edition that cannot be built."""
        with pytest.raises(TeiEditionError) as raised:
            self.build()
        return [f"{d.location} {d.code} {d.message}; {d.hint}" for d in raised.value.diagnostics]


Make = Callable[[int], Edition]


@pytest.fixture
def make(tmp_path: Path) -> Make:
    """Return a function that makes the edition of a section."""
    return lambda number: Edition(tmp_path, number)


def wrong(outcome: Outcome) -> list[Diagnostic]:
    return [found for found in outcome.diagnostics if found.severity == "error"]


def made(outcome: Outcome) -> set[str]:
    """Return what was made, with the reasons; data and search apart."""
    return {
        f"{path}: {why}"
        for path, why in outcome.reasons.items()
        if not path.startswith(("data/", "search/"))
    }


def test_a_custom_property(make: Make) -> None:
    edition = make(1)
    assert not wrong(edition.build())
    (sheet,) = edition.page("documents/l1.html").xpath("//link[contains(@href, 'user.css')]/@href")
    assert sheet == "../assets/css/user.css"
    # After all others, and in the layer that wins.
    assert (
        edition.page("index.html")
        .xpath("//link[@rel='stylesheet'][last()]/@href")[-1]
        .endswith("user.css")
    )
    assert edition.file("assets/css/user.css") == (
        '@import url("../../assets/own/look/edition.css") layer(user);\n'
    )
    edition.change("look/edition.css", "34rem", "33rem")
    assert made(edition.build()) == {"assets/own/look/edition.css: changed: content"}
    assert "33rem" in edition.file("assets/own/look/edition.css")


def test_a_style_sheet_in_the_folder_that_is_copied(make: Make) -> None:
    edition = make(1)
    edition.change("edition.toml", "[site]", '[site]\nfiles = "look"')
    edition.write("look/fonts/a.woff2", "font")
    edition.write("look/.DS_Store", "nothing")
    edition.build()
    assert edition.file("fonts/a.woff2") == "font"
    assert '"../../edition.css"' in edition.file("assets/css/user.css")
    assert not (edition.folder.parent / "site/.DS_Store").exists()
    (edition.folder / "look/fonts/a.woff2").rename(edition.folder / "look/fonts/b.woff2")
    outcome = edition.build()
    assert outcome.gone == ("fonts/a.woff2",)
    assert made(outcome) == {"fonts/b.woff2: new"}


def test_a_configuration_key(make: Make) -> None:
    edition = make(2)
    assert not wrong(edition.build())
    page = edition.page("documents/l1.html")
    assert page.get("lang") == "de"
    assert page.xpath("//header//p[@class='site-title']/a/img/@src") == ["../logo.svg"]
    assert page.xpath("//link[@rel='icon']/@href") == ["../logo.svg"]
    home = edition.page("index.html")
    assert home.xpath("//img[@class='site-logo']/@src") == ["logo.svg"]
    assert home.xpath("//figure[@class='home-image']/img/@alt") == ["A dome with a slit"]
    assert edition.file("robots.txt").startswith("User-agent")
    edition.change("files/logo.svg", 'r="4"', 'r="3"')
    assert made(edition.build()) == {"logo.svg: changed: content"}


def test_a_file_may_not_replace_a_page(make: Make) -> None:
    edition = make(2)
    edition.write("files/index.html", "mine")
    outcome = edition.build()
    (found,) = wrong(outcome)
    assert (found.code, found.location.path) == ("OUT105", "index.html")
    assert "mine" not in edition.file("index.html")


def test_a_word_of_the_interface(make: Make) -> None:
    edition = make(3)
    assert not wrong(edition.build())
    home = edition.page("index.html")
    assert "The letters" in home.xpath("//nav//a/text()")
    assert "2 dispatches" in home.xpath("string(//p[@class='home-count'])")
    edition.change("edition.toml", "The letters", "All letters")
    assert "documents/l1.html: changed: site, strings" in made(edition.build())


def test_a_wrong_word_is_told_with_its_line(make: Make) -> None:
    edition = make(3)
    edition.change("edition.toml", "nav.documents", "nav.document")
    edition.change("edition.toml", "{n} dispatches", "{count} dispatches")
    edition.change("edition.toml", "{n} dispatch", "{n dispatch")
    assert edition.mistakes() == [
        'edition.toml:2:1 CFG014 the interface has no word with the key "nav.document"; '
        'did you mean "nav.documents"?\nxslt/locale/en.xml has all keys with their words',
        'edition.toml:3:1 CFG014 "letters.one" has a brace without its partner; '
        "{NAME} is filled in; there is no other",
        'edition.toml:4:1 CFG014 "letters.other" has no place for {count}; '
        "what is filled in here: {n}",
    ]


def test_the_element_table(make: Make) -> None:
    edition = make(4)
    edition.build()
    page = edition.page("documents/l1.html")
    assert page.xpath("string(//*[contains(@class, 'tei-stamp')])") == "[Stamp: Urgent]"
    assert page.xpath("//b/@class") == ["tei-rs codename"]
    assert page.xpath("//span[@class='tei-rs']/text()") == ["town"]
    assert page.xpath("//small/text()") == ["glad"]
    edition.change("edition.toml", "[Stamp: ", "[Seal: ")
    outcome = edition.build()
    assert made(outcome) == {f"documents/l{n}.html: changed: elements and steps" for n in (1, 2)}


def test_a_wrong_element_is_told_with_its_line(make: Make) -> None:
    edition = make(4)
    edition.change("edition.toml", "stamp =", "stampp =")
    edition.change("edition.toml", '"*:mood"', '"mood!"')
    assert edition.mistakes() == [
        'edition.toml:2:1 CFG014 the TEI has no element "stampp"; did you mean "stamp"?\n'
        'write "*:stampp" if it is not the TEI\'s',
        'edition.toml:4:1 CFG014 "mood!" is not the name of an element; '
        "write NAME, NAME[@type='TYPE'], or *:NAME",
    ]


def test_a_stylesheet_of_its_own(make: Make) -> None:
    edition = make(5)
    edition.build()
    page = edition.page("documents/l1.html")
    assert page.xpath("//*[@data-type='codename']/@title") == ["Code name"]
    assert "Printed on request" in page.xpath("string(//footer)")
    edition.change("xslt/custom.xsl", "Printed", "Sent")
    assert "documents/l1.html: changed: stylesheet" in made(edition.build())


def test_a_mistake_in_a_stylesheet_is_told_with_its_line(make: Make) -> None:
    edition = make(5)
    edition.change("xslt/custom.xsl", "<xsl:next-match/>\n    <p>", '<p title="{foo(}">')
    (mistake,) = edition.mistakes()
    assert mistake.startswith("xslt/custom.xsl:17:")
    assert "XPST0003" in mistake


def test_a_step(make: Make) -> None:
    edition = make(6)
    edition.build()
    assert edition.page("documents/l1.html").xpath("//*[contains(@class, 'tei-expan')]/text()") == [
        "observatory"
    ]
    assert "observatory" not in edition.file("documents/l1.xml")
    edition.change("xslt/steps/10-expand.xsl", ">observatory<", ">Observatory<")
    assert made(edition.build()) == {
        f"documents/l{n}.html: changed: elements and steps" for n in (1, 2)
    }


def test_a_mistake_in_a_step_is_told_once_with_its_line(make: Make) -> None:
    edition = make(6)
    step = "xslt/steps/10-expand.xsl"
    edition.change(step, "<expan>observatory<", '<expan><xsl:value-of select="1 idiv 0"/><')
    outcome = edition.build()
    (found,) = [d for d in outcome.diagnostics if d.code == "XSL102"]
    assert (found.location.path, found.location.line) == (step, 11)
    assert "the step failed" in found.message
    assert sorted(r.location.path for r in found.related) == ["l1.xml", "l2.xml"]
    edition.change(step, "1 idiv 0", "1 idiv")
    (mistake,) = edition.mistakes()
    assert mistake.startswith(f"{step}:11:")


@pytest.fixture
def observatory(make: Make, monkeypatch: pytest.MonkeyPatch) -> Edition:
    """Return the edition of the last section, its package installed."""
    edition = make(7)
    package = Path(shutil.move(edition.folder / "package", edition.folder.parent / "package"))
    about = tomllib.loads((package / "pyproject.toml").read_text("utf-8"))["project"]
    info = package / f"{about['name'].replace('-', '_')}-{about['version']}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Name: {about['name']}\nVersion: {about['version']}\n")
    ((group, entries),) = about["entry-points"].items()
    lines = "".join(f"{name} = {value}\n" for name, value in entries.items())
    (info / "entry_points.txt").write_text(f"[{group}]\n{lines}")
    monkeypatch.syspath_prepend(package)
    monkeypatch.delitem(sys.modules, "observatory_letters", raising=False)
    return edition


PACKAGE = "../package/observatory_letters.py"


def test_a_plug_in(observatory: Edition) -> None:
    outcome = observatory.build()
    (found,) = [d for d in outcome.diagnostics if d.code == "OBS101"]
    assert (found.location.path, found.location.line, found.severity) == ("l2.xml", 11, "error")
    assert observatory.file("data/titles.tsv") == "l1\tLetter 1\nl2\tLetter 2\n"
    assert observatory.page("data/index.html").xpath("//td[.='Titles']")
    page = observatory.page("about/shelf-list.html")
    assert page.xpath("//main//a/text()")[-2:] == ["l1", "l2"]
    assert page.xpath("//nav//a[@aria-current]/text()") == ["Shelf list"]
    assert observatory.page("index.html").xpath("//nav//a[.='Shelf list']")


def test_a_changed_plug_in_is_used_at_once(observatory: Edition) -> None:
    observatory.build()
    assert not observatory.build().reasons
    observatory.change(PACKAGE, "the stamp has no words", "nothing stands in the stamp")
    observatory.change(PACKAGE, "record.title}\\n", "record.title}.\\n")
    outcome = observatory.build()
    assert "nothing stands in the stamp" in [d.message for d in outcome.diagnostics]
    assert set(outcome.reasons) == {"data/titles.tsv"}


def test_a_plug_in_that_is_not_there(observatory: Edition) -> None:
    observatory.change("edition.toml", '["observatory"]', '["observatori"]')
    assert observatory.mistakes() == [
        'edition.toml:2:1 CFG015 there is no plug-in "observatori": '
        "no installed package has one of this name; installed: observatory"
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "from collections.abc",
            "import nothing_here\nfrom collections.abc",
            "ModuleNotFoundError",
        ),
        ("PLUGIN = Plugin(", "PLUGIN = dict(", "is no Plugin, but dict"),
        ('"OBS101"', '"REF101"', "the codes that begin with REF are those of tei-edition"),
        ('"OBS101"', '"obs"', '"obs" is no code of three letters and three digits'),
        ('"data/titles.tsv"', '"data/cmif.xml"', "a file data/cmif.xml already"),
    ],
)
def test_a_plug_in_that_cannot_be_used(
    observatory: Edition, old: str, new: str, message: str
) -> None:
    observatory.change(PACKAGE, old, new)
    (mistake,) = observatory.mistakes()
    start = 'edition.toml:2:1 CFG015 the plug-in "observatory" of the package observatory-letters'
    assert mistake.startswith(start)
    assert message in mistake


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '    lines = (f"{record.id}',
            '    1 / 0\n    lines = (f"{record.id}',
            "ZeroDivisionError",
        ),
        (".encode()\n\n\ndef list", "\n\n\ndef list", "gave str where bytes is expected"),
        ("    yield frame.page", '    yield ""\n    yield frame.page', "gave str where Page"),
        ('"Shelf list", {}', '"Shelf list", {"a": b""}', "bytes is not JSON serializable"),
    ],
)
def test_a_plug_in_that_raises_ends_the_build(
    observatory: Edition, old: str, new: str, message: str
) -> None:
    observatory.change(PACKAGE, old, new)
    (mistake,) = observatory.mistakes()
    assert mistake.startswith('edition.toml:2:1 CFG016 the plug-in "observatory" failed: ')
    assert message in mistake


def test_a_check_that_raises_is_told_of_its_document(observatory: Edition) -> None:
    observatory.change(PACKAGE, "place = document", "place = stamp.nowhere or document")
    (found,) = [d for d in observatory.build().diagnostics if d.code == "CFG016"]
    assert found.location.path == "l2.xml"
    assert "AttributeError" in found.message
    assert "observatory_letters.py:" in found.hint
