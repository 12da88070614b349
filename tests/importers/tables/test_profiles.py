"""Saved profiles: a known register is read with one word, and what it cannot say is told."""

from pathlib import Path
from typing import get_args

import numpy as np
import pytest
import shapely
from shapely import Point

from app.importers.faults import InvalidLayers
from app.importers.geo_rows import (
    Category,
    FacilityRow,
    HomeRow,
    LandCoverKind,
    LandCoverRow,
    Row,
    StreetClass,
)
from app.importers.reading import ReadingNote
from app.importers.registers.road_rows import ROW_TYPES as BESIDE
from app.importers.registers.road_rows import RoadRow
from app.importers.tables.files import Table, read_table
from app.importers.tables.mapping import FieldMapping
from app.importers.tables.meanings import MOST_NAMED, meant, once
from app.importers.tables.profile_files import profile_names, read_profile
from app.importers.tables.rows import fields_of, rows_of
from app.services.loading.asked import FileAsked, known_by

ROW_TYPES: dict[str, type[Row]] = {
    "facilities": FacilityRow,
    "land-cover": LandCoverRow,
    "population": HomeRow,
    "streets": RoadRow,
}
GIVEN = {"place": "here", "source": "register"}
SITES = Path(__file__).resolve().parents[4] / "shared" / "geo" / "sites"


def shops(*kinds: str | None) -> Table:
    places = [Point(712_000 + 10 * at, 6_171_000) for at in range(len(kinds))]
    return Table("shops", {"type": np.array(kinds, object)}, np.array(places, object))


def own_profile(folder: Path, text: str) -> str:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def refusals(name: str) -> list[str]:
    with pytest.raises(InvalidLayers) as refused:
        read_profile(name)
    return [f"{fault.feature}: {fault.message}" for fault in refused.value.faults]


@pytest.mark.parametrize("name", profile_names())
def test_what_ships_names_fields_that_are_there_and_words_that_are_ours(name: str) -> None:
    profile = read_profile(name)
    row_type = ROW_TYPES[profile.kind]
    for mapped, kind in ((profile, row_type), *((b, BESIDE[b.role]) for b in profile.beside)):
        named = {*mapped.columns, *mapped.constants, *mapped.meanings}
        assert named <= set(fields_of(kind))
    assert {"publisher", "licence"} <= profile.source.keys()
    ours = {
        "category": get_args(Category),
        "kind": get_args(LandCoverKind),
        "street_class": get_args(StreetClass),
    }
    for field, words in ours.items():
        assert set(profile.meanings.get(field, {}).values()) <= set(words)
        assert profile.constants.get(field, words[0]) in words
    # Two fields of one column must know the same words, or features would drop out unseen.
    for one in profile.meanings:
        for other in profile.meanings:
            if profile.columns[one] == profile.columns[other]:
                assert profile.meanings[one].keys() == profile.meanings[other].keys()


def test_a_register_of_kinds_becomes_facilities_of_ours() -> None:
    mapping = read_profile("geofa-shops").mapping
    table, notes = meant(shops("bager", "supermarked", "bager", "Toilet", None, "Toilet"), mapping)
    rows = rows_of(table, FacilityRow, mapping, GIVEN)
    assert [(row.category, row.name) for row in rows] == [
        ("retail", "Bager"),
        ("grocery", "Supermarked"),
        ("retail", "Bager"),
    ]
    assert notes == [
        ReadingNote("no-meaning", 2, values={"column": "type", "value": "Toilet"}),
        ReadingNote("no-meaning", 1, values={"column": "type", "value": "None"}),
    ]


def test_a_column_of_strangers_is_told_in_a_few_lines() -> None:
    mapping = read_profile("geofa-shops").mapping
    strangers = [f"navn {number:02d}" for number in range(MOST_NAMED + 5)]
    table, notes = meant(shops("kiosk", *strangers, "navn 24"), mapping)
    assert len(table) == 1
    assert [note.values.get("value") for note in notes[:2]] == ["navn 24", "navn 00"]
    assert notes[MOST_NAMED:] == [ReadingNote("no-meaning-either", 5, values={"words": 5})]


def test_a_register_without_one_known_word_is_refused_rather_than_read_as_empty() -> None:
    with pytest.raises(InvalidLayers) as refused:
        meant(shops("Toilet", "Toilet", "Vandpost"), read_profile("geofa-shops").mapping)
    assert [fault.value for fault in refused.value.faults] == ["Toilet", "Vandpost"]


