"""What is counted as a word of the source, what as one of the page, and what is missing."""

import pytest

from tei_edition.site import words
from tei_edition.xml import Document
from tei_edition.xml.document import parse_bytes


def document(body: str, header: str = "") -> Document:
    found = parse_bytes(
        f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{header}</teiHeader>\n'
        f"<text><body>\n{body}</body></text></TEI>".encode(),
        "a.xml",
    )
    assert isinstance(found, Document)
    return found


def page(text: str, kind: str = "document-text") -> str:
    return (
        f"<!DOCTYPE html><html><body><main><section class='{kind}'>{text}</section></main></body>"
    )


def lost(body: str, text: str) -> list[tuple[str, int]]:
    return [(each.word, each.line) for each in words.lost(document(body), "", page(text))]


def test_nothing_is_lost() -> None:
    assert lost("<p>Dear <hi>fr</hi>iend</p>", "<p>Dear <i>fr</i>iend</p>") == []


def test_a_missing_word_has_its_line() -> None:
    found = lost("<p>one\n<hi>two</hi></p>\n<p>two</p>", "<p>one <i>two</i></p>")
    assert found == [("two", 5)]


def test_words_that_stand_twice_must_be_there_twice() -> None:
    assert lost("<p>rose rose</p>", "<p>rose</p>") == [("rose", 3)]


def test_words_elsewhere_on_the_page_do_not_count() -> None:
    html = page("<p>one</p>").replace("<main>", "<main><h1>two</h1>")
    assert [each.word for each in words.lost(document("<p>one two</p>"), "", html)] == ["two"]


@pytest.mark.parametrize(
    "added",
    [
        '<span class="tei-editorial">[two]</span>',
        '<sup class="tei-noteref"><a>two</a></sup>',
        '<span class="tei-note-label x">two</span>',
        '<h2 id="document-abstract">two</h2>',
    ],
)
def test_words_of_the_interface_do_not_count(added: str) -> None:
    assert lost("<p>one two</p>", f"<p>one {added} </p>") == [("two", 3)]
    assert lost("<p>one three</p>", f"<p>one {added} three</p>") == []


@pytest.mark.parametrize(
    "left_out",
    [
        "<index><term>x</term></index>",
        "<!-- x -->",
        "<gap><desc>x</desc></gap>",
        "<span from='#a'>x</span>",
        "<listPerson><person><persName>x</persName></person></listPerson>",
        "<app><lem>one</lem><rdg wit='#A'>one</rdg></app>",
        "<note><hi>1</hi> one</note>",
    ],
)
def test_what_is_left_out_by_rule(left_out: str) -> None:
    assert lost(f"<p>one{left_out}</p>", "<p>one</p><p>one</p>") == []


def test_a_word_is_one_across_what_is_left_out() -> None:
    assert lost("<p>Wo<!-- x --><index>x</index>rt</p>", "<p>Wort</p>") == []


@pytest.mark.parametrize("body", ["<p><hi>x</hi></p>", "<app><lem>a</lem><rdg>x</rdg></app>"])
def test_what_only_looks_so_is_not_left_out(body: str) -> None:
    assert [word for word, _ in lost(body, "<p>a</p>")] == ["x"]


def test_the_words_of_a_picture_are_its_alternative_text() -> None:
    assert lost("<figure><figDesc>A seal</figDesc></figure>", "<img alt='A seal' src='x'>") == []


def test_abstract_and_remarks_are_text_too() -> None:
    header = "<profileDesc><abstract><p>short</p></abstract></profileDesc>"
    assert [e.word for e in words.lost(document("", header), "", page(""))] == ["short"]
    assert words.lost(document("", header), "", page("short", "document-abstract")) == ()


def test_a_page_of_another_make_is_taken_as_a_whole() -> None:
    html = "<html><body><article>one two</article></body></html>"
    assert words.lost(document("<p>one two</p>"), "", html) == ()
    assert words.lost(document("<p>three</p>"), "", html)


def test_many_missing_words_are_not_all_named() -> None:
    body = f"<p>{' '.join(map(str, range(1000, 2000)))}</p>"
    assert len(words.lost(document(body), "", page(""))) == words.MOST


def test_a_letter_in_a_file_of_many_counts_alone() -> None:
    found = document("<div><p>one</p></div><div><p>two</p></div>")
    position = found.root.getroottree().getpath(found.root[1][0][0])
    assert words.lost(found, position, page("one")) == ()
    assert words.source_words(found, position) == {"one": 1}


def test_the_head_of_a_page_may_stand_over_it() -> None:
    shown = page("<p>text</p>", "prose").replace("<main>", "<main><h1>Who is who</h1>")
    source = document("<head>Who is who</head><p>text</p>")
    assert words.lost(source, "", shown) == ()


def test_highlights_are_shown_as_entries_of_a_list() -> None:
    assert lost('<list type="highlights"><item>one</item></list><p>two</p>', "<p>two</p>") == []
