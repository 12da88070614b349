"""Breakages of the lenses and of standing streets made over."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

LENSES: Final = ("tests/spatial/test_lenses.py",)
CHANGE: Final = ("tests/spatial/interventions/test_change.py",)

SEEN: Final = (
    Mutation(
        "a path beside a fast road is as bad as the road",
        "spatial/lenses.py",
        "if facts.street_class not in ROAD_CLASSES:",
        "if facts.street_class in ():",
        LENSES,
    ),
    Mutation(
        "unknown light is taken for dark",
        "spatial/lenses.py",
        "return None if facts.lit is None else not facts.lit",
        "return not facts.lit",
        LENSES,
    ),
    Mutation(
        "what is known is counted by streets and not by metres",
        "spatial/lenses.py",
        "length = city.length_ticks[rows]",
        "length = np.ones(len(rows), np.int64)",
        LENSES,
    ),
    Mutation(
        "streets far away count as known",
        "spatial/lenses.py",
        "KNOWN_WITHIN_M: Final = 1_000.0",
        "KNOWN_WITHIN_M: Final = 10_000.0",
        LENSES,
    ),
    Mutation(
        "every lens ever asked for is kept",
        "spatial/city.py",
        "while len(self._through) > LENSES_KEPT:",
        "while len(self._through) > 99:",
        LENSES,
    ),
    Mutation(
        "a front door opens on a street that the lens bars",
        "spatial/network/link.py",
        "kept = rows[~pace.barred[rows]]",
        "kept = rows",
        CHANGE,
    ),
)

CHANGED: Final = (
    Mutation(
        "a change takes the streets that its line crosses",
        "spatial/interventions/change.py",
        "LEAST_M: Final = 10.0",
        "LEAST_M: Final = 1.0",
        CHANGE,
    ),
    Mutation(
        "what is asked for twice is a conflict",
        "spatial/network/changing.py",
        "if values[0] != values[1]:",
        "if values:",
        CHANGE,
    ),
    Mutation(
        "bikes ride up steps that a change makes",
        "spatial/network/changing.py",
        'if mode is Mode.BIKE and attributes.get("steps") is True:',
        'if mode is Mode.BIKE and attributes.get("steps") is None:',
        CHANGE,
    ),
    Mutation(
        "what is opened leads one way",
        "spatial/network/changing.py",
        "            forward = backward = True",
        "            forward = True",
        CHANGE,
    ),
    Mutation(
        "what is slower lies beside the street that was there",
        "spatial/network/changing.py",
        "elif Counter(new.terms) - Counter(old.terms):",
        "elif Counter(old.terms) - Counter(new.terms):",
        CHANGE,
    ),
    Mutation(
        "no front door opens on a street that is opened",
        "spatial/network/front_doors.py",
        "return [*_drawn_fronts(city, edits), *_opened_fronts(city, changed)]",
        "return [*_drawn_fronts(city, edits)]",
        CHANGE,
    ),
    Mutation(
        "a change leaves part of a closed street open",
        "spatial/network/closing.py",
        "after = [place for place in joins if place >= piece.end_ticks]",
        "after = [piece.end_ticks]",
        CHANGE,
    ),
)

MUTATIONS: Final = (*SEEN, *CHANGED)
