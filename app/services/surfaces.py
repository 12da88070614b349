"""Ask the engine what a drawing changes for every node, and write its answer as JSON."""

from collections.abc import Iterator
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from app.language import Language
from app.problems import Fault, Problem
from app.projection import metres_to_lonlat
from app.schemas.surface import SurfaceIn
from app.services.assessing import Subject, issue_json, join_json, refusal
from app.version import VERSION
from spatial.city import City
from spatial.drawing import resolve_drawing
from spatial.model_bundle import node_name
from spatial.network.model import Mode
from spatial.surface import SurfaceChange
from spatial.surface.of_city import drawn_surface
from spatial.tables import CATEGORIES
from spatial.units import UNREACHABLE_MS, Int32Array, Int64Array

MOST_VALUES = 2_000_000


@dataclass(frozen=True, slots=True)
class SurfaceQuestion:
    """What to tell of every node; cutoffs ascend."""

    mode: Mode
    categories: tuple[str, ...]
    cutoffs_min: tuple[int, ...]


def surface_question(fields: SurfaceIn) -> SurfaceQuestion:
    """Read what a body asks for."""
    named = CATEGORIES if fields.categories is None else {str(name) for name in fields.categories}
    return SurfaceQuestion(
        fields.mode,
        tuple(name for name in CATEGORIES if name in named),
        tuple(sorted(set(fields.cutoffs_min))),
    )


def surface_answer(
    subject: Subject, question: SurfaceQuestion, language: Language
) -> dict[str, object]:
    """Compute what a drawing changes.

    Raises
    ------
    Problem
        ``invalid-interventions``, where the engine finds an error in the drawing;
        ``invalid-request``, where the answer would be larger than anybody can use.
    """
    began = perf_counter()
    drawing = resolve_drawing(subject.city, subject.interventions)
    if not drawing.ok:
        raise refusal(subject, drawing.issues, drawing.joins, language)
    change = drawn_surface(subject.city, question.mode, question.cutoffs_min, drawing)
    rows, columns = _told(change, question)
    _check_size(2 * len(rows) * len(columns))
    return {
        "ok": True,
        "dataset": subject.dataset,
        "version": VERSION,
        "area": subject.area.id,
        "parameters": {
            "mode": question.mode,
            "categories": question.categories,
            "cutoffs_min": question.cutoffs_min,
        },
        "issues": [issue_json(issue, language) for issue in drawing.issues],
        "joins": [join_json(join) for join in drawing.joins],
        "nodes": _nodes_json(subject.city, change.nodes[rows]),
        "values": [column.as_json(rows) for column in columns],
        "elapsed_ms": round((perf_counter() - began) * 1000, 1),
    }


@dataclass(frozen=True, slots=True)
class _Column:
    """One number before and after, for every node of a change."""

    indicator: str
    category: str
    cutoff_min: int | None
    unit: str
    baseline: Int32Array
    proposal: Int32Array

    def as_json(self, rows: Int64Array) -> dict[str, object]:
        return {
            "indicator": self.indicator,
            "category": self.category,
            "cutoff_min": self.cutoff_min,
            "unit": self.unit,
            "baseline": _listed(self.baseline[rows]),
            "proposal": _listed(self.proposal[rows]),
        }


def _told(change: SurfaceChange, question: SurfaceQuestion) -> tuple[Int64Array, list[_Column]]:
    """Give the nodes and the columns in which something differs."""
    differs = np.zeros(len(change.nodes), np.bool_)
    columns = []
    for column in _columns(change, question):
        changed = column.baseline != column.proposal
        if changed.any():
            differs |= changed
            columns.append(column)
    return np.flatnonzero(differs), columns


def _columns(change: SurfaceChange, question: SurfaceQuestion) -> Iterator[_Column]:
    for name in question.categories:
        kind = CATEGORIES.index(name)
        yield _Column(
            "travel_time_nearest",
            name,
            None,
            "ms",
            change.nearest_before_ms[:, kind],
            change.nearest_after_ms[:, kind],
        )
        for place, cutoff in enumerate(question.cutoffs_min):
            yield _Column(
                "opportunities_within",
                name,
                cutoff,
                "facilities",
                change.counts_before[:, kind, place],
                change.counts_after[:, kind, place],
            )


def _listed(values: Int32Array) -> list[int | None]:
    listed: list[int | None] = values.tolist()
    for row in np.flatnonzero(values == UNREACHABLE_MS).tolist():
        listed[row] = None
    return listed


def _check_size(count: int) -> None:
    if count > MOST_VALUES:
        said = {"value": count, "limit": MOST_VALUES}
        fault = Fault("too_many_values", pointer="/categories", value=count, values=said)
        raise Problem("invalid-request", faults=[fault])


def _nodes_json(city: City, nodes: Int64Array) -> dict[str, object]:
    lonlat = metres_to_lonlat(city.network.node_xy[nodes])
    return {
        "ids": [node_name(number) for number in city.network.node_ids[nodes].tolist()],
        "lon": lonlat[:, 0].tolist(),
        "lat": lonlat[:, 1].tolist(),
    }
