"""A whole drawing: every feature resolved, every problem listed, nothing computed yet."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np
from shapely.geometry import Point

from spatial.interventions import REGISTRY
from spatial.interventions.base import Issue, Join, Resolved, Scene
from spatial.interventions.properties import shared_issues
from spatial.interventions.shapes import shape_issues
from spatial.network.changing import Changed, change_streets
from spatial.network.closing import close
from spatial.network.edits import Edits, TransitEdits
from spatial.network.joins import SNAP_M, Joins, find_joins, line_ticks
from spatial.network.patch import Patch, lay
from spatial.units import ticks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from spatial.city import City
    from spatial.interventions.base import Intervention, InterventionKind
    from spatial.network.closing import ClosedWays
    from spatial.network.model import Connectors, Mode
    from spatial.units import Int64Array


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a drawing comes to.

    Parameters
    ----------
    patch : Patch
        The additions without errors, laid over the base.
    closed : tuple of ClosedWays
        What each closure takes; empty where an error stops the drawing.
    """

    issues: tuple[Issue, ...]
    joins: tuple[Join, ...]
    patch: Patch
    closed: tuple[ClosedWays, ...]

    @property
    def ok(self) -> bool:
        """Whether nothing stops an assessment."""
        return all(issue.severity != "error" for issue in self.issues)


def resolve_drawing(city: City, interventions: Sequence[Intervention]) -> Drawing:
    """Resolve every feature and collect every issue; the order of the features is forgotten."""
    kinds = {kind.kind: kind for kind in REGISTRY}
    issues: list[Issue] = []
    additions, removals = [], []
    for feature in sorted(interventions, key=_sort_key):
        kind = kinds.get(feature.kind)
        if kind is None:
            issues.append(_unknown_kind(feature, REGISTRY))
        elif kind.stage == "addition":
            additions.append((feature, kind))
        else:
            removals.append((feature, kind))
    added, found = _resolve_stage(additions, Scene(city, Edits()))
    issues += found
    removed, found = _resolve_stage(removals, Scene(city, added))
    issues += found
    edits = merged_edits((added, removed))
    changed = change_streets(city, edits.changes)
    issues += _conflict_issues(interventions, changed)
    issues += _line_conflict_issues(interventions, edits)
    joins = find_joins(city, edits.lines, changed.stretches)
    edits, joins, found = _without_idle_crossings(city, edits, joins, additions)
    issues += found
    issues += _join_issues(edits, joins)
    patch = lay(city, edits, joins)
    issues += _attachment_issues(city, patch)
    ok = all(issue.severity != "error" for issue in issues)
    closed = tuple(close(city, patch, closure) for closure in edits.closures) if ok else ()
    issues += _closure_issues(edits, closed)
    order = {feature.id: row for row, feature in enumerate(interventions)}
    issues.sort(key=lambda issue: order.get(issue.feature or "", -1))
    return Drawing(tuple(issues), _shown(edits, joins), patch, closed)


def _sort_key(feature: Intervention) -> tuple[str, str, str, str]:
    properties = json.dumps(dict(feature.properties), sort_keys=True, default=str)
    return feature.kind, feature.id, feature.geometry.wkb_hex, properties


def resolved_features(city: City, interventions: Sequence[Intervention]) -> list[tuple[str, Edits]]:
    """Give what each feature of a drawing without errors does, by id, whatever their order.

    Each is read as part of the whole drawing: a feature that removes something another one adds
    finds it, and rows of drawn things count over all of them.
    """
    kinds = {kind.kind: kind for kind in REGISTRY}
    ordered = sorted(interventions, key=_sort_key)
    parts = {"addition": [f for f in ordered if kinds[f.kind].stage == "addition"]}
    parts["removal"] = [f for f in ordered if kinds[f.kind].stage == "removal"]
    bare = Scene(city, Edits())
    added = [(f.id, kinds[f.kind].resolve(f, bare).edits) for f in parts["addition"]]
    scene = Scene(city, merged_edits(edits for _, edits in added))
    return added + [(f.id, kinds[f.kind].resolve(f, scene).edits) for f in parts["removal"]]


def _resolve_stage(
    features: Iterable[tuple[Intervention, InterventionKind]], scene: Scene
) -> tuple[Edits, list[Issue]]:
    issues: list[Issue] = []
    edits: list[Edits] = []
    for feature, kind in features:
        wrong = shape_issues(scene.city, feature, kind.geometries)
        resolved = Resolved(wrong) if wrong else kind.resolve(feature, scene)
        issues += (*resolved.issues, *shared_issues(feature))
        edits.append(resolved.edits)
    return merged_edits(edits), issues


