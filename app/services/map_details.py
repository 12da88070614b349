"""Write what the map tells of an area's edge as JSON."""

from collections.abc import Sequence

import numpy as np
from shapely.geometry import mapping

from app.projection import metres_to_lonlat, to_degrees
from spatial.boundary_detail import BoundaryDetail, Gap, RingDetail
from spatial.indicators.severance import LONGEST_M, Detours


def boundary_json(boundary: Sequence[BoundaryDetail]) -> list[dict[str, object]]:
    """Write the ways in and the stretches without, mode by mode."""
    return [
        {
            "mode": row.mode,
            "entrances_baseline": row.entrances_before,
            "entrances_proposal": row.entrances_after,
            "rings": [_ring(ring) for ring in row.rings],
        }
        for row in boundary
    ]


def _ring(ring: RingDetail) -> dict[str, object]:
    places = metres_to_lonlat(np.array([(way.x, way.y) for way in ring.ways]).reshape(-1, 2))
    return {
        "length_m": ring.length_m,
        "ways": [
            {"at_m": way.at_m, "lon": lon, "lat": lat, "state": way.state}
            for way, (lon, lat) in zip(ring.ways, places.tolist(), strict=True)
        ],
        "baseline": [_gap(gap) for gap in ring.before],
        "proposal": [_gap(gap) for gap in ring.after],
    }


def _gap(gap: Gap) -> dict[str, object]:
    return {
        "start_m": gap.start_m,
        "length_m": gap.length_m,
        "geometry": mapping(to_degrees(gap.line)),
    }


def severance_json(found: Detours) -> dict[str, object]:
    """Write the places along the barriers, column by column."""
    columns = {"": found.middles, "from_": found.ends[0], "to_": found.ends[1]}
    places = {}
    for name, xy in columns.items():
        lonlat = metres_to_lonlat(xy)
        places[f"{name}lon"], places[f"{name}lat"] = lonlat[:, 0].tolist(), lonlat[:, 1].tolist()
    return {
        **places,
        "straight_m": found.straight_m.tolist(),
        "baseline_m": found.before_m.tolist(),
        "proposal_m": found.after_m.tolist(),
        "longest_m": float(LONGEST_M),
        "known_share": found.known_share,
    }
