"""What can be wrong with a file before it is looked at as TEI (area XML)."""

from tei_edition.diagnostics import Rule, Severity

UNREADABLE = Rule(
    "XML101",
    Severity.ERROR,
    "the file cannot be read",
    """The operating system refused to hand over the file: it is gone, you have no permission to
read it, or it is a folder. The other files are dealt with as usual. Check the path and the
permissions, then run the command again.""",
)

EMPTY = Rule(
    "XML102",
    Severity.ERROR,
    "the file is empty",
    """A file without content is often what is left of an interrupted save. Restore the document
from your version control or a backup, or delete the file.""",
)

NOT_XML = Rule(
    "XML103",
    Severity.ERROR,
    "the file is not XML",
    """The file does not begin with XML mark-up: it may be a picture, a word processor's document
or plain text whose name ends in .xml. Move it elsewhere, give it its true name, or put the text
into a TEI document.""",
    "A letter, in plain text",
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"/>',
)

NOT_WELL_FORMED = Rule(
    "XML104",
    Severity.ERROR,
    "the file is not well-formed XML",
    """XML has a few rules that hold for every document: each start tag has its end tag, elements
are nested and do not overlap, attribute values stand in quotation marks, & and < are written as
&amp; and &lt;. One of them is broken here, so that no program can read the rest of the file. The
place is where the parser noticed; the cause may stand before it. Mend it and run the command
again: a second mistake further down shows itself only then.""",
    "<p>To <persName>Mao</p>",
    "<p>To <persName>Mao</persName></p>",
)

ENCODING = Rule(
    "XML105",
    Severity.ERROR,
    "the file is not in the encoding that it claims",
    """The bytes of the file are not valid in the encoding that its first line declares (UTF-8
where it declares none). The file was probably saved as Windows-1252 or Latin-1. Open it in your
editor, choose the encoding in which the letters look right, and save it as UTF-8.

Or the other way round: the text is in UTF-8, and the first line still names another encoding (an
older one, or UTF-16), so that other programs show Ã¤ for ä or nothing at all. Then only that line
is wrong: write encoding="UTF-8" there, or let `validate --fix` do it. The rest of the file is
checked as the UTF-8 that it is. A file in UTF-16 must say so by a byte order mark or in its first
line; better save it as UTF-8.""",
)

EXTERNAL_ENTITY = Rule(
    "XML106",
    Severity.ERROR,
    "the file refers to an external entity",
    """The document type declaration defines an entity whose text stands in another file or on
another host, and the document uses it. Such entities can reveal files of the machine that reads
them and make the document depend on a place that may vanish, so they are never read. Put the text
itself into the document, or use XInclude.""",
    '<!DOCTYPE TEI [<!ENTITY intro SYSTEM "intro.txt">]><TEI>&intro;</TEI>',
    "<TEI>The introduction.</TEI>",
)

TOO_LARGE = Rule(
    "XML107",
    Severity.ERROR,
    "the file exceeds a safe limit",
    """Elements are nested more than 256 levels deep, one text is longer than ten million
characters, or entities expand to very many times their size. Real letters stay far below; such
files stop programs and are refused. Look for a loop in the program that wrote the file.""",
)

NO_INCLUSION = Rule(
    "XML108",
    Severity.WARNING,
    "an inclusion is not carried out",
    """The document asks for another file by xi:include (XInclude), and the edition has not said
that it wants that: the document is read as if the inclusion were not there. Set xinclude = true in
[sources] of edition.toml, and files of the edition are included; files elsewhere and addresses on
the network never are.""",
    '<div><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="preface.xml"/></div>',
    "<div><p>The preface itself.</p></div>",
)

FAILED_INCLUSION = Rule(
    "XML109",
    Severity.ERROR,
    "a file cannot be included",
    """The document asks for another file by xi:include, and this one cannot be had: it is not
there, not well-formed, outside of the folder of the edition, on the network, or it includes itself.
The document is not
published until then: mend the address, or give an xi:fallback with what is to stand instead.""",
)

RULES = (
    UNREADABLE,
    EMPTY,
    NOT_XML,
    NOT_WELL_FORMED,
    ENCODING,
    EXTERNAL_ENTITY,
    TOO_LARGE,
    NO_INCLUSION,
    FAILED_INCLUSION,
)
