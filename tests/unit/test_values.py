"""Records keep what they say on their way through a pickle, and nothing else comes with them."""

import os
import pickle
from pathlib import Path

import pytest

from tei_edition.diagnostics import Location
from tei_edition.model import Entity, EntityKind, EntityName, Identifier, Pointer
from tei_edition.values import loads


def entry(path: str, name: object = "Anna") -> Entity:
    return Entity(
        "anna",
        EntityKind.PERSON,
        str(name),
        names=(EntityName(name, "main"),),  # type: ignore[arg-type]
        identifiers=(Identifier("GND", "118540238", "https://d-nb.info/gnd/118540238"),),
        pointers=(Pointer("#bern", "placeName", "ref", Location(path, 3, 4)),),
        location=Location(path, 2, 1),
    )


class Harmful:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch harmed",)


def test_copies_of_an_entry_share_what_they_say() -> None:
    first, second = (loads(pickle.dumps(entry(path))) for path in ("one.xml", "two.xml"))
    assert (first, second) == (entry("one.xml"), entry("two.xml"))
    assert first.names is second.names
    assert first.identifiers is second.identifiers


def test_what_acts_is_not_loaded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for value in (Harmful(), entry("one.xml", Harmful()), (Path("x"),), os.system, loads):
        with pytest.raises(pickle.UnpicklingError, match="is no record"):
            loads(pickle.dumps(value))
    with pytest.raises(pickle.UnpicklingError, match="is no record"):
        loads(b"ctei_edition.__main__\nmain\n.")
    assert not (tmp_path / "harmed").exists()
