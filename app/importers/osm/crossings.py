"""What helps a walker over a street where ways meet: a light, a zebra, a refuge, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from app.importers.geo_rows import Control

SIGNAL_REACH_M: Final = 25.0
"""Lights stand at the stop lines; the junction between them has a node of its own."""
_MARKED: Final = frozenset({"zebra", "marked", "uncontrolled"})
_PLAIN: Final = frozenset({"unmarked", "no", "informal"})


def crossing_control(tags: Mapping[str, str]) -> Control | None:
    """Read the control of a node; None where it is no crossing or nobody says."""
    if tags.get("highway") == "traffic_signals":
        return "signal"
    told = tags.get("crossing", "")
    if tags.get("highway") != "crossing" and not told:
        return None
    if told == "traffic_signals" or tags.get("crossing:signals") == "yes":
        return "signal"
    markings = tags.get("crossing:markings", "no")
    if told in _MARKED or tags.get("crossing_ref") == "zebra" or markings != "no":
        return "zebra"
    if tags.get("crossing:island") == "yes":
        return "refuge"
    return "none" if told in _PLAIN else None


def controls_at(
    places: Mapping[int, tuple[float, float]],
    controls: Mapping[int, Control],
    signals: NDArray[np.float64],
) -> dict[int, Control]:
    """Give the control of each node where ways end: its own, or that of the lights around it.

    Parameters
    ----------
    places
        Where the nodes lie that ways end at, EPSG:25832.
    signals
        Where lights stand, shape (n, 2).
    """
    found = {node: controls[node] for node in places if node in controls}
    asked = [node for node in places if node not in found]
    if not asked or len(signals) == 0:
        return found
    points = shapely.points([places[node] for node in asked])
    tree = shapely.STRtree(shapely.points(signals))
    near = np.unique(tree.query(points, "dwithin", SIGNAL_REACH_M)[0])
    return found | dict.fromkeys([asked[at] for at in near.tolist()], "signal")