def merged_edits(parts: Iterable[Edits]) -> Edits:
    """Put together what several features do."""
    parts = tuple(parts)
    kept: dict[int, tuple[float, ...]] = {}
    for part in parts:
        for row, shares in part.kept_shares.items():
            # Sorted, so that two demolitions multiply to the same last digit in any order.
            kept[row] = tuple(sorted((*kept.get(row, ()), *shares)))
    return Edits(
        lines=tuple(line for part in parts for line in part.lines),
        facilities=tuple(place for part in parts for place in part.facilities),
        homes=tuple(home for part in parts for home in part.homes),
        closures=tuple(closure for part in parts for closure in part.closures),
        changes=tuple(change for part in parts for change in part.changes),
        removed_facilities=frozenset().union(*(part.removed_facilities for part in parts)),
        kept_shares=kept,
        transit=TransitEdits(
            services=tuple(one for part in parts for one in part.transit.services),
            new_stops=tuple(one for part in parts for one in part.transit.new_stops),
            moved_stops=tuple(one for part in parts for one in part.transit.moved_stops),
            closed_stops=frozenset().union(*(part.transit.closed_stops for part in parts)),
            changes=tuple(one for part in parts for one in part.transit.changes),
        ),
    )


def _unknown_kind(feature: Intervention, registry: Iterable[InterventionKind]) -> Issue:
    words = ", ".join(kind.kind for kind in registry)
    return Issue(
        "error",
        "unknown_kind",
        f"Slagsen {feature.kind!r} kendes ikke. Brug en af: {words}.",
        f"The kind {feature.kind!r} is not known. Use one of: {words}.",
        feature.id,
        feature.geometry,
        feature.kind,
    )


def grounded_lines(joins: Joins) -> set[int]:
    """Give the lines that lead to a street, themselves or through other lines."""
    grounded = {join.line for join in joins.streets}
    waiting = True
    while waiting:
        more = {
            line
            for meeting in joins.lines
            for line in (meeting.line, meeting.other)
            if meeting.line in grounded or meeting.other in grounded
        }
        waiting = not more <= grounded
        grounded |= more
    return grounded


def _without_idle_crossings(
    city: City,
    edits: Edits,
    joins: Joins,
    additions: Iterable[tuple[Intervention, InterventionKind]],
) -> tuple[Edits, Joins, list[Issue]]:
    """Leave out crossings that join nothing: they are no error, only of no use."""
    crossings = {feature.id: feature for feature, kind in additions if kind.kind == "crossing"}
    grounded = grounded_lines(joins)
    idle = [
        row
        for row, drawn in enumerate(edits.lines)
        if row not in grounded and drawn.feature in crossings
    ]
    if not idle:
        return edits, joins, []
    lines = tuple(drawn for row, drawn in enumerate(edits.lines) if row not in idle)
    issues = [
        Issue(
            "warning",
            "crossing_joins_nothing",
            "Krydsningen forbinder ikke noget: den når ingen vej eller sti.",
            "The crossing joins nothing: it reaches no street or path.",
            edits.lines[row].feature,
            edits.lines[row].line,
        )
        for row in idle
    ]
    changed = change_streets(city, edits.changes)
    return replace(edits, lines=lines), find_joins(city, lines, changed.stretches), issues


def _conflict_issues(interventions: Sequence[Intervention], changed: Changed) -> list[Issue]:
    shapes = {feature.id: feature.geometry for feature in interventions}
    issues = []
    for conflict in changed.conflicts:
        name, first, second = conflict.attribute, conflict.one, conflict.two
        one, two = (_shown_value(value) for value in conflict.values)
        issues.append(
            Issue(
                "error",
                "conflicting_changes",
                f"{first} og {second} vil hver sit med samme strækning: {name} er {one} i den ene"
                f" og {two} i den anden. Ret en af dem.",
                f"{first} and {second} want different things of the same stretch: {name} is {one}"
                f" in one and {two} in the other. Change one of them.",
                second,
                shapes.get(second),
                two,
            )
        )
    return issues


def _line_conflict_issues(interventions: Sequence[Intervention], edits: Edits) -> list[Issue]:
    """Refuse two headways for one line at one time."""
    shapes = {feature.id: feature.geometry for feature in interventions}
    repeating = [change for change in edits.transit.changes if change.headway_ms is not None]
    return [
        Issue(
            "error",
            "conflicting_changes",
            f"{one.feature} og {two.feature} siger hver sit om, hvor ofte samme linje kører. Slet"
            " en af dem, eller lad dem gælde hver sine timer.",
            f"{one.feature} and {two.feature} each say how often the same line runs. Delete one of"
            " them or let them hold at different hours.",
            two.feature,
            shapes.get(two.feature),
        )
        for one, two in combinations(sorted(repeating, key=lambda change: change.feature), 2)
        if one.line == two.line and max(one.from_ms, two.from_ms) < min(one.until_ms, two.until_ms)
    ]


