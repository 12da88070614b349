"""Two situations side by side, before and after a drawing, for the indicators to read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from spatial.boundary import rings_after, rings_before
from spatial.measures import HomeMeasures, Places, measure
from spatial.network.model import STREET_MODES, Mode
from spatial.proposal import patch_mode, proposal_times, unchanged_times
from spatial.summaries import summarise, whole_parts
from spatial.tables import CATEGORIES
from spatial.transit.departures import departures_drawn
from spatial.transit.times import serves, timetable_after, transit_times, unchanged_transit
from spatial.units import MS_PER_MINUTE

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from spatial.assessment import AssessRequest
    from spatial.boundary import Ring
    from spatial.city import City
    from spatial.drawing import Drawing
    from spatial.interventions.base import Intervention
    from spatial.network.edits import Edits
    from spatial.network.model import Connectors
    from spatial.network.search import SearchGraph
    from spatial.proposal import PatchedMode, ProposalTimes
    from spatial.summaries import Summary
    from spatial.tables import Area
    from spatial.transit.table import TransitTable
    from spatial.units import BoolArray, Float64Array, Int64Array


@dataclass(frozen=True, slots=True)
class Situation:
    """People and what they reach, before or after.

    Parameters
    ----------
    residents : float64 array, shape (homes,)
    weights : int64 array, shape (homes,)
        The same in whole millionths.
    in_area, in_municipality : bool arrays, shape (homes,)
    places : Places
        The facilities: category, inside the area or not; the base's, then the drawn ones.
    times : dict from Mode to ProposalTimes
    measures : dict from Mode to HomeMeasures
    of_area, of_municipality : dict from Mode to Summary
    rings : dict from Mode to tuple of Ring
        The area's boundary and the ways in across it.
    """

    residents: Float64Array
    weights: Int64Array
    in_area: BoolArray
    in_municipality: BoolArray
    places: Places
    times: dict[Mode, ProposalTimes]
    measures: dict[Mode, HomeMeasures]
    of_area: dict[Mode, Summary]
    of_municipality: dict[Mode, Summary]
    rings: dict[Mode, tuple[Ring, ...]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything an indicator may look at.

    Parameters
    ----------
    modes : tuple of Mode
        Those asked for that go along streets all the way.
    travel_modes : tuple of Mode
        All that are asked for and known here.
    categories : tuple of (row, category)
        Those that some facility has, before or after.
    patched : dict from Mode to PatchedMode
        Empty where the drawing changes no way.
    laid : dict from Mode to PatchedMode
        Also where only homes or facilities are drawn; empty where neither is.
    settings : mapping from indicator id to mapping from parameter to number
        What the request sets otherwise than by default.
    asked : tuple of str or None
        Ids of the indicators the request names; None where it names none.
    interventions : tuple of Intervention
        What is drawn, by id, as the planner drew it.
    more_departures : mapping from int to int
        How many more leave from 6 to 20 at stops and stations, by their rows, drawn ones last.
    """

    city: City
    area: Area
    modes: tuple[Mode, ...]
    travel_modes: tuple[Mode, ...]
    cutoffs_min: tuple[int, ...]
    categories: tuple[tuple[int, str], ...]
    drawing: Drawing
    baseline: Situation
    proposal: Situation
    patched: dict[Mode, PatchedMode]
    laid: dict[Mode, PatchedMode]
    settings: Mapping[str, Mapping[str, float]]
    asked: tuple[str, ...] | None
    interventions: tuple[Intervention, ...]
    more_departures: Mapping[int, int]

    def graph_before(self, mode: Mode) -> SearchGraph:
        """Give the network without the drawing."""
        return self.city.graph(mode)

    def graph_after(self, mode: Mode) -> SearchGraph:
        """Give the network with the drawing; its nodes are the base's, then the overlay's."""
        return self.laid[mode].after if mode in self.laid else self.graph_before(mode)

    def homes_before(self, mode: Mode) -> Connectors:
        """Give the ways between the base's homes and the network."""
        return self.city.home_footing.connectors[mode]

    def homes_after(self, mode: Mode) -> Connectors:
        """Give the ways from all homes to the network with the drawing, drawn homes last."""
        if mode in self.laid:
            return self.laid[mode].closings.homes_out
        return self.homes_before(mode)

    def facilities_before(self, mode: Mode) -> Connectors:
        """Give the ways between the base's facilities and the network."""
        return self.city.facility_footing.connectors[mode]

    def facilities_after(self, mode: Mode) -> Connectors:
        """Give the ways from the network with the drawing to all facilities, drawn ones last."""
        if mode in self.laid:
            return self.laid[mode].closings.facilities
        return self.facilities_before(mode)

    def summary(self, situation: Situation, mode: Mode, homes: BoolArray) -> Summary:
        """Summarise what some homes reach; the area's and the municipality's are at hand."""
        for chosen, ready in (
            (situation.in_area, situation.of_area),
            (situation.in_municipality, situation.of_municipality),
        ):
            if homes is chosen:
                return ready[mode]
        return summarise(situation.measures[mode], situation.weights, homes, self.cutoffs_min)


