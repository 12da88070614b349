"""What a load tells of new, gone and changed rows, against the plainest way to find it."""

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st
from shapely import Point

from app.importers.geo_rows import HomeRow
from app.services.loading import comparing
from app.services.loading.comparing import compare_rows

STATES = st.dictionaries(st.integers(0, 12), st.integers(1, 3), max_size=12)


def homes(state: dict[int, int]) -> list[HomeRow]:
    return [
        HomeRow(
            id=f"home-{number}",
            place="here",
            residents=float(residents),
            homes=None,
            area=None,
            municipality_code="0101",
            source="counts",
            modelled=False,
            geometry=Point(700_000 + number, 6_170_000),
        )
        for number, residents in state.items()
    ]


@given(before=STATES, after=STATES, at_once=st.integers(1, 5))
def test_rows_are_told_apart_however_many_are_held_at_once(
    before: dict[int, int], after: dict[int, int], at_once: int
) -> None:
    with patch.object(comparing, "ROWS_AT_ONCE", at_once):
        found = compare_rows("homes", iter(homes(before)), homes(after))
    gone, new = before.keys() - after.keys(), after.keys() - before.keys()
    both = before.keys() & after.keys()
    changed = {number for number in both if before[number] != after[number]}
    change = found.change
    assert (change.added, change.removed) == (len(new), len(gone))
    assert (change.changed, change.same) == (len(changed), len(both) - len(changed))
    assert found.gone == {f"home-{number}" for number in gone}
    assert change.amount_before == sum(before.values())
    assert change.amount_after == sum(after.values())
    places = sorted(round(shape.x) - 700_000 for shape in found.geometries)
    assert places == sorted([*gone, *new, *changed, *changed])
