"""Ask the engine for a home's trips by bus and train, and write its answer as JSON."""

from collections.abc import Iterator

import numpy as np

from app.language import Language
from app.problems import Fault, Problem
from app.projection import metres_to_lonlat
from app.schemas.departure import departure_json
from app.schemas.journeys import JourneysIn
from app.services.assessing import Subject
from app.services.comparing import compared
from app.services.routing import facility_json
from app.version import VERSION
from spatial.comparison import Comparison
from spatial.explanations import home_row, sides_of
from spatial.ground import Ground
from spatial.network.edits import Edits
from spatial.network.model import Mode
from spatial.transit.journeys import (
    Journey,
    Journeys,
    Leg,
    departures_near_home,
    find_journeys,
    nearest_of,
    points_of_category,
)
from spatial.transit.table import Departures, TransitTable
from spatial.transit.times import TransitState, baseline_transit, serves, transit_with
from spatial.transit_service import WITHIN_M
from spatial.units import Float64Array


def journeys(subject: Subject, fields: JourneysIn, language: Language) -> dict[str, object]:
    """Tell the trips of a home to the nearest of a kind, before and after.

    Raises
    ------
    Problem
        Where the home is not known, nothing is known to run, or the drawing has an error.
    """
    if not serves(subject.city):
        raise Problem("invalid-request", faults=[Fault("no_timetable", "/area", value=fields.area)])
    departures = fields.departure.departures()
    comparison = compared(subject, Mode.TRANSIT, fields.lens, (30,), language, departures)
    city, edits = comparison.city, comparison.drawing.patch.edits
    home = home_row(city, [one.feature for one in edits.homes], fields.home)
    if home is None:
        raise Problem("invalid-request", faults=[Fault("unknown_home", "/home", value=fields.home)])
    sides = sides_of(comparison, Mode.WALK)
    told: dict[str, object] = {
        "dataset": subject.dataset,
        "version": VERSION,
        "place": city.place_id,
        "area": subject.area.id,
        "home": fields.home,
        "category": fields.category,
        "departure": departure_json(departures),
        "modelled": city.transit is not None and city.transit.is_modelled,
    }
    standing = home < len(city.homes.ids)
    walk = comparison.baseline.times[Mode.WALK]
    before = baseline_transit(city, walk, departures)
    after = _after(comparison, departures, before)
    none = Edits()
    return {
        **told,
        "baseline": _side(sides.before, before, none, departures, (home, fields.category))
        if standing
        else None,
        "proposal": _side(sides.after, after, edits, departures, (home, fields.category)),
    }


def _after(comparison: Comparison, departures: Departures, before: TransitState) -> TransitState:
    if comparison.proposal.times is comparison.baseline.times:
        return before
    walk = comparison.proposal.times[Mode.WALK]
    return transit_with(comparison.city, comparison.drawing, walk, departures)


def _side(
    ground: Ground,
    state: TransitState,
    edits: Edits,
    departures: Departures,
    asked: tuple[int, str],
) -> dict[str, object] | None:
    home, category = asked
    city = ground.city
    homes, facilities, drawn = len(city.homes.ids), len(city.facilities.ids), len(edits.homes)
    categories = [*city.facilities.categories, *(place.category for place in edits.facilities)]
    chosen = np.flatnonzero(points_of_category(categories, edits.removed_facilities, category))
    # Among all points the drawn homes stand between the facilities and the drawn ones.
    points = homes + chosen + np.where(chosen >= facilities, drawn, 0)
    point = nearest_of(state, home, points)
    if point is None:
        return None
    walks_row = home if home < homes else home + facilities
    found = find_journeys(state, departures, row=home, walks_row=walks_row, point=point)
    row = int(chosen[np.flatnonzero(points == point)[0]])
    within_ms = WITHIN_M * city.paces[Mode.WALK].ms_per_metre
    near = departures_near_home(state, departures, walks_row=walks_row, within_ms=within_ms)
    return {
        "facility": facility_json(ground, row),
        **_journeys_json(state.table, found),
        "near": {
            "first": None if near.first_ms is None else clock_s(near.first_ms),
            "last": None if near.last_ms is None else clock_s(near.last_ms),
            "departures": near.in_window,
        },
    }


def _journeys_json(table: TransitTable, found: Journeys) -> dict[str, object]:
    lonlat = metres_to_lonlat(table.xy)
    return {
        "time_ms": found.time_ms,
        "time_p10_ms": found.time_p10_ms,
        "time_p90_ms": found.time_p90_ms,
        "direct_ms": found.direct_ms,
        "journeys": [_journey_json(table, lonlat, journey) for journey in found.found],
    }


def _journey_json(table: TransitTable, lonlat: Float64Array, journey: Journey) -> dict[str, object]:
    rides = [leg for leg in journey.legs if leg.kind == "ride"]
    return {
        "departs": clock_s(journey.departs_ms),
        "arrives": clock_s(journey.arrives_ms),
        "time_ms": journey.arrives_ms - journey.departs_ms,
        "changes": len(rides) - 1,
        "legs": [_leg_json(table, lonlat, leg) for leg in journey.legs],
    }


def _leg_json(table: TransitTable, lonlat: Float64Array, leg: Leg) -> dict[str, object]:
    line = None if leg.line is None else table.lines[leg.line]
    is_drawn = leg.line is not None and leg.line >= len(table.lines) - table.drawn_lines
    return {
        "kind": leg.kind,
        "line": line,
        "feature": table.line_ids[leg.line] if is_drawn and leg.line is not None else None,
        "departs": clock_s(leg.departs_ms),
        "arrives": clock_s(leg.arrives_ms),
        "time_ms": leg.arrives_ms - leg.departs_ms,
        "stops": list(_stops_json(table, lonlat, leg.stops)),
    }


def _stops_json(
    table: TransitTable, lonlat: Float64Array, stops: tuple[int, ...]
) -> Iterator[dict[str, object]]:
    for stop in stops:
        lon, lat = lonlat[stop].tolist()
        yield {"id": table.ids[stop], "name": table.names[stop], "lon": lon, "lat": lat}


def clock_s(time_ms: int) -> str:
    """Write a time of the day to the second, rounded up; hours go on past 24."""
    seconds = -(-time_ms // 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
