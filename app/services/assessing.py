"""Ask the engine what a drawing does, and write its answer as JSON."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from time import perf_counter
from typing import Protocol

import numpy as np
import shapely
from shapely.geometry import mapping

from app.db.models import Area
from app.db.queries.places import engine_area
from app.json_values import json_value
from app.language import Language, Said
from app.problems import Fault, Problem
from app.projection import metres_to_lonlat, to_degrees
from app.schemas.assessment import AssessIn
from app.schemas.departure import departure_json
from app.schemas.settings import set_parameters
from app.services.drawing import DrawnFeature
from app.services.map_details import boundary_json, severance_json
from app.services.routing import story_json
from app.version import VERSION
from spatial.assess import (
    AssessRequest,
    HomeDetail,
    HomeValues,
    StreetDetail,
    StreetValues,
    asked_indicators,
    assess,
    resolve_only,
)
from spatial.assessment import Assessment, EdgeDetail
from spatial.city import City
from spatial.indicators.base import IndicatorValue
from spatial.interventions.base import Intervention, Issue, Join
from spatial.lenses import BY_ID, Lens
from spatial.network.model import Mode
from spatial.transit.table import Departures
from spatial.units import UNREACHABLE_MS

_HOMES_MISSING = -1


@dataclass(frozen=True, slots=True)
class Question:
    """What to compute of a drawing."""

    modes: tuple[Mode, ...]
    cutoffs_min: tuple[int, ...]
    detail: frozenset[str]
    indicators: tuple[str, ...] | None = None
    home_indicators: tuple[str, ...] | None = None
    settings: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    route_categories: tuple[str, ...] | None = None
    route_homes: int = 5
    lens: Lens | None = None
    departures: Departures = field(default_factory=Departures)


def question_of(fields: AssessIn) -> Question:
    """Read what a body asks for."""
    return Question(
        modes=tuple(dict.fromkeys(fields.modes)),
        cutoffs_min=tuple(sorted(set(fields.cutoffs_min))),
        detail=frozenset(detail.value for detail in fields.detail),
        indicators=_ids(fields.indicators),
        home_indicators=_ids(fields.home_indicators),
        settings=set_parameters(fields.parameters),
        route_categories=_ids(fields.route_categories),
        route_homes=fields.route_homes,
        lens=lens_of(fields.lens),
        departures=fields.departure.departures(),
    )


def lens_of(identity: str | None) -> Lens | None:
    """Give the lens with an id that a schema has checked."""
    return None if identity is None else BY_ID[str(identity)]


def _ids(asked: Sequence[str] | None) -> tuple[str, ...] | None:
    return None if asked is None else tuple(str(identity) for identity in asked)


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question is about: an area in its city, and where its features stood in the body."""

    dataset: str
    city: City
    area: Area
    features: tuple[DrawnFeature, ...]

    @property
    def interventions(self) -> tuple[Intervention, ...]:
        """The drawing as the engine takes it."""
        return tuple(
            Intervention(feature.id, feature.kind, feature.metres, feature.properties)
            for feature in self.features
        )


def answer(subject: Subject, question: Question, language: Language) -> dict[str, object]:
    """Compute what a drawing does.

    Raises
    ------
    Problem
        ``invalid-interventions``, where the engine finds an error in the drawing.
    """
    began = perf_counter()
    request = AssessRequest(
        area=engine_area(subject.area),
        interventions=subject.interventions,
        modes=question.modes,
        cutoffs_min=question.cutoffs_min,
        detail=question.detail,
        indicators=question.indicators,
        home_indicators=question.home_indicators,
        settings=question.settings,
        route_categories=question.route_categories,
        route_homes=question.route_homes,
        lens=question.lens,
        departures=question.departures,
    )
    result = assess(subject.city, request)
    if not result.ok:
        raise refusal(subject, result.issues, result.joins, language)
    return {
        "ok": True,
        "dataset": subject.dataset,
        "version": VERSION,
        "area": subject.area.id,
        "parameters": {
            "modes": question.modes,
            "cutoffs_min": question.cutoffs_min,
            "departure": departure_json(question.departures),
            "lens": None if question.lens is None else lens_json(question.lens),
            "indicators": _parameters(request),
        },
        "issues": [issue_json(issue, language) for issue in result.issues],
        "joins": [join_json(join) for join in result.joins],
        "indicators": [indicator_json(value) for value in result.indicators],
        **_details(result),
        "elapsed_ms": round((perf_counter() - began) * 1000, 1),
    }


def lens_json(lens: Lens) -> dict[str, object]:
    """Write a lens with every number in it."""
    return {
        "id": lens.id,
        "name_da": lens.name_da,
        "name_en": lens.name_en,
        "sentence_da": lens.sentence_da,
        "sentence_en": lens.sentence_en,
        "speed_kmh": round(lens.speed_kmh, 3),
        "ms_per_metre": lens.ms_per_metre,
        "burdens": [
            {"id": burden.id, "ms_per_metre": burden.ms_per_metre, "source": burden.source}
            for burden in lens.burdens
        ],
        "source": lens.source,
    }


def _parameters(request: AssessRequest) -> dict[str, dict[str, object]]:
    """Give every parameter an answer was computed with, those left at their default included."""
    return {
        indicator.id: {
            name: json_value(request.settings.get(indicator.id, {}).get(name, parameter.default))
            for name, parameter in indicator.parameters.items()
        }
        for indicator in asked_indicators(request)
    }


def resolve(subject: Subject, language: Language) -> dict[str, object]:
    """Say what can be said of a drawing without computing anything."""
    found = resolve_only(subject.city, engine_area(subject.area), subject.interventions)
    return {
        "ok": found.ok,
        "issues": [issue_json(issue, language) for issue in found.issues],
        "joins": [join_json(join) for join in found.joins],
    }


