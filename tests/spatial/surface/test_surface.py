"""A surface equals a search from scratch, whatever is drawn; the promises hold for every node."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import dijkstra
from scipy.spatial import Delaunay

from spatial.network.model import Connectors
from spatial.network.search import Arcs, SearchGraph
from spatial.surface import Surface, SurfaceChange, build_surface, surface_change
from spatial.units import UNREACHABLE_MS

CUTOFFS_MS = np.array([60_000, 150_000, 300_000], np.int32)
CATEGORIES = 3


class Town:
    """A random planar network with one-way streets, as plain arcs that can be edited."""

    def __init__(self, seed: int, count: int = 120) -> None:
        self.rng = np.random.default_rng(seed)
        self.xy = self.rng.random((count, 2)) * 600
        corners = Delaunay(self.xy).simplices
        sides = np.sort(np.vstack((corners[:, :2], corners[:, 1:], corners[:, ::2])), axis=1)
        pairs = np.unique(sides, axis=0)
        pairs = pairs[self.rng.random(len(pairs)) < 0.6]
        # Whole seconds: many ways are equally short.
        self.times = np.maximum(
            np.rint(np.hypot(*(self.xy[pairs[:, 0]] - self.xy[pairs[:, 1]]).T) / 10) * 1000, 1000
        ).astype(np.int64)
        self.pairs = pairs
        self.both = self.rng.random(len(pairs)) < 0.9
        nodes = self.rng.choice(count, 15)
        self.facilities = [[(int(node), int(self.rng.integers(0, 5)) * 1000)] for node in nodes]
        self.categories = self.rng.integers(0, CATEGORIES, 15)
        self.closed = np.zeros(len(pairs), np.bool_)
        self.extra: list[tuple[int, int, int]] = []
        self.new_nodes = 0

    @property
    def base_count(self) -> int:
        return len(self.xy)

    def base_arcs(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        back = np.flatnonzero(self.both)
        piece = np.concatenate((np.arange(len(self.pairs)), back))
        tails = np.concatenate((self.pairs[:, 0], self.pairs[back, 1]))
        heads = np.concatenate((self.pairs[:, 1], self.pairs[back, 0]))
        return tails, heads, self.times[piece], piece

    def graph(self) -> SearchGraph:
        count = self.base_count + self.new_nodes
        tails, heads, times, piece = self.base_arcs()
        extra = np.array(self.extra, np.int64).reshape(-1, 3)
        return SearchGraph(
            count,
            self.arcs(tails, heads, times, piece, extra[:, [0, 1, 2]]),
            self.arcs(heads, tails, times, piece, extra[:, [1, 0, 2]]),
        )

    def arcs(self, tails, heads, times, piece, extra) -> Arcs:  # type: ignore[no-untyped-def]  # noqa: ANN001
        count = self.base_count + self.new_nodes
        order = np.argsort(tails, kind="stable")
        indptr = np.zeros(self.base_count + 1, np.int32)
        np.cumsum(np.bincount(tails, minlength=self.base_count), out=indptr[1:])
        closed = self.closed.astype(np.uint8) if self.closed.any() else np.zeros(0, np.uint8)
        extra_row, extra_indptr = np.zeros(0, np.int32), np.zeros(1, np.int32)
        if len(extra):
            touched, rows = np.unique(extra[:, 0], return_inverse=True)
            extra_row = np.full(count, -1, np.int32)
            extra_row[touched] = np.arange(len(touched), dtype=np.int32)
            extra = extra[np.argsort(rows, kind="stable")]
            extra_indptr = np.zeros(len(touched) + 1, np.int32)
            np.cumsum(np.bincount(rows), out=extra_indptr[1:])
        return Arcs(
            indptr,
            heads[order].astype(np.int32),
            times[order].astype(np.int32),
            piece[order].astype(np.int32),
            closed,
            extra_row,
            extra_indptr,
            extra[:, 1].astype(np.int32),
            extra[:, 2].astype(np.int32),
        )

    def connectors(self) -> Connectors:
        lengths = [len(doors) for doors in self.facilities]
        flat = np.array([door for doors in self.facilities for door in doors]).reshape(-1, 2)
        return Connectors(
            np.concatenate(([0], np.cumsum(lengths))).astype(np.int32),
            flat[:, 0].astype(np.int32),
            flat[:, 1].astype(np.int32),
        )

    def surface(self) -> Surface:
        return build_surface(
            self.graph(), self.connectors(), self.categories.copy(), CUTOFFS_MS, CATEGORIES
        )

    def change_of(self, surface: Surface) -> SurfaceChange:
        return surface_change(surface, self.graph(), self.connectors(), self.categories)

    def from_scratch(self) -> tuple[np.ndarray, np.ndarray]:
        """Ask scipy for every time, and count in plain loops over facilities."""
        count, places = self.base_count + self.new_nodes, len(self.facilities)
        tails, heads, times, piece = self.base_arcs()
        kept = ~self.closed[piece]
        arcs = [*zip(tails[kept], heads[kept], times[kept], strict=True), *self.extra]
        for place, doors in enumerate(self.facilities):
            # scipy takes a zero for no arc: doors of no time get their facility's own offset.
            arcs += [(node, count + place, time + 1) for node, time in doors]
        least: dict[tuple[int, int], int] = {}
        for tail, head, time in arcs:
            least[tail, head] = min(least.get((tail, head), 10**9), int(time))
        ends = np.array(list(least))
        matrix = coo_matrix(
            (np.array(list(least.values()), float), (ends[:, 1], ends[:, 0])),
            shape=(count + places, count + places),
        ).tocsr()
        reached = dijkstra(matrix, indices=np.arange(count, count + places)) - 1
        nearest = np.full((self.base_count, CATEGORIES), UNREACHABLE_MS, np.int64)
        counts = np.zeros((self.base_count, CATEGORIES, len(CUTOFFS_MS)), np.int64)
        for place, kind in enumerate(self.categories):
            if kind < 0:
                continue
            row = reached[place, : self.base_count]
            within = row <= CUTOFFS_MS[-1]
            nearest[within, kind] = np.minimum(nearest[within, kind], row[within].astype(np.int64))
            counts[:, kind, :] += row[:, None] <= CUTOFFS_MS
        return nearest, counts

    def close_some(self, count: int) -> None:
        self.closed[self.rng.choice(len(self.pairs), count, replace=False)] = True

    def add_path(self) -> None:
        """Lay a path of two stretches over a new node, and an arc straight across."""
        ends = self.rng.choice(self.base_count, 4, replace=False).tolist()
        middle = self.base_count + self.new_nodes
        self.new_nodes += 1
        for tail, head in ((ends[0], middle), (middle, ends[1])):
            time = int(self.rng.integers(1, 60)) * 1000
            self.extra += [(tail, head, time), (head, tail, time)]
        self.extra.append((ends[2], ends[3], int(self.rng.integers(1, 60)) * 1000))

    def add_facility(self, kind: int) -> None:
        self.facilities.append([(int(self.rng.integers(self.base_count)), 2000)])
        self.categories = np.append(self.categories, kind)

    def remove_facility(self, row: int) -> None:
        self.categories[row] = -1

    def open_door(self, row: int) -> None:
        self.facilities[row].append((int(self.rng.integers(self.base_count)), 1000))


def after(surface: Surface, change: SurfaceChange) -> tuple[np.ndarray, np.ndarray]:
    nearest, counts = surface.nearest_ms.copy(), surface.counts.copy()
    assert np.array_equal(nearest[change.nodes], change.nearest_before_ms)
    assert np.array_equal(counts[change.nodes], change.counts_before)
    nearest[change.nodes], counts[change.nodes] = change.nearest_after_ms, change.counts_after
    return nearest, counts


def assert_exact(town: Town, nearest: np.ndarray, counts: np.ndarray) -> None:
    wanted_nearest, wanted_counts = town.from_scratch()
    assert np.array_equal(nearest, wanted_nearest)
    assert np.array_equal(counts, wanted_counts)


@pytest.mark.parametrize("seed", range(10))
def test_a_surface_equals_a_search_from_every_facility(seed: int) -> None:
    town = Town(seed)
    surface = town.surface()
    assert_exact(town, surface.nearest_ms, surface.counts)


@pytest.mark.parametrize("seed", range(60))
def test_whatever_is_edited_equals_a_search_from_scratch(seed: int) -> None:
    town = Town(seed)
    surface = town.surface()
    for _ in range(int(town.rng.integers(0, 4))):
        town.add_path()
    if town.rng.random() < 0.7:
        town.close_some(int(town.rng.integers(1, 25)))
    if town.rng.random() < 0.5:
        town.add_facility(int(town.rng.integers(CATEGORIES)))
    if town.rng.random() < 0.5:
        town.remove_facility(int(town.rng.integers(15)))
    if town.rng.random() < 0.5:
        town.open_door(int(town.rng.integers(15)))
    assert_exact(town, *after(surface, town.change_of(surface)))


@pytest.mark.parametrize("seed", range(10))
def test_adding_never_hurts_and_removing_never_helps(seed: int) -> None:
    town = Town(seed)
    surface = town.surface()
    town.add_path()
    town.add_facility(0)
    added = town.change_of(surface)
    assert (added.nearest_after_ms <= added.nearest_before_ms).all()
    assert (added.counts_after >= added.counts_before).all()
    town = Town(seed)
    town.close_some(20)
    town.remove_facility(3)
    removed = town.change_of(surface)
    assert len(removed.nodes) > 0
    assert (removed.nearest_after_ms >= removed.nearest_before_ms).all()
    assert (removed.counts_after <= removed.counts_before).all()


def test_nothing_drawn_changes_nothing() -> None:
    town = Town(1)
    assert len(town.change_of(town.surface()).nodes) == 0


def test_a_hand_worked_street() -> None:
    """Nodes 0 to 4 in a row, 50 s apart; a shop of kind 1 at node 4, 10 s from its door.

    Node 1 has 160 s, beyond 150. A drawn arc from 1 to 3 of 20 s gives 20 + 50 + 10 = 80 s.
    """
    town = Town(0)
    town.xy = np.zeros((5, 2))
    town.pairs = np.array([(0, 1), (1, 2), (2, 3), (3, 4)])
    town.times, town.both = np.full(4, 50_000), np.ones(4, np.bool_)
    town.closed = np.zeros(4, np.bool_)
    town.facilities, town.categories = [[(4, 10_000)]], np.array([1])
    surface = town.surface()
    assert surface.nearest_ms[:, 1].tolist() == [210_000, 160_000, 110_000, 60_000, 10_000]
    assert surface.counts[1, 1].tolist() == [0, 0, 1]
    assert surface.counts[3, 1].tolist() == [1, 1, 1]
    town.extra = [(1, 3, 20_000)]
    change = town.change_of(surface)
    assert change.nodes.tolist() == [0, 1]
    assert change.nearest_after_ms[:, 1].tolist() == [130_000, 80_000]
    assert change.counts_after[1, 1].tolist() == [0, 1, 1]
