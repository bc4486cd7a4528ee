"""The times of stages: passed on, added up, and told."""

import json

from tei_edition.cli.timings import Timings


def test_stages_are_added_up_and_told() -> None:
    timings = Timings()
    for _ in range(2):
        with timings.stage("transform", 3) as stage:
            stage.advance()
    with timings.stage("index", 1):
        pass
    table = timings.as_table(2.0).splitlines()
    assert [line.split()[:2] for line in table[:2]] == [["transform", "6"], ["index", "1"]]
    assert table[-2].startswith("other")
    assert table[-1].split()[-3:] == ["2.00", "s", "100%"]
    read = json.loads(timings.as_json(2.0))
    assert read["seconds"] == 2.0
    assert read["stages"]["transform"]["pieces"] == 6


def test_no_time_at_all_is_no_division_by_nothing() -> None:
    assert Timings().as_table(0.0).splitlines()[-1].split() == ["in", "all", "0.00", "s", "0%"]
