"""What is known of files is only used while all that it came from is as it was."""

import os
import pickle
import zlib
from pathlib import Path

import pytest

from tei_edition.build.fingerprints import Fingerprints
from tei_edition.build.store import Store
from tei_edition.pipeline.examine import Examined, Examiner
from tei_edition.pipeline.facts import Facts
from tei_edition.project import Project, open_project


@pytest.fixture
def store() -> Store:
    return Store(None)


def facts(project: Project, store: Store, engine: str = "engine", **options: bool) -> Facts:
    return Facts(store, Fingerprints(store), project, engine, **options)


def remembered(folder: Path, store: Store) -> dict[str, Examined]:
    project = open_project(folder)
    files = project.sources().files
    known = facts(project, store)
    known.recall(files)
    examined = {file.name: Examiner(project).examine(file) for file in files}
    for file in files:
        known.remember(file, examined[file.name])
    known.save()
    return examined


def recalled(folder: Path, store: Store, **options: bool) -> dict[str, Examined]:
    project = open_project(folder)
    return facts(project, store, **options).recall(project.sources().files)


def test_what_was_found_out_is_known(small: Path, store: Store) -> None:
    examined = remembered(small, store)
    assert len(examined) == 6
    assert recalled(small, store) == examined
    assert recalled(small, store, ignore=True) == {}


def test_another_copy_of_the_folder_knows_the_same(
    small: Path, store: Store, tmp_path: Path
) -> None:
    examined = remembered(small, store)
    assert recalled(small.rename(tmp_path / "elsewhere"), store) == examined


def test_a_changed_file_is_not_known(small: Path, store: Store) -> None:
    remembered(small, store)
    path = small / "letters/l1.xml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    assert set(recalled(small, store)) == {
        "letters/l2.xml",
        "letters/l3.xml",
        "letters/l4.xml",
        "registers/persons.xml",
        "registers/places.xml",
    }


def test_a_changed_schema_makes_everything_unknown(small: Path, store: Store) -> None:
    remembered(small, store)
    path = small / "schema/small.rnc"
    path.write_text(path.read_text("utf-8") + "# changed\n", "utf-8")
    assert recalled(small, store) == {}


def test_a_file_that_a_schema_includes_counts(small: Path, store: Store) -> None:
    text = (small / "schema/small.rnc").read_text("utf-8")
    (small / "schema/inner.rnc").write_text(text, "utf-8")
    (small / "schema/small.rnc").write_text('include "inner.rnc"\n', "utf-8")
    assert len(remembered(small, store)) == len(recalled(small, store)) == 6
    (small / "schema/inner.rnc").write_text(text + "# changed\n", "utf-8")
    assert recalled(small, store) == {}


def test_another_program_and_another_configuration_know_nothing(small: Path, store: Store) -> None:
    remembered(small, store)
    project = open_project(small)
    assert facts(project, store, "another").recall(project.sources().files) == {}
    other = open_project(small, options={"validation.schema": str(small / "schema/small.rnc")})
    assert facts(other, store).recall(other.sources().files) == {}


def test_severities_are_not_looked_at_when_files_are_examined(small: Path, store: Store) -> None:
    remembered(small, store)
    path = small / "edition.toml"
    path.write_text(path.read_text("utf-8") + '\n[validation.rules]\nREF201 = "off"\n', "utf-8")
    assert len(recalled(small, store)) == 6


def test_nothing_is_kept_of_a_file_that_changes_while_it_is_read(small: Path, store: Store) -> None:
    project = open_project(small)
    files = project.sources().files
    known = facts(project, store)
    known.recall(files)
    path = small / "letters/l1.xml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    for file in files:
        known.remember(file, Examiner(project).examine(file))
    known.save()
    assert "letters/l1.xml" not in recalled(small, store)
    assert len(recalled(small, store)) == 5


def test_a_file_that_is_no_xml_is_not_kept(small: Path, store: Store) -> None:
    (small / "letters/l1.xml").write_text("<TEI", "utf-8")
    remembered(small, store)
    assert "letters/l1.xml" not in recalled(small, store)


class Harmful:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("touch harmed",)


@pytest.mark.parametrize(
    "value", [Harmful(), (Harmful(), {}), "no fact", b"", None, Path("x"), Examined(Harmful())]
)
def test_only_our_own_records_are_loaded(
    small: Path, store: Store, value: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    remembered(small, store)
    keys = store.all("facts")
    store.put("facts", dict.fromkeys(keys, b"{}\n" + zlib.compress(pickle.dumps(value))))
    monkeypatch.chdir(tmp_path)
    assert recalled(small, store) == {}
    assert not (tmp_path / "harmed").exists()


def test_a_damaged_record_is_no_fact(small: Path, store: Store) -> None:
    remembered(small, store)
    store.put("facts", {key: value[:-20] for key, value in store.all("facts").items()})
    assert recalled(small, store) == {}


@pytest.mark.parametrize(("address", "known"), [("https://example.org/tei.rng", 6), ("no.rng", 5)])
def test_a_schema_on_another_host_is_no_reason_to_look_again(
    small: Path, store: Store, address: str, known: int
) -> None:
    path = small / "letters/l1.xml"
    text = path.read_text("utf-8").replace("<TEI", f'<?xml-model href="{address}"?>\n<TEI', 1)
    path.write_text(text, "utf-8")
    remembered(small, store)
    assert len(recalled(small, store)) == known
