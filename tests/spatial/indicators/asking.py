"""Asking for one indicator in tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spatial.assess import Assessment, AssessRequest, assess
from spatial.network.model import Mode

if TYPE_CHECKING:
    from spatial.city import Area
    from tests.spatial.worlds import World


def ask(
    world: World,
    area: Area,
    identity: str,
    *drawn: object,
    modes: tuple[Mode, ...] = (Mode.WALK,),
    detail: tuple[str, ...] = (),
    **settings: float,
) -> Assessment:
    request = AssessRequest(
        area,
        drawn,
        modes=modes,
        detail=frozenset(detail),
        indicators=(identity,),
        settings={identity: settings},
    )
    result = assess(world.city(), request)
    assert result.ok, result.issues
    return result


def pairs(result: Assessment, **how: object) -> list[tuple[object, object]]:
    """Give before and after of the values that match."""
    return [
        (row.baseline, row.proposal)
        for row in result.indicators
        if all(getattr(row, name) == how[name] for name in how)
    ]
