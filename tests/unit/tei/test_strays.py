from collections.abc import Callable

from lxml import etree

from tei_edition import tei
from tei_edition.xml import Document

Make = Callable[..., Document]

LETTER = (
    "<teiHeader><profileDesc><correspDesc xmlns=''><correspAction type='sent'>"
    "<persName ref='#a'>Anna</persName></correspAction></correspDesc></profileDesc></teiHeader>"
    "<text><p>I saw <foo xmlns=''>Bert</foo>.</p></text>"
)


def test_elements_without_a_namespace_are_read_and_left_as_they_are(make: Make) -> None:
    document = make(LETTER)
    before = etree.tostring(document.root)
    (record,) = tei.read(document).documents
    (action,) = record.letters[0].actions
    assert [name.form for name in action.names] == ["Anna"]
    assert action.names[0].location.column > 80
    assert etree.tostring(document.root) == before
