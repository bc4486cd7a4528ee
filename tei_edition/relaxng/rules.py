"""The kinds of mistakes that can be found in a document, explained to those who edit it."""

from __future__ import annotations

from tei_edition.diagnostics import Rule, Severity

_TEI = 'xmlns="http://www.tei-c.org/ns/1.0"'
_TITLE = "<titleStmt><title>Letter</title></titleStmt>"
_PUBLICATION = "<publicationStmt><p>not yet published</p></publicationStmt>"
_SOURCE = "<sourceDesc><p>Vienna, archive</p></sourceDesc>"
_HEADER = f"<teiHeader><fileDesc>{_TITLE}{_PUBLICATION}{_SOURCE}</fileDesc></teiHeader>"
_TEXT = "<text><body><p>Thank you.</p></body></text>"


def _p(content: str) -> str:
    return f"<p {_TEI}>{content}</p>"


def _file_desc(*content: str) -> str:
    return f"<fileDesc {_TEI}>{''.join(content)}</fileDesc>"


def _rule(code: str, title: str, text: str, fails: str, passes: str) -> Rule:
    return Rule(code, Severity.ERROR, title, text, fails, passes)


RULES = {
    rule.code: rule
    for rule in (
        _rule(
            "RNG101",
            "the document begins with the wrong element",
            "A schema says which element is the outermost one of a document; in TEI that is TEI "
            "or teiCorpus. Either the file is a different kind of document and needs another "
            "schema, or the outermost element was lost, for instance because only a part of a "
            "letter was copied into the file. Put the missing elements around what is there.",
            f"<text {_TEI}><body><p>Thank you.</p></body></text>",
            f"<TEI {_TEI}>{_HEADER}{_TEXT}</TEI>",
        ),
        _rule(
            "RNG102",
            "the element is not allowed here",
            "The element exists, but not directly inside this one. Usually another element "
            "belongs around it: a name stands in a paragraph and not directly in the body of the "
            "letter, and persName stands in a correspAction and not directly in correspDesc. The "
            "hint names elements that may stand here and that can hold it.",
            f'<correspDesc {_TEI}><persName ref="#a">Anna</persName></correspDesc>',
            f'<correspDesc {_TEI}><correspAction type="sent"><persName ref="#a">Anna</persName>'
            "</correspAction></correspDesc>",
        ),
        _rule(
            "RNG103",
            "the schema does not know this element",
            "No element of this name exists in the schema. Mostly it is a slip of the keys: "
            "upper and lower case count, so persname is not persName. Correct the name in the "
            "start tag and in the end tag. If the element is one of TEI that your project left "
            "out of its schema, choose one that the project uses, or add it to the schema.",
            _p("<persname>Mikoyan</persname>"),
            _p("<persName>Mikoyan</persName>"),
        ),
        _rule(
            "RNG104",
            "the element stands in the wrong order",
            "The element may stand inside this one, but the schema fixes the order of its "
            "children, and this one comes too late. Move it, with all that is in it, in front "
            "of the element that the message names.",
            _file_desc(_TITLE, _SOURCE, _PUBLICATION),
            _file_desc(_TITLE, _PUBLICATION, _SOURCE),
        ),
        _rule(
            "RNG105",
            "a required element is missing",
            "Some elements cannot be without others: a fileDesc needs a titleStmt, a "
            "publicationStmt and a sourceDesc, and a list needs items. Add what the message "
            "names at the place that the hint gives. If you do not know yet what to write in "
            "it, a paragraph with a note to yourself often will do.",
            _file_desc(_TITLE, _SOURCE),
            _file_desc(_TITLE, _PUBLICATION, _SOURCE),
        ),
        _rule(
            "RNG106",
            "text stands where only elements are allowed",
            "Some elements hold other elements only. Text between them has to be put into one "
            "of those, for instance into a paragraph. Often the text is a stray character left "
            "over from typing or copying: then delete it.",
            f"<body {_TEI}>Dear Anna, <p>thank you.</p></body>",
            f"<body {_TEI}><opener><salute>Dear Anna,</salute></opener><p>thank you.</p></body>",
        ),
        _rule(
            "RNG107",
            "the attribute is not allowed here",
            "This element has no attribute of this name, or not together with another one that "
            "is there. Look for a slip of the keys first; the identifier is xml:id and the "
            "language is xml:lang, with the prefix. Otherwise choose one of the attributes that "
            "the hint lists, or say it with an element.",
            _p('<date wehn="1899-08-02">2 August</date>'),
            _p('<date when="1899-08-02">2 August</date>'),
        ),
        _rule(
            "RNG108",
            "a required attribute is missing",
            "The element cannot be understood without this attribute: a milestone has to say "
            "with unit what it marks, and a graphic with url where the image is. Add the "
            "attribute to the start tag.",
            _p("<milestone/>"),
            _p('<milestone unit="section"/>'),
        ),
        _rule(
            "RNG109",
            "the value of the attribute is not allowed",
            "The attribute is right, but not what stands between its quotation marks. Some "
            "attributes take one of a list of words, exactly as written there; others take "
            "values of a certain form. A date is written year, month, day with hyphens and with "
            "all zeros, and can stop after the year or the month.",
            _p('<date when="1899-8-2">2 August</date>'),
            _p('<date when="1899-08-02">2 August</date>'),
        ),
        _rule(
            "RNG110",
            "the text of the element is not allowed",
            "The text of this element must have a certain form, such as a number, a date or a "
            "word of a list, and it has another one. Write it as the hint says; words that "
            "explain it belong somewhere else.",
            "<pages>about ten</pages>",
            "<pages>10</pages>",
        ),
        _rule(
            "RNG111",
            "the name is right, but not its namespace",
            "Elements of the same name can belong to different vocabularies, and the namespace "
            "tells which is meant. All elements of TEI are in http://www.tei-c.org/ns/1.0. "
            "Declare it once on the outermost element, as the hint shows: then it counts for "
            "all that is inside. If only a part of the document is concerned, it was probably "
            "copied from somewhere else with a declaration of its own, which you can delete.",
            f"<TEI>{_HEADER}{_TEXT}</TEI>",
            f"<TEI {_TEI}>{_HEADER}{_TEXT}</TEI>",
        ),
        _rule(
            "RNG112",
            "the element may occur only once",
            "There is a second element of a kind of which there can be one only. Join the two "
            "into one, or delete the one that is too many. Often several things may stand "
            "inside the one element: one titleStmt can have several titles.",
            _file_desc(_TITLE, _TITLE, _PUBLICATION, _SOURCE),
            _file_desc(_TITLE, _PUBLICATION, _SOURCE),
        ),
    )
}
"""The rules by their codes. A code never changes its meaning."""