def _shown_value(value: object) -> str:
    return ", ".join(sorted(value)) if isinstance(value, frozenset) else json.dumps(value)


def _join_issues(edits: Edits, joins: Joins) -> list[Issue]:
    grounded = grounded_lines(joins)
    places = _joined_places(joins)
    issues: list[Issue] = []
    for row, drawn in enumerate(edits.lines):
        if row not in grounded:
            issues.append(
                Issue(
                    "error",
                    "touches_no_street",
                    "Linjen rører ingen vej eller sti. Træk en ende hen til en vej"
                    " (højst 15 m fra).",
                    "The line touches no street or path. Move an end to within 15 m of one.",
                    drawn.feature,
                    drawn.line,
                )
            )
            continue
        for end, point in enumerate((drawn.line.coords[0], drawn.line.coords[-1])):
            if not drawn.line.is_closed and not _joined_at(
                places[row], line_ticks(drawn.line) if end else 0
            ):
                issues.append(
                    Issue(
                        "warning",
                        "loose_end",
                        "Den ene ende rører ingen vej eller sti inden for 15 m.",
                        "One end touches no street or path within 15 m.",
                        drawn.feature,
                        Point(point),
                    )
                )
    return issues


def _joined_places(joins: Joins) -> dict[int, list[int]]:
    """Give the positions where each line meets something."""
    places: dict[int, list[int]] = {}
    for join in joins.streets:
        places.setdefault(join.line, []).append(join.position_ticks)
    for meeting in joins.lines:
        places.setdefault(meeting.line, []).append(meeting.position_ticks)
        places.setdefault(meeting.other, []).append(meeting.other_ticks)
    return places


def _joined_at(places: list[int], position: int) -> bool:
    reach = ticks(SNAP_M)
    return any(abs(place - position) <= reach for place in places)


def _attachment_issues(city: City, patch: Patch) -> list[Issue]:
    issues: list[Issue] = []
    edits = patch.edits
    standing = {"facility": len(city.facilities.ids), "home": len(city.homes.ids)}
    drawn = [
        *(
            ("facility", place.part_of or place.feature, place.x, place.y)
            for place in edits.facilities
        ),
        *(("home", home.feature, home.x, home.y) for home in edits.homes),
    ]
    rows = {"facility": 0, "home": 0}
    attached = {
        "facility": _ways_per_point(patch.facilities),
        "home": _ways_per_point(patch.homes),
    }
    for kind, feature, x, y in drawn:
        row = standing[kind] + rows[kind]
        rows[kind] += 1
        if attached[kind][row]:
            continue
        what_da, what_en = (
            ("Funktionen", "facility") if kind == "facility" else ("Boligerne", "home")
        )
        issues.append(
            Issue(
                "error",
                f"{kind}_unattached",
                f"{what_da} ligger over 500 m fra nærmeste vej eller sti på samme side af"
                " motorvej, jernbane og vand.",
                f"The {what_en} is more than 500 m from any street on its side of motorway,"
                " railway and water.",
                feature,
                Point(x, y),
            )
        )
    return issues


def _ways_per_point(connectors: dict[Mode, Connectors]) -> Int64Array:
    """Count each point's connectors over all modes."""
    total: Int64Array = np.sum([np.diff(ways.indptr) for ways in connectors.values()], axis=0)
    return total


def _closure_issues(edits: Edits, closed: tuple[ClosedWays, ...]) -> list[Issue]:
    return [
        Issue(
            "warning",
            "closes_nothing",
            "Lukningen rammer ingen vej eller sti. Tegn den hen over eller langs den vej,"
            " der skal lukkes.",
            "The closure meets no street or path. Draw it across or along the one to close.",
            closure.feature,
            closure.geometry,
        )
        for closure, ways in zip(edits.closures, closed, strict=False)
        if not ways.closes_anything
    ]


def _shown(edits: Edits, joins: Joins) -> tuple[Join, ...]:
    """Give the joining points, each place of a line once."""
    places: dict[tuple[str, float, float], Join] = {}
    for row, kind, point in (
        *((join.line, join.kind, join.point) for join in joins.streets),
        *((meeting.line, meeting.kind, meeting.point) for meeting in joins.lines),
    ):
        feature = edits.lines[row].feature
        key = (feature, round(point.x, 2), round(point.y, 2))
        if key not in places or kind == "end":
            places[key] = Join(feature, point, kind)
    return tuple(places[key] for key in sorted(places))