class Drawn(Protocol):
    """Whatever has a drawing."""

    @property
    def features(self) -> tuple[DrawnFeature, ...]:
        """The features in the order they were sent."""


def refusal(
    subject: Drawn, issues: Sequence[Issue], joins: Sequence[Join], language: Language
) -> Problem:
    """Refuse a drawing, with every error in its place and everything else that was found."""
    positions = {feature.id: index for index, feature in enumerate(subject.features)}
    faults = [_fault(issue, positions) for issue in issues if issue.severity == "error"]
    extra = {
        "ok": False,
        "issues": [issue_json(issue, language) for issue in issues],
        "joins": [join_json(join) for join in joins],
    }
    return Problem("invalid-interventions", faults=faults, extra=extra)


def _fault(issue: Issue, positions: Mapping[str, int]) -> Fault:
    position = None if issue.feature is None else positions.get(issue.feature)
    place = None
    if issue.geometry is not None:
        first = shapely.get_coordinates(to_degrees(issue.geometry))[0]
        place = (float(first[0]), float(first[1]))
    return Fault(
        issue.code,
        pointer="/interventions" if position is None else f"/interventions/features/{position}",
        feature=issue.feature,
        value=issue.value,
        place=place,
        said=Said(issue.message_da, issue.message_en),
    )


def issue_json(issue: Issue, language: Language) -> dict[str, object]:
    """Write an issue in one language, with its place in degrees."""
    geometry = None if issue.geometry is None else mapping(to_degrees(issue.geometry))
    return {
        "severity": issue.severity,
        "code": issue.code,
        "message": issue.message_en if language == "en" else issue.message_da,
        "feature": issue.feature,
        "geometry": geometry,
        "value": json_value(issue.value),
    }


def join_json(join: Join) -> dict[str, object]:
    """Write a joining point in degrees."""
    point = to_degrees(join.point)
    return {"feature": join.feature, "lon": point.x, "lat": point.y, "kind": join.kind}


def indicator_json(value: IndicatorValue) -> dict[str, object]:
    """Write one number before and after."""
    return {
        "id": value.id,
        "mode": value.mode,
        "category": value.category,
        "cutoff_min": value.cutoff_min,
        "variant": value.variant,
        "unit": value.unit,
        "better": value.better,
        "baseline": json_value(value.baseline),
        "proposal": json_value(value.proposal),
        "change": json_value(value.change),
        "known_share": json_value(value.known_share),
    }


def _details(result: Assessment) -> dict[str, object]:
    return {
        "homes": None if result.homes is None else _homes_json(result.homes),
        "edges": None if result.edges is None else _edges_json(result.edges),
        "streets": None if result.streets is None else _streets_json(result.streets),
        "routes": None if result.routes is None else [story_json(row) for row in result.routes],
        "boundary": None if result.boundary is None else boundary_json(result.boundary),
        "severance": None if result.severance is None else severance_json(result.severance),
    }


def _homes_json(homes: HomeDetail) -> dict[str, object]:
    lonlat = metres_to_lonlat(homes.xy)
    return {
        "ids": homes.ids,
        "residents": homes.residents.tolist(),
        "residents_proposal": homes.residents_proposal.tolist(),
        "lon": lonlat[:, 0].tolist(),
        "lat": lonlat[:, 1].tolist(),
        "in_area": homes.in_area.tolist(),
        "values": [_home_values_json(values) for values in homes.values],
    }


def _home_values_json(values: HomeValues) -> dict[str, object]:
    return {
        "indicator": values.indicator,
        "mode": values.mode,
        "category": values.category,
        "cutoff_min": values.cutoff_min,
        "unit": values.unit,
        "baseline": _column(values.baseline),
        "proposal": _column(values.proposal),
    }


def _streets_json(streets: StreetDetail) -> dict[str, object]:
    return {
        "ids": streets.ids.tolist(),
        "drawn_ids": streets.drawn_ids,
        "drawn_geometry": [mapping(to_degrees(line)) for line in streets.drawn_geometry],
        "values": [_street_values_json(values) for values in streets.values],
    }


def _street_values_json(values: StreetValues) -> dict[str, object]:
    return {
        "indicator": values.indicator,
        "mode": values.mode,
        "category": values.category,
        "cutoff_min": values.cutoff_min,
        "variant": values.variant,
        "unit": values.unit,
        "baseline": _column(values.baseline),
        "proposal": _column(values.proposal),
        "drawn": _column(values.drawn),
    }


def _column(values: "np.typing.NDArray[np.generic]") -> list[object]:
    """Write a column; the engine's marks for missing (-1 ms, NaN) become null."""
    if np.issubdtype(values.dtype, np.floating):
        missing = np.isnan(values.astype(np.float64))
        if np.isinf(values.astype(np.float64)).any():
            raise ValueError("a home's value is infinite; the engine marks missing with NaN")
    else:
        missing = np.equal(values, _HOMES_MISSING)
    column = values.astype(object)
    column[missing] = None
    return list(column.tolist())


def _edges_json(edges: EdgeDetail) -> dict[str, object]:
    rows = zip(
        edges.ids,
        edges.states,
        edges.geometry,
        edges.walk_ms.tolist(),
        edges.bike_ms.tolist(),
        strict=True,
    )
    features = [
        {
            "type": "Feature",
            "id": identity,
            "geometry": mapping(to_degrees(line)),
            "properties": {"state": state, "walk_ms": _passable(walk), "bike_ms": _passable(bike)},
        }
        for identity, state, line, walk, bike in rows
    ]
    return {"type": "FeatureCollection", "features": features}


def _passable(time_ms: int) -> int | None:
    return None if time_ms >= UNREACHABLE_MS else time_ms
