"""What ten drawn paths contribute, beside asking about every part of the drawing by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np
from shapely.geometry import Point

from bench.agreement import Disagreement
from bench.generated_city import ORIGIN, city_of, closures, links
from bench.measurement import Result, Timing, in_turns, peak_mib
from bench.networks import street_like
from spatial.assess import AssessRequest, assess
from spatial.contributions import Contributions, contributions
from spatial.tables import Area

if TYPE_CHECKING:
    from bench.networks import StreetNetwork
    from spatial.city import City
    from spatial.interventions import Intervention

NODES: Final = 10_000
"""About as many as a town window of the bundled data has."""
FEATURES: Final = 10
TURNS: Final = 5
AROUND_M: Final = 700.0
TIMES_NAIVE: Final = 10.0
Drawing = tuple["Intervention", ...]


def run() -> list[Result]:
    """Measure ten paths, and eight paths with two closures, around the middle of the place."""
    network = street_like(NODES)
    city = city_of(network)
    area = _middle(network)
    paths = _within(area, links(network, 4_000))
    shut = _within(area, closures(network, 2_000))
    drawings = {
        "ten paths": tuple(paths[:FEATURES]),
        "eight paths and two closures": (*paths[: FEATURES - 2], *shut[:2]),
    }
    return [_measure(network, city, area, name, drawn) for name, drawn in drawings.items()]


def _middle(network: StreetNetwork) -> Area:
    place = Point(network.xy.mean(axis=0) + ORIGIN)
    return Area("area", "", place.buffer(AROUND_M), "0000")


def _within(area: Area, drawn: list[Intervention]) -> list[Intervention]:
    return [one for one in drawn if area.geometry.contains(one.geometry)]


def _measure(network: StreetNetwork, city: City, area: Area, name: str, drawn: Drawing) -> Result:
    whole = partial(contributions, city, area, drawn)
    _agree(whole(), city, area, drawn)
    some = _some_parts(drawn)
    ours, naive = in_turns(
        {"Forbind": whole, "parts": lambda: [_medians(city, area, part) for part in some]}, TURNS
    )
    every = 2 ** len(drawn)
    scaled = tuple(seconds * every / len(some) for seconds in naive.seconds)
    peer = Timing(f"{every:,} assessments", scaled)
    result = Result("what ten features contribute", f"{network.name}, {name}", (ours, peer))
    return Result(
        result.bench,
        result.subject,
        result.timings,
        {
            f"at least {TIMES_NAIVE:.0f} times assessing every part": result.ratio(peer.contender)
            >= TIMES_NAIVE
        },
        (f"the peer asks for median times only, {len(some)} parts of {every:,}, scaled up",),
        peak_mib(),
    )


def _some_parts(drawn: Drawing) -> list[Drawing]:
    """Take some parts of every size, where chance puts them."""
    rng = np.random.default_rng(3)
    parts = rng.random((32, len(drawn))) < 0.5  # noqa: PLR2004 - as all parts together are
    return [tuple(one for one, there in zip(drawn, row, strict=True) if there) for row in parts]


Medians = dict[tuple[str | None, str | None], float | None]


def _medians(city: City, area: Area, part: Drawing) -> Medians:
    asked = AssessRequest(area, part, indicators=("travel_time_nearest",))
    return {(row.mode, row.category): row.proposal for row in assess(city, asked).indicators}


def _agree(told: Contributions, city: City, area: Area, drawn: Drawing) -> None:
    """Check the whole, and the whole without each feature, with what assessing them says."""
    by_id = {feature.id: feature for feature in drawn}
    whole = _medians(city, area, drawn)
    lacking = [
        _medians(city, area, tuple(one for one in drawn if one is not by_id[name]))
        for name in told.features
    ]
    for value in told.values:
        key = value.mode, value.category
        if value.id != "travel_time_nearest" or value.left_out is None or key not in whole:
            continue
        for lost, without in zip(value.left_out, lacking, strict=True):
            with_it, without_it = whole[key], without[key]
            if with_it is None or without_it is None or lost != with_it - without_it:
                raise Disagreement(f"{key}: {lost} is not {with_it} - {without_it}")