def test_namesakes_without_keys_are_told_apart_by_place_whatever_their_order() -> None:
    mapping = read_profile("geofa-shops").mapping
    table = shops("bager", "supermarked", "bager")
    turned = Table(table.name, {"type": table.columns["type"][::-1]}, table.geometry[::-1])
    ids = [row.id for row in rows_of(table, FacilityRow, mapping, GIVEN)]
    assert ids == [
        "here-register-bager-712000-6171000",
        "here-register-supermarked",
        "here-register-bager-712020-6171000",
    ]
    assert [row.id for row in rows_of(turned, FacilityRow, mapping, GIVEN)] == ids[::-1]


def test_what_is_there_twice_in_every_word_and_place_is_taken_once_and_told() -> None:
    mapping = read_profile("geofa-shops").mapping
    table = shops("bager", "kiosk", "bager")
    twice = Table(table.name, table.columns, np.array([table.geometry[0]] * 3, object))
    kept, notes = once(twice, mapping)
    assert [row.name for row in rows_of(kept, FacilityRow, mapping, GIVEN)] == ["Bager", "Kiosk"]
    assert notes == [ReadingNote("there-again", 1)]


def test_a_key_that_is_there_twice_is_a_fault_whatever_the_words() -> None:
    table = shops("bager", "bager")
    twice = Table(table.name, table.columns, np.array([table.geometry[0]] * 2, object))
    keyed = FieldMapping({"id": "type", "name": "type"}, {"category": "retail"})
    kept, notes = once(twice, keyed)
    assert (len(kept), notes) == (2, [])
    with pytest.raises(InvalidLayers, match="2 times"):
        rows_of(kept, FacilityRow, keyed, GIVEN)


def test_what_a_person_says_is_stronger() -> None:
    asked = FileAsked(
        "facilities",
        Path("skoler.csv"),
        mapping=FieldMapping({"name": "NAVN", "category": "art"}),
        told={"licence": "CC0"},
    )
    known = known_by(read_profile("institution-register"), asked)
    assert known.mapping.columns == {"id": "INST_NR", "name": "NAVN", "category": "art"}
    assert "category" not in known.mapping.constants
    assert known.told["licence"] == "CC0"
    assert known.told["publisher"].startswith("Institutionsregisteret")


@pytest.mark.parametrize(("said", "spread"), [(None, True), (False, False), (True, True)])
def test_a_person_may_refuse_what_a_profile_would_do(said: bool | None, spread: bool) -> None:
    asked = FileAsked("population", Path("net.gpkg"), over_buildings=said)
    assert known_by(read_profile("dst-squares"), asked).over_buildings is spread


def test_a_profile_of_another_kind_is_refused() -> None:
    with pytest.raises(InvalidLayers, match="forbind load population"):
        known_by(read_profile("dst-squares"), FileAsked("facilities", Path("x.csv")))


def test_a_profile_of_ones_own_and_every_fault_of_it(tmp_path: Path) -> None:
    sound = own_profile(tmp_path, 'about = "Mine"\nkind = "facilities"\n[columns]\nname = "N"\n')
    assert read_profile(sound).mapping == FieldMapping({"name": "N"})
    broken = own_profile(tmp_path, 'kind = 7\ncolour = "red"\n')
    told = refusals(broken)
    assert [line.split(":")[0] for line in told] == ["about", "kind", "colour"]
    assert refusals(own_profile(tmp_path, "kind = "))[0].startswith("None: not TOML")
    assert refusals(str(tmp_path / "none.toml")) == ["None: the file is missing"]
    assert "did you mean “geofa-shops”?" in refusals("geofa-shop")[0]


@pytest.mark.skipif(not SITES.is_dir(), reason="the reference data of ../shared/geo is not here")
@pytest.mark.parametrize(
    ("site", "layer", "profile"),
    [
        ("taastrup", "shops", "geofa-shops"),
        ("esbjerg", "shops", "geofa-shops"),
        ("taastrup", "schools_folkeskoler", "institution-register"),
        ("esbjerg", "services", "geofa-services"),
        ("gladsaxe", "landuse", "geodanmark-land-use"),
    ],
)
def test_every_feature_of_a_real_register_is_taken_or_told(
    site: str, layer: str, profile: str
) -> None:
    mapping = read_profile(profile).mapping
    table = read_table(SITES / f"{site}.gpkg", layer)
    known, unmeant = meant(table, mapping)
    kept, again = once(known, mapping)
    rows = rows_of(kept, ROW_TYPES[read_profile(profile).kind], mapping, GIVEN)
    assert len(rows) > 0
    assert len(rows) + sum(note.count for note in (*unmeant, *again)) == len(table)
    assert all(shapely.is_valid(row.geometry) for row in rows)  # type: ignore[attr-defined]
