"""Baseline beside proposal: the one door the service knocks on."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

import numpy as np

from spatial.assessment import (
    DETAILS,
    Assessment,
    AssessRequest,
    EdgeDetail,
    HomeDetail,
    HomeValues,
    Resolution,
    StreetDetail,
    StreetValues,
)
from spatial.boundary_detail import boundary_detail
from spatial.comparison import area_key, compare
from spatial.details import edge_detail, home_detail, street_detail
from spatial.drawing import resolve_drawing
from spatial.errors import InvalidRequest
from spatial.explanations import MOST_HOMES, stories
from spatial.indicators import REGISTRY
from spatial.indicators.severance import detours
from spatial.interventions.base import Issue
from spatial.network.model import Mode
from spatial.tables import CATEGORIES
from spatial.transit.times import serves

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spatial.city import City
    from spatial.comparison import Comparison
    from spatial.indicators import Indicator
    from spatial.indicators.base import IndicatorValue
    from spatial.interventions.base import Intervention
    from spatial.tables import Area

__all__ = [
    "AssessRequest",
    "Assessment",
    "EdgeDetail",
    "HomeDetail",
    "HomeValues",
    "Resolution",
    "StreetDetail",
    "StreetValues",
    "asked_indicators",
    "assess",
    "resolve_only",
]

LONGEST_CUTOFF_MIN: Final = 120


def assess(city: City, request: AssessRequest) -> Assessment:
    """Compute every indicator with and without what is drawn.

    Parameters
    ----------
    city : City
        Never changed; its baselines are computed on first use.
    request : AssessRequest

    Returns
    -------
    Assessment
        Without indicators where an issue is an error.

    Raises
    ------
    InvalidRequest
        Modes, cutoffs or details the engine does not know; all of them at once.
    """
    faults = _faults(request)
    if faults:
        raise InvalidRequest(faults)
    city = city.through(request.lens)
    drawing = resolve_drawing(city, request.interventions)
    if not drawing.ok:
        return Assessment(drawing.issues, drawing.joins)
    comparison = compare(city, request, drawing)
    asked = asked_indicators(request)
    return Assessment(
        (*drawing.issues, *_lens_notes(request), *_transit_notes(city, request)),
        drawing.joins,
        tuple(_seen(city, request, asked, comparison)),
        home_detail(comparison, _per_home(request, asked)) if "homes" in request.detail else None,
        edge_detail(comparison) if "edges" in request.detail else None,
        street_detail(comparison, asked) if "streets" in request.detail else None,
        stories(comparison, request.route_categories, request.route_homes)
        if "routes" in request.detail
        else None,
        boundary_detail(comparison) if "boundary" in request.detail else None,
        detours(comparison)
        if "severance" in request.detail and Mode.WALK in request.modes
        else None,
    )


def _seen(
    city: City, request: AssessRequest, asked: tuple[Indicator, ...], comparison: Comparison
) -> Iterator[IndicatorValue]:
    """Give the numbers; under a lens no walk is better known than what the lens looks at."""
    lens = request.lens
    known = 1.0
    if lens is not None:
        key = ("known", lens.id, area_key(request.area))
        known = city.remember(key, partial(lens.known_share, city, request.area))
    for indicator in asked:
        for value in indicator.compute(comparison):
            if value.mode is Mode.WALK and known < value.known_share:
                yield replace(value, known_share=known)
            else:
                yield value


def _lens_notes(request: AssessRequest) -> Iterator[Issue]:
    by_bike = Mode.TRANSIT in request.modes and request.departures.to_stop is Mode.BIKE
    if request.lens is not None and (Mode.BIKE in request.modes or by_bike):
        name_da, name_en = request.lens.name_da, request.lens.name_en
        yield Issue(
            "note",
            "lens_is_for_walking",
            f"“{name_da}” gælder turene til fods; cykelturene er, som de plejer.",
            f"“{name_en}” is a way of walking; trips by bike are as always.",
            value=request.lens.id,
        )


def _transit_notes(city: City, request: AssessRequest) -> Iterator[Issue]:
    if Mode.TRANSIT not in request.modes:
        return
    if city.transit is not None and city.transit.is_modelled:
        yield Issue(
            "note",
            "modelled_timetable",
            "Bus og tog kører efter en modelleret køreplan. Indlæs en rigtig, før tallene bruges.",
            "Buses and trains run by a modelled timetable. Load a real one before you use the"
            " numbers.",
        )
    table = city.through(None).transit
    told = 0.0 if table is None or table.no_wheels is None else table.no_wheels.told_share
    if request.lens is not None and request.lens.on_wheels and serves(city) and told < 1.0:
        yield Issue(
            "note",
            "wheelchairs_not_told",
            "Køreplanen fortæller ikke om alle ture, hvorvidt en kørestol kan komme med. Dem, den"
            " intet siger om, regnes som åbne.",
            "The timetable does not tell of all trips whether they take a wheelchair. Those it"
            " says nothing of count as open.",
            value=f"{told:.2f}",
        )
    if not serves(city):
        yield Issue(
            "note",
            "no_timetable",
            "Der er ingen køreplan for stedet, så ingen tal med bus og tog.",
            "There is no timetable of the place, so no numbers by bus and train.",
        )


def asked_indicators(request: AssessRequest) -> tuple[Indicator, ...]:
    """Give the indicators a request names, in the order of the registry; else the live ones."""
    if request.indicators is None:
        return tuple(indicator for indicator in REGISTRY if indicator.live)
    return tuple(indicator for indicator in REGISTRY if indicator.id in request.indicators)


def _per_home(request: AssessRequest, asked: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    if request.home_indicators is None:
        return asked
    return tuple(indicator for indicator in asked if indicator.id in request.home_indicators)


def resolve_only(
    city: City,
    area: Area,  # noqa: ARG001 - a drawing is asked about for an area, as in `assess`
    interventions: tuple[Intervention, ...],
) -> Resolution:
    """List issues and joining points of a drawing without computing anything."""
    drawing = resolve_drawing(city, interventions)
    return Resolution(drawing.issues, drawing.joins)


def _faults(request: AssessRequest) -> tuple[str, ...]:
    faults = [
        f"mode {mode!r} is not known; use walk, bike or transit"
        for mode in request.modes
        if mode not in set(Mode)
    ]
    if not request.modes or len(set(request.modes)) < len(request.modes):
        faults.append(f"modes {request.modes!r} must name each mode once, and at least one")
    cutoffs = request.cutoffs_min
    if not cutoffs or len(set(cutoffs)) < len(cutoffs):
        faults.append(f"cutoffs_min {cutoffs!r} must name each cutoff once, and at least one")
    faults += [
        f"cutoff {cutoff!r} must be whole minutes from 1 to {LONGEST_CUTOFF_MIN}"
        for cutoff in cutoffs
        if not isinstance(cutoff, (int, np.integer)) or not 1 <= cutoff <= LONGEST_CUTOFF_MIN
    ]
    faults += [
        f"detail {name!r} is not known; use {' or '.join(sorted(DETAILS))}"
        for name in sorted(request.detail - DETAILS)
    ]
    return (
        *faults,
        *_indicator_faults(request),
        *_setting_faults(request),
        *_route_faults(request),
    )


def _route_faults(request: AssessRequest) -> Iterator[str]:
    for category in request.route_categories or ():
        if category not in CATEGORIES:
            yield f"category {category!r} is not known; use one of {', '.join(CATEGORIES)}"
    if not 1 <= request.route_homes <= MOST_HOMES:
        yield f"route_homes {request.route_homes!r} must be from 1 to {MOST_HOMES}"


def _indicator_faults(request: AssessRequest) -> Iterator[str]:
    known = {indicator.id for indicator in REGISTRY}
    for identity in (*(request.indicators or ()), *(request.home_indicators or ())):
        if identity not in known:
            yield f"indicator {identity!r} is not known"


def _setting_faults(request: AssessRequest) -> Iterator[str]:
    registry = {indicator.id: indicator for indicator in REGISTRY}
    for identity, settings in request.settings.items():
        if identity not in registry:
            yield f"indicator {identity!r} is not known"
            continue
        for name, value in settings.items():
            parameter = registry[identity].parameters.get(name)
            if parameter is None or parameter.low is None or parameter.high is None:
                yield f"{identity} has no parameter {name!r} that can be set"
            elif not parameter.low <= value <= parameter.high:
                yield f"{identity}: {name} {value!r} is not in {parameter.low} to {parameter.high}"
