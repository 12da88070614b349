"""Breakages of nearness, errands, ways to school, light, inequality and cost."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

SPATIAL: Final = "spatial/indicators"
TESTS: Final = "tests/spatial/indicators"
CARRIED: Final = "tests/spatial/network/test_carried.py"
SIDES: Final = "tests/spatial/network/test_road_sides.py"
REACH_LAWS: Final = f"{TESTS}/test_reach_laws.py"


def _of(name: str, module: str, before: str, after: str) -> Mutation:
    """Break an indicator, and hold its mirror test to it."""
    return Mutation(name, f"{SPATIAL}/{module}.py", before, after, (f"{TESTS}/test_{module}.py",))


STEPS: Final = (
    Mutation(
        "of two ways as long the higher is taken",
        "spatial/network/carried.py",
        "(onward[head], way[head]) <= (node, along)",
        "(onward[head], way[head]) >= (node, along)",
        (CARRIED,),
    ),
    Mutation(
        "steps go over closed pieces",
        "spatial/network/carried.py",
        "if not (any_closed and arcs.closed[piece]):",
        "if piece >= 0:",
        (CARRIED,),
    ),
    Mutation(
        "overlay steps are numbered one too low",
        "spatial/network/carried.py",
        "np.int32(piece_count + arc)",
        "np.int32(piece_count + max(arc - 1, 0))",
        (CARRIED,),
    ),
    Mutation(
        "the dearest state is gone on in",
        "spatial/network/carried.py",
        "best = min(best, adds[node, state, later] + out[onward[node], later])",
        "best = max(best, adds[node, state, later] + out[onward[node], later])",
        (CARRIED,),
    ),
    Mutation(
        "what a door's own step would add is counted",
        "spatial/network/carried.py",
        "out[node] = 0",
        "out[node] = adds[node, 0, 0]",
        (CARRIED,),
    ),
    Mutation(
        "the last connector of a home is taken for the best",
        "spatial/network/carried.py",
        "np.lexsort((points.nodes, total, point))[::-1]",
        "np.lexsort((points.nodes, total, point))",
        (CARRIED,),
    ),
    Mutation(
        "who passes a node is told from the door outwards",
        "spatial/network/carried.py",
        "for k in range(len(order) - 1, -1, -1):",
        "for k in range(len(order)):",
        (CARRIED,),
    ),
)

WAYS: Final = (
    Mutation(
        "a side is swapped when a road is left",
        "spatial/network/road_sides.py",
        "goes + later * _BESIDE_RAD",
        "goes - later * _BESIDE_RAD",
        (SIDES,),
    ),
    Mutation(
        "junctions are gone round one way only",
        "spatial/network/road_sides.py",
        "return min(passed, len(arms) - passed)",
        "return passed",
        (SIDES,),
    ),
    Mutation(
        "nobody is helped over a road",
        "spatial/network/road_sides.py",
        "if middle in roads.controlled:",
        "if middle in ():",
        (SIDES,),
    ),
    Mutation(
        "paths count as roads",
        "spatial/network/road_sides.py",
        "if facts.street_class not in ROAD_CLASSES:",
        "if not facts.street_class:",
        (SIDES,),
    ),
    Mutation(
        "a fast road is faster than it says",
        "spatial/network/road_sides.py",
        "facts.speed_kmh >= fast_kmh",
        "facts.speed_kmh > fast_kmh",
        (SIDES,),
    ),
    Mutation(
        "changed roads stay as fast as they were",
        "spatial/network/road_sides.py",
        "found.get(node, {}).pop((way, 1 if forward else -1), None)",
        "found.get(node, {}).get((way, 1 if forward else -1), None)",
        (SIDES,),
    ),
    Mutation(
        "lamps reach over the whole street",
        "spatial/network/way_table.py",
        "if begin <= low and high <= end:",
        "if begin <= high and low <= end:",
        (f"{TESTS}/test_lit_share.py",),
    ),
    Mutation(
        "what nobody knows of is dark",
        "spatial/network/way_table.py",
        "unlit += length if facts.lit is False else 0",
        "unlit += length if not facts.lit else 0",
        (f"{TESTS}/test_lit_share.py",),
    ),
    Mutation(
        "every piece of a tunnel is a tunnel",
        "spatial/daily_routes.py",
        "self.summed((now & ~then).astype(np.int64))",
        "self.summed(now.astype(np.int64))",
        (f"{TESTS}/test_underpasses_on_route.py",),
    ),
)

INDICATORS: Final = (
    _of(
        "what cannot be reached pulls",
        "gravity_access",
        "np.where(times_ms < UNREACHABLE_MS, np.rint(weakened * PARTS), 0.0)",
        "np.where(times_ms <= UNREACHABLE_MS, np.rint(weakened * PARTS) + 1, 0.0)",
    ),
    Mutation(
        "sums of the baseline are taken over where ways have changed",
        f"{SPATIAL}/gravity_access.py",
        "~situation.times[mode].table.touched[rows[standing]]",
        "(rows[standing] >= 0)",
        (REACH_LAWS,),
    ),
    _of(
        "one kind out of reach is left out of the mean",
        "proximity_time",
        "(nearest == UNREACHABLE_MS).any(axis=1)",
        "(nearest == UNREACHABLE_MS).all(axis=1)",
    ),
    _of(
        "the last metre to a station does not count",
        "station_proximity",
        "times_ms <= distance_m",
        "times_ms < distance_m",
    ),
    Mutation(
        "the last metre to a stop does not count",
        "spatial/transit_service.py",
        "between(homes, here) <= near_ms",
        "between(homes, here) < near_ms",
        (f"{TESTS}/test_transit_service_class.py",),
    ),
    Mutation(
        "a train is a bus",
        "spatial/transit_service.py",
        "of_kind = (situation.places.category == category)",
        "of_kind = np.isin(situation.places.category, (_STOP, _STATION))",
        (f"{TESTS}/test_transit_service_class.py",),
    ),
    Mutation(
        "a removed stop still serves those whose times are the same",
        "spatial/transit_service.py",
        "        same[:] = False\n",
        "        pass\n",
        (f"{TESTS}/test_transit_service_class.py",),
    ),
    Mutation(
        "times that changed are taken from before",
        "spatial/transit_service.py",
        "same[same] = ~situation.times[Mode.WALK].table.touched[homes[same]]",
        "same[same] = True",
        (f"{TESTS}/test_transit_service_class.py",),
    ),
    _of(
        "very high is high",
        "transit_service_class",
        "(an_hour >= HIGH_AN_HOUR).all(axis=1)",
        "(an_hour >= HIGH_AN_HOUR).any(axis=1)",
    ),
    _of(
        "ten an hour is not high yet",
        "transit_service_class",
        "(best >= HIGH_AN_HOUR)",
        "(best > HIGH_AN_HOUR)",
    ),
    _of(
        "seats are shared with the area alone",
        "school_competition",
        "wanted = (demand[:, None] * reach).sum(axis=0)",
        "wanted = (demand[:1, None] * reach[:1]).sum(axis=0)",
    ),
    _of(
        "an unknown school has no seats",
        "school_competition",
        "np.where(np.isnan(capacity) & (assumed > 0), assumed, capacity)",
        "np.where(np.isnan(capacity), assumed, capacity)",
    ),
    _of(
        "an assumed size counts as known",
        "school_competition",
        "(reach & np.isnan(capacity)).any(axis=1)",
        "(reach & np.isnan(supply)).any(axis=1)",
    ),
    _of(
        "the area's own residents choose too",
        "attraction_share",
        "~situation.in_area & (situation.weights > 0)",
        "(situation.weights > 0)",
    ),
    _of(
        "what is further is chosen more",
        "attraction_share",
        "np.exp(further_ms * (-decay_per_min / MS_PER_MINUTE))",
        "np.exp(further_ms * (decay_per_min / MS_PER_MINUTE) * 1e-3)",
    ),
    _of(
        "gone facilities are mixed in",
        "function_mix",
        "places.inside & (places.category >= 0)",
        "places.inside",
    ),
    _of(
        "Gini counts homes and not people",
        "inequality",
        "rank = 2 * np.cumsum(weights) - weights - total",
        "rank = 2 * np.cumsum(weights) - total",
    ),
    _of(
        "the lowest home is counted whole",
        "inequality",
        "np.clip(limit - TENTHS * (ends - weights), 0, TENTHS * weights)",
        "np.where(limit > TENTHS * (ends - weights), TENTHS * weights, 0)",
    ),
    _of(
        "who has no value has none of it",
        "inequality",
        "numbers[numbers < 0] = np.nan",
        "numbers[numbers < 0] = 0.0",
    ),
    Mutation(
        "a grant is paid twice",
        "spatial/cost_estimate.py",
        "found.foundation_kr * local_kr_per_grant_kr",
        "2 * found.foundation_kr * local_kr_per_grant_kr",
        (f"{TESTS}/test_cost.py",),
    ),
    Mutation(
        "what private builders pay is local money",
        "spatial/cost_estimate.py",
        "for payer in LOCAL_PAYERS",
        "for payer in PAYERS",
        (f"{TESTS}/test_cost.py",),
    ),
    Mutation(
        "a stated price is one of several",
        "spatial/cost_items.py",
        "items = (replace(items[0]",
        "items = (*items[1:], replace(items[0]",
        (f"{TESTS}/test_cost.py",),
    ),
    Mutation(
        "owners pay what the foundation pays",
        "spatial/cost_estimate.py",
        "(kr - grant) * item.parts",
        "kr * item.parts",
        (f"{TESTS}/test_cost.py",),
    ),
    Mutation(
        "what has no quantity is free",
        "spatial/cost_estimate.py",
        "math.fsum(known) if known else None",
        "math.fsum(known)",
        (f"{TESTS}/test_cost.py",),
    ),
    _of(
        "those who move away save time",
        "cost_per_minute",
        "np.minimum(before.weights[homes], after.weights[homes])",
        "before.weights[homes]",
    ),
    Mutation(
        "the gap is turned round",
        f"{SPATIAL}/gap_to_city.py",
        "ratio = area.value / municipality.value",
        "ratio = municipality.value / area.value if area.value else 0.0",
        (f"{TESTS}/test_base.py",),
    ),
)

MUTATIONS: Final = (*STEPS, *WAYS, *INDICATORS)
