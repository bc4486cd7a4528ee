"""Validates files with one engine, as one process: `worker.py ENGINE SCHEMA FILE...`."""

import sys

from lxml import etree


def ours(schema: str, files: list[str]) -> int:
    from tei_edition.relaxng import Schema

    loaded = Schema.from_file(schema)
    parser = etree.XMLParser(collect_ids=False)
    return sum(not loaded.is_valid(etree.parse(each, parser).getroot()) for each in files)


def ours_with_reasons(schema: str, files: list[str]) -> int:
    from tei_edition.relaxng import Schema

    loaded = Schema.from_file(schema)
    parser = etree.XMLParser(collect_ids=False)
    return sum(bool(loaded.findings(etree.parse(each, parser).getroot())) for each in files)


def libxml2(schema: str, files: list[str]) -> int:
    loaded = etree.RelaxNG(etree.parse(schema))
    parser = etree.XMLParser(collect_ids=False)
    return sum(not loaded.validate(etree.parse(each, parser)) for each in files)


ENGINES = {"ours": ours, "ours_with_reasons": ours_with_reasons, "libxml2": libxml2}

if __name__ == "__main__":
    engine, schema, *files = sys.argv[1:]
    print(ENGINES[engine](schema, files), "invalid")