def area_key(area: Area) -> Hashable:
    """Name an area by what it is, so that a redrawn boundary is another area."""
    return area.id, area.municipality_code, area.geometry.wkb


def compare(city: City, request: AssessRequest, drawing: Drawing) -> Comparison:
    """Set the baseline beside the proposal; the drawing must be without errors."""
    area, edits = request.area, drawing.patch.edits
    cutoffs_min = tuple(sorted(request.cutoffs_min))
    modes, known = _modes_to_search(city, request)
    baseline = _baseline(city, request, known, cutoffs_min)
    people = _people(city, area, edits)
    places = _places(city, area, edits, people)
    same_places = (
        not edits.facilities
        and not edits.homes
        and not edits.removed_facilities
        and np.array_equal(places.others, _places(city, area, None, _before(baseline)).others)
    )
    cutoffs_ms = np.array(cutoffs_min, np.int64) * MS_PER_MINUTE
    timetable = timetable_after(city, drawing)
    laid: dict[Mode, PatchedMode] = {}
    times = baseline.times
    if edits.changes_network or edits.homes or edits.facilities:
        laid = {mode: patch_mode(city, drawing.patch, mode, drawing.closed) for mode in modes}
        times = {mode: proposal_times(city, drawing.patch, laid[mode]) for mode in modes}
        if Mode.TRANSIT in known:
            walk = times[Mode.WALK]
            times[Mode.TRANSIT] = transit_times(city, drawing, walk, request.departures, timetable)
    elif edits.transit and Mode.TRANSIT in known:
        walk = times[Mode.WALK]
        by_transit = transit_times(city, drawing, walk, request.departures, timetable)
        times = {**times, Mode.TRANSIT: by_transit}
    patched = laid if edits.changes_network else {}
    measures = {
        mode: measure(
            times[mode], places, cutoffs_ms, like=baseline.measures[mode] if same_places else None
        )
        for mode in known
    }
    rings = {
        mode: rings_after(city, area, mode, drawing.patch, patched[mode])
        if mode in patched
        else baseline.rings[mode]
        for mode in modes
    }
    present = {*city.facilities.categories, *(place.category for place in edits.facilities)}
    return Comparison(
        city,
        area,
        tuple(mode for mode in request.modes if mode in STREET_MODES),
        tuple(mode for mode in request.modes if mode in known),
        cutoffs_min,
        tuple((row, name) for row, name in enumerate(CATEGORIES) if name in present),
        drawing,
        baseline,
        _situation(people, (places, times), measures, cutoffs_min, rings),
        patched,
        laid,
        request.settings,
        request.indicators,
        tuple(sorted(request.interventions, key=lambda feature: feature.id)),
        _departures_drawn(city, drawing, timetable),
    )


def _departures_drawn(
    city: City, drawing: Drawing, timetable: TransitTable | None
) -> dict[int, int]:
    """Count departures for all, whoever's eyes the trips are seen through."""
    ground = city.through(None)
    after = timetable if ground.transit is city.transit else timetable_after(ground, drawing)
    return departures_drawn(ground, drawing.patch.edits, after)


def _modes_to_search(
    city: City, request: AssessRequest
) -> tuple[tuple[Mode, ...], tuple[Mode, ...]]:
    """Give the modes that streets are searched for, and these with transit where it is asked for.

    Whoever takes the bus walks to it.
    """
    asked = [mode for mode in request.modes if mode in STREET_MODES]
    if Mode.TRANSIT not in request.modes or not serves(city):
        return tuple(asked), tuple(asked)
    if Mode.WALK not in asked:
        asked.append(Mode.WALK)
    return tuple(asked), (*asked, Mode.TRANSIT)


def _before(baseline: Situation) -> People:
    return baseline.residents, baseline.in_area, baseline.in_municipality


def _situation(
    people: People,
    seen: tuple[Places, dict[Mode, ProposalTimes]],
    measures: dict[Mode, HomeMeasures],
    cutoffs_min: tuple[int, ...],
    rings: dict[Mode, tuple[Ring, ...]],
) -> Situation:
    residents, in_area, in_municipality = people
    weights = whole_parts(residents)

    def summaries(homes: BoolArray) -> dict[Mode, Summary]:
        return {
            mode: summarise(counted, weights, homes, cutoffs_min)
            for mode, counted in measures.items()
        }

    return Situation(
        residents,
        weights,
        in_area,
        in_municipality,
        *seen,
        measures,
        summaries(in_area),
        summaries(in_municipality),
        rings,
    )


