from collections.abc import Callable

import pytest

from tei_edition.tei import header
from tei_edition.xml import Document

Make = Callable[..., Document]


def with_titles(titles: str) -> str:
    return f"<teiHeader><fileDesc><titleStmt>{titles}</titleStmt></fileDesc></teiHeader>"


def with_profile(profile: str) -> str:
    return f"<teiHeader><profileDesc>{profile}</profileDesc></teiHeader>"


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        ("<title level='s'>Series</title><title level='a'>The letter</title>", "The letter"),
        ("<title>First</title><title type='sub'>Second</title>", "First"),
        ("<title type='sub'>Second</title><title type='main'>First</title>", "First"),
        ("<title level='s'>Series</title>", "Series"),
        ("<title level='a'/>", "one"),
    ],
)
def test_title(make: Make, titles: str, expected: str) -> None:
    assert header.title(make(with_titles(titles)).root, "one") == expected


def test_without_a_title_the_heading_serves(make: Make) -> None:
    content = with_titles("<title/>") + "<text><body><head>Heading</head></body></text>"
    assert header.title(make(content).root, "one") == "Heading"


@pytest.mark.parametrize(
    ("content", "attributes", "expected"),
    [
        (
            with_profile(
                "<textClass><catRef scheme='kind:presentation' target='kind:abstract'/>"
                "<catRef scheme='kind:genre' target='kind:cable'/></textClass>"
            ),
            "",
            "cable",
        ),
        (with_profile("<textClass><catRef target='t.xml#memo'/></textClass>"), "", "memo"),
        (with_profile("<correspDesc/>"), "type='Brief'", "Brief"),
        (with_profile("<correspDesc/>"), "type='document'", "letter"),
        (
            "<teiHeader><fileDesc><sourceDesc><msDesc><physDesc><objectDesc form='postcard'/>"
            "</physDesc></msDesc></sourceDesc></fileDesc></teiHeader>",
            "",
            "postcard",
        ),
        ("<teiHeader/>", "", ""),
    ],
)
def test_kind(make: Make, content: str, attributes: str, expected: str) -> None:
    assert header.kind(make(content, attributes).root) == expected


def test_languages_of_the_file_and_of_the_original(make: Make) -> None:
    content = (
        "<teiHeader><fileDesc><sourceDesc><msDesc><msContents>"
        "<textLang mainLang='ru' otherLangs='zh en'/></msContents></msDesc></sourceDesc></fileDesc>"
        "<profileDesc><langUsage><language ident='en'/></langUsage></profileDesc></teiHeader>"
    )
    root = make(content, "xml:lang='en'").root
    assert header.language(root) == "en"
    assert header.text_languages(root) == ("ru", "zh", "en")
    used = with_profile("<langUsage><language ident='la'/><language ident='pl'/></langUsage>")
    assert header.text_languages(make(used).root) == ("la", "pl")


def test_topics_are_keywords_that_name_nothing(make: Make) -> None:
    content = with_profile(
        "<textClass><keywords><term>radio</term><term>radio</term>"
        "<term><placeName>China</placeName></term></keywords></textClass>"
    )
    assert header.topics(make(content).root) == ("radio",)


def test_summary_is_the_abstract_before_the_note(make: Make) -> None:
    note = "<correspDesc><note>The note.</note></correspDesc>"
    assert header.summary(make(with_profile(note)).root) == "The note."
    both = f"<abstract><p>One.</p><p>Two.</p></abstract>{note}"
    assert header.summary(make(with_profile(both)).root) == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("revision", "status", "changed"),
    [
        (
            "<revisionDesc status='draft'><change when='2024-01-01'/><change when='2025-02-03'/>"
            "</revisionDesc>",
            "draft",
            "2025-02-03",
        ),
        (
            "<revisionDesc><change when='2025-02-03' status='published'/>"
            "<change when='2024' status='draft'/></revisionDesc>",
            "published",
            "2025-02-03",
        ),
        ("", "", ""),
    ],
)
def test_status_and_change(make: Make, revision: str, status: str, changed: str) -> None:
    root = make(f"<teiHeader>{revision}</teiHeader>").root
    assert (header.status(root), header.changed(root)) == (status, changed)


def test_without_changes_the_day_of_publication_counts_but_no_year(make: Make) -> None:
    place = "<teiHeader><fileDesc><publicationStmt>{}</publicationStmt></fileDesc></teiHeader>"
    dated = place.format("<date when='2021'/><date when='2023-08-21'/>")
    assert header.changed(make(dated).root) == "2023-08-21"
    assert header.changed(make(place.format("<date when='2021'/>")).root) == ""


def test_licence_publisher_editors_repository_former_ids(make: Make) -> None:
    content = (
        "<idno type='former'>old</idno>"
        "<teiHeader><fileDesc><titleStmt><title/><editor>A</editor>"
        "<editor><name>B</name><name>C</name></editor><editor>A</editor></titleStmt>"
        "<publicationStmt><publisher>P</publisher><idno type='former'>older</idno><availability>"
        "<licence target='https://creativecommons.org/licenses/by/4.0/'>CC</licence>"
        "</availability></publicationStmt><sourceDesc><msDesc><msIdentifier>"
        "<institution>I</institution><repository>R</repository></msIdentifier></msDesc></sourceDesc>"
        "</fileDesc></teiHeader>"
    )
    root = make(content).root
    assert header.licence(root) == "https://creativecommons.org/licenses/by/4.0/"
    assert header.publisher(root) == "P"
    assert header.editors(root) == ("A", "B", "C")
    assert header.repository(root) == "R"
    assert header.former_ids(root) == ("old", "older")


def test_a_record_of_a_letter_has_no_text(make: Make) -> None:
    record = "<text><body><div type='record'><p>Not reproduced.</p></div>{}</body></text>"
    assert not header.has_text(make(record.format("")).root)
    assert header.has_text(make(record.format("<div><p>Dear</p></div>")).root)
    assert header.has_text(make("<text><body><app><lem>In</lem></app></body></text>").root)
    assert not header.has_text(make("<text><body><head>T</head><p> </p></body></text>").root)


def test_categories_have_labels(make: Make) -> None:
    content = (
        "<teiHeader><classDecl><taxonomy xml:id='genre'><desc>Genres</desc>"
        "<category xml:id='cable'><catDesc><term>Cable</term>: sent by wire</catDesc></category>"
        "<category xml:id='memo'><catDesc>Memorandum</catDesc></category></taxonomy></classDecl>"
        "</teiHeader>"
    )
    assert dict(header.categories(make(content).root)) == {
        "genre": "Genres",
        "cable": "Cable",
        "memo": "Memorandum",
    }
