import csv
import io

from tei_edition.config import Config
from tei_edition.exports import csv as export
from tei_edition.model import Index


def rows(index: Index, config: Config) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export.write(index, config).decode())))


def test_the_columns_are_those_of_csv2cmi(index: Index, config: Config) -> None:
    head = export.write(index, config).decode().splitlines()[0]
    assert head == (
        "sender,senderID,senderPlace,senderPlaceID,senderDate,addressee,addresseeID,"
        "addresseePlace,addresseePlaceID,addresseeDate,edition,key,senderDateText,"
        "addresseeDateText,note"
    )


def test_a_letter(index: Index, config: Config) -> None:
    row = rows(index, config)[0]
    assert row == {
        "sender": "Joseph Stalin; [Central Committee]",
        "senderID": "http://www.wikidata.org/entity/Q855; ",
        "senderPlace": "",
        "senderPlaceID": "",
        "senderDate": "1949-10-14?",
        "addressee": "Mao Zedong",
        "addresseeID": "http://viaf.org/viaf/51699962",
        "addresseePlace": "Beijing",
        "addresseePlaceID": "https://www.geonames.org/1816670",
        "addresseeDate": "[1949-10-14..]",
        "edition": "The Edition",
        "key": "https://example.org/edition/documents/a.html",
        "senderDateText": "14 October",
        "addresseeDateText": "",
        "note": 'Cable, "Filippov" to Mao',
    }


def test_what_is_unknown_is_empty(index: Index) -> None:
    row = rows(index, Config())[1]
    assert (row["addressee"], row["addresseeDate"], row["senderDate"]) == ("", "", "")
    assert (row["senderDateText"], row["key"]) == ("some day in spring", "b")