def _baseline(
    city: City, request: AssessRequest, modes: tuple[Mode, ...], cutoffs_min: tuple[int, ...]
) -> Situation:
    """Give the situation without the drawing, computed once for an area and its cutoffs."""
    area = request.area
    departures = request.departures if Mode.TRANSIT in modes else None

    def compute() -> Situation:
        cutoffs_ms = np.array(cutoffs_min, np.int64) * MS_PER_MINUTE
        people = _people(city, area, None)
        places = _places(city, area, None, people)
        streets = [mode for mode in modes if mode in STREET_MODES]
        times = {mode: unchanged_times(city, mode) for mode in streets}
        if departures is not None:
            times[Mode.TRANSIT] = unchanged_transit(city, times[Mode.WALK], departures)
        measures = {mode: measure(times[mode], places, cutoffs_ms) for mode in modes}
        rings = {mode: rings_before(city, area, mode) for mode in streets}
        return _situation(people, (places, times), measures, cutoffs_min, rings)

    return city.remember(("situation", area_key(area), modes, cutoffs_min, departures), compute)


People = tuple["Float64Array", "BoolArray", "BoolArray"]


def _people(city: City, area: Area, edits: Edits | None) -> People:
    """Give residents, who lives in the area, and who in its municipality."""
    in_area = city.remember(("in area", area_key(area)), lambda: homes_in(city, area))
    in_municipality = np.array(
        [code == area.municipality_code for code in city.homes.municipality_codes], np.bool_
    )
    if edits is None:
        return city.homes.residents, in_area, in_municipality
    residents = city.homes.residents.astype(np.float64)
    for row, shares in edits.kept_shares.items():
        residents[row] *= float(np.prod(shares))
    drawn = np.array([home.residents for home in edits.homes], np.float64)
    xy = np.array([(home.x, home.y) for home in edits.homes], np.float64).reshape(-1, 2)
    drawn_inside = shapely.intersects(area.geometry, shapely.points(xy))
    codes = _codes_of(city, xy)
    drawn_municipality = drawn_inside | (codes == area.municipality_code)
    return (
        np.concatenate((residents, drawn)),
        np.concatenate((in_area, drawn_inside)),
        np.concatenate((in_municipality, drawn_municipality)),
    )


def _codes_of(city: City, xy: Float64Array) -> np.ndarray[tuple[int], np.dtype[np.object_]]:
    """Give drawn homes the municipality of the nearest existing home."""
    codes = np.array(city.homes.municipality_codes, object)
    if len(xy) == 0 or len(codes) == 0:
        return np.full(len(xy), "", object)
    away = ((city.homes.xy[None, :, :] - xy[:, None, :]) ** 2).sum(axis=2)
    nearest: np.ndarray[tuple[int], np.dtype[np.object_]] = codes[np.argmin(away, axis=1)]
    return nearest


def homes_in(city: City, area: Area) -> BoolArray:
    """Tell which homes belong to an area: by their own word, else by where they lie."""
    named = np.array([name == area.id for name in city.homes.area_ids], np.bool_)
    nowhere = np.array([name is None for name in city.homes.area_ids], np.bool_)
    points = shapely.points(city.homes.xy.reshape(-1, 2))
    lying: BoolArray = nowhere & shapely.intersects(area.geometry, points)
    return named | lying


def _places(city: City, area: Area, edits: Edits | None, people: People) -> Places:
    residents, in_area, in_municipality = people
    drawn = () if edits is None else edits.facilities
    rows = {name: row for row, name in enumerate(CATEGORIES)}
    names = [*city.facilities.categories, *(place.category for place in drawn)]
    category = np.array([rows[name] for name in names], np.int64)
    if edits is not None:
        category[np.array(sorted(edits.removed_facilities), np.int64)] = -1
    drawn_xy = np.array([(place.x, place.y) for place in drawn], np.float64).reshape(-1, 2)
    xy = np.vstack((city.facilities.xy.reshape(-1, 2), drawn_xy))
    inside: BoolArray = shapely.intersects(area.geometry, shapely.points(xy))
    others = np.where(in_municipality & ~in_area, whole_parts(residents), 0)
    return Places(category, inside, others, len(CATEGORIES))


def base_homes(situation: Situation, count: int) -> Int64Array:
    """Give the rows of the area's homes that stand in the base."""
    return np.flatnonzero(situation.in_area[:count])
