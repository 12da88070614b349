"""People's municipality by its shape, worked out by hand and on the real map of the country."""

from pathlib import Path

import numpy as np
import pytest
from shapely import Point, box

from app.importers.faults import InvalidLayers
from app.importers.tables.files import Table, read_table
from app.importers.tables.municipalities import FIELD, in_municipalities

EAST, NORTH = 700_000, 6_170_000
ROOT = Path(__file__).resolve().parents[3]
AREAS = ROOT / "data" / "geo" / "areas.geojson"
DAGI = ROOT.parent / "shared" / "geo" / "admin" / "kommuner.geojson"


def shapes(codes: list[object], column: str = "KOMKODE") -> Table:
    """Squares of 1 km in a row from west to east."""
    squares = [box(EAST + k * 1000, NORTH, EAST + k * 1000 + 1000, NORTH + 1000) for k in range(9)]
    geometry = np.array(squares[: len(codes)], object)
    return Table("kommuner", {column: np.array(codes, object)}, geometry)


def people(*east_m: float | None) -> Table:
    places = [None if x is None else Point(EAST + x, NORTH + 500) for x in east_m]
    geometry = np.empty(len(places), object)
    geometry[:] = places
    return Table("folk", {"residents": np.ones(len(places))}, geometry)


def codes_of(table: Table) -> list[object]:
    return list(table.columns[FIELD])


def test_everybody_lives_where_their_point_lies() -> None:
    found = in_municipalities(people(1500, 10, 999), shapes(["0169", "0187"]))
    assert codes_of(found) == ["0187", "0169", "0169"]
    assert found.columns["residents"].tolist() == [1, 1, 1]


def test_a_quay_beyond_the_coast_belongs_to_the_nearest() -> None:
    assert codes_of(in_municipalities(people(-900, 2900), shapes(["0169", "0187"]))) == [
        "0169",
        "0187",
    ]


@pytest.mark.parametrize("codes", [["0169", "0187"], ["0187", "0169"]])
def test_on_a_border_the_order_of_the_file_decides_nothing(codes: list[object]) -> None:
    assert codes_of(in_municipalities(people(1000), shapes(codes))) == ["0169"]


def test_a_code_read_as_a_number_gets_its_nought_back() -> None:
    table = in_municipalities(people(500), shapes([np.int64(169)], "kommunekode"))
    assert codes_of(table) == ["0169"]


def test_all_who_live_nowhere_are_told_with_their_place() -> None:
    with pytest.raises(InvalidLayers) as refused:
        in_municipalities(people(500, -1100, None, 5000), shapes(["0169"]))
    assert [fault.feature for fault in refused.value.faults] == ["2", "4"]
    assert all(fault.place is not None for fault in refused.value.faults)


def test_a_municipality_with_no_code_or_half_of_one_is_told() -> None:
    with pytest.raises(InvalidLayers) as refused:
        in_municipalities(people(500), shapes(["0169", None, "Tårnby"]))
    assert [(one.feature, one.value) for one in refused.value.faults] == [
        ("2", "null"),
        ("3", "Tårnby"),
    ]


def test_shapes_without_a_code_are_refused() -> None:
    with pytest.raises(InvalidLayers, match="no column with the code"):
        in_municipalities(people(500), shapes(["0169"], "navn"))


@pytest.mark.skipif(not DAGI.is_file(), reason="needs the municipalities of ../shared/geo/admin")
def test_the_areas_lie_in_the_municipalities_they_say_and_a_hole_in_the_map_is_told() -> None:
    areas, map_of_the_country = read_table(AREAS), read_table(DAGI)
    codes = areas.columns[FIELD]
    there = codes != "0169"
    known = Table(areas.name, {FIELD: codes[there]}, areas.geometry[there])
    found = in_municipalities(Table(areas.name, {}, known.geometry), map_of_the_country)
    assert codes_of(found) == codes_of(known) != []
    # The file at hand lacks Høje-Taastrup, with three of the five areas.
    with pytest.raises(InvalidLayers) as refused:
        in_municipalities(areas, map_of_the_country)
    assert len(refused.value.faults) == 3
