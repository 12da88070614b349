"""Breakages of what every node of a network reaches, and of how that follows edits."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

SURFACE: Final = "tests/spatial/surface/test_surface.py"

MUTATIONS: Final = (
    Mutation(
        "what lies at a cutoff lies beyond it",
        "spatial/surface/surface.py",
        "while time > cutoffs_ms[cutoff]:",
        "while time >= cutoffs_ms[cutoff]:",
        (SURFACE,),
    ),
    Mutation(
        "the farthest of a kind is told as the nearest",
        "spatial/surface/surface.py",
        "nearest[node, kind] = min(nearest[node, kind], time)",
        "nearest[node, kind] = time",
        (SURFACE,),
    ),
    Mutation(
        "who gets a door is not looked at again",
        "spatial/surface/changes.py",
        "return touched & (surface.categories >= 0)",
        "return touched & (surface.categories >= 0) & (np.diff(facilities.indptr)[:known] < 2)",
        (SURFACE,),
    ),
    Mutation(
        "what is gone is counted on",
        "spatial/surface/changes.py",
        "np.flatnonzero((categories[:known] < 0) & (surface.categories >= 0))",
        "np.flatnonzero((categories[:known] < 0) & (surface.categories < 0))",
        (SURFACE,),
    ),
    Mutation(
        "a closed street is passed where times are followed",
        "spatial/surface/following.py",
        "if outgoing.closed[outgoing.pieces[arc]]:",
        "if outgoing.closed[outgoing.pieces[arc]] and arc < 0:",
        (SURFACE,),
    ),
    Mutation(
        "only the street itself is lost and nothing behind it",
        "spatial/surface/following.py",
        "while done < count:",
        "while done < min(count, 1):",
        (SURFACE,),
    ),
    Mutation(
        "a shorter way ends at the node it leads to",
        "spatial/surface/following.py",
        "if then < times[tail]:\n                        times[tail] = then\n"
        "                        push(heap, size, (then << _NODE_BITS) | np.int64(tail))\n"
        "                        size += 1\n        if any_extra",
        "if then < times[tail]:\n                        times[tail] = then\n        if any_extra",
        (SURFACE,),
    ),
    Mutation(
        "one facility's times are met in the next one's search",
        "spatial/surface/reach.py",
        "met[node] = _NEVER\n",
        "met[node] = times[count]\n",
        (SURFACE,),
    ),
)
