"""Breakages of streets, joins, closings and searches."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation

NETWORK: Final = "tests/spatial/network"
KINDS: Final = "tests/spatial/interventions"
LAWS: Final = "tests/spatial/test_laws.py"
EXACT: Final = f"{LAWS}::test_7_times_equal_an_independent_search"
SAME: Final = f"{LAWS}::test_only_what_can_change_is_searched_and_equals_everything_searched"

SEARCH: Final = (
    Mutation(
        "the search walks on closed pieces",
        "spatial/network/search.py",
        "if any_closed and arcs.closed[arcs.pieces[arc]]:",
        "if any_closed and arcs.closed[arcs.pieces[arc]] > 1:",
        (f"{NETWORK}/test_search.py",),
    ),
    Mutation(
        "the search forgets what is laid over",
        "spatial/network/search.py",
        "any_extra = len(arcs.extra_row) > 0",
        "any_extra = len(arcs.extra_row) < 0",
        (f"{NETWORK}/test_search.py",),
    ),
    Mutation(
        "the limit itself is beyond the limit",
        "spatial/network/search.py",
        """then = now + arcs.times_ms[arc]
                head = arcs.heads[arc]
                if then < times[head] and then <= limit_ms:""",
        """then = now + arcs.times_ms[arc]
                head = arcs.heads[arc]
                if then < times[head] and then < limit_ms:""",
        (f"{NETWORK}/test_search.py",),
    ),
    Mutation(
        "no limit on the way over what is laid over",
        "spatial/network/search.py",
        """head = arcs.extra_heads[arc]
                if then < times[head] and then <= limit_ms:""",
        """head = arcs.extra_heads[arc]
                if then < times[head]:""",
        (f"{NETWORK}/test_search.py",),
    ),
    Mutation(
        "a seed is reached at once",
        "spatial/network/search.py",
        "times[seed_nodes[k]] = seed_times[k]",
        "times[seed_nodes[k]] = 0",
        (f"{NETWORK}/test_search.py",),
    ),
    Mutation(
        "the search for some nodes stops one too soon",
        "spatial/network/search.py",
        "if left == 0:",
        "if left <= 1:",
        (f"{NETWORK}/test_search.py", f"{NETWORK}/test_closing.py"),
    ),
    Mutation(
        "the last connector counts, not the best",
        "spatial/network/search.py",
        "best = min(best, np.int64(reached) + connector_times[k])",
        "best = np.int64(reached) + connector_times[k]",
        (f"{NETWORK}/test_search.py",),
    ),
    Mutation(
        "the way from the street to the door takes no time",
        "spatial/network/search.py",
        "best = min(best, np.int64(reached) + connector_times[k])",
        "best = min(best, np.int64(reached))",
        (f"{NETWORK}/test_search.py",),
    ),
    Mutation(
        "a point at the limit is beyond it",
        "spatial/network/search.py",
        "out[point] = best if best <= limit_ms else _NEVER",
        "out[point] = best if best < limit_ms else _NEVER",
        (f"{NETWORK}/test_search.py",),
    ),
    Mutation(
        "the search backwards goes forwards over what is laid over",
        "spatial/network/graph.py",
        "_overlay(count, heads, tails, times)",
        "_overlay(count, tails, heads, times)",
        (SAME, EXACT),
    ),
    Mutation(
        "what is drawn stays open one way when it is closed",
        "spatial/network/graph.py",
        "if not shut and back >= 0:",
        "if back >= 0:",
        (f"{NETWORK}/test_closing.py",),
    ),
)

STREETS: Final = (
    Mutation(
        "bikes ride one-way streets the wrong way",
        "spatial/network/build.py",
        "backward = (streets.bike == BIKE_BOTH) | (streets.bike == BIKE_BACKWARD)",
        "backward = (streets.bike == BIKE_BOTH) | (streets.bike == BIKE_FORWARD)",
        (f"{NETWORK}/test_build.py", "tests/spatial/test_model_bundle.py"),
    ),
    Mutation(
        "each piece of a street is rounded by itself",
        "spatial/network/build.py",
        "result: Int64Array = times_at(pieces.end_ticks, whole, pace, last, street) - start",
        "result: Int64Array = times_at(pieces.end_ticks - pieces.start_ticks, whole, pace,"
        " last & (start == 0), street)",
        (f"{NETWORK}/test_build.py", "tests/spatial/test_first_principles.py"),
    ),
    Mutation(
        "times of streets are cut off and not rounded",
        "spatial/network/pace.py",
        "return (product + TICKS_PER_METRE // 2) // TICKS_PER_METRE",
        "return product // TICKS_PER_METRE",
        (f"{NETWORK}/test_build.py", f"{NETWORK}/test_patch.py"),
    ),
    Mutation(
        "a place on a node belongs to the piece before it",
        "spatial/network/build.py",
        'position_ticks, side="right")',
        'position_ticks, side="left")',
        (f"{NETWORK}/test_build.py",),
    ),
    Mutation(
        "doors snap across barriers",
        "spatial/network/link.py",
        "for row in found[blocked(linker.barriers, lines)]:",
        "for row in found[:0]:",
        (f"{NETWORK}/test_link.py",),
    ),
    Mutation(
        "behind a barrier any distance will do",
        "spatial/network/link.py",
        'frontage.tree.query(point, predicate="dwithin", distance=max_distance_m)',
        'frontage.tree.query(point, predicate="dwithin", distance=9 * max_distance_m)',
        (f"{NETWORK}/test_link.py",),
    ),
    Mutation(
        "doors open on bridges",
        "spatial/network/link.py",
        "rows = np.flatnonzero(permitted(streets, mode) & (streets.grade == AT_GRADE))",
        "rows = np.flatnonzero(permitted(streets, mode))",
        (f"{NETWORK}/test_link.py",),
    ),
    Mutation(
        "equally near streets go to the higher id",
        "spatial/network/link.py",
        "order = np.lexsort((linker.streets.ids[streets], near))",
        "order = np.lexsort((-linker.streets.ids[streets], near))",
        (f"{NETWORK}/test_link.py",),
    ),
    Mutation(
        "behind a barrier equally near streets go to the higher id",
        "spatial/network/link.py",
        "return int(tied[np.argmin(linker.streets.ids[tied])])",
        "return int(tied[np.argmax(linker.streets.ids[tied])])",
        (f"{NETWORK}/test_link.py",),
    ),
    Mutation(
        "narrow water is no barrier",
        "spatial/network/barriers.py",
        "pairs[:, overlap_m > WATER_OVERLAP_M]",
        "pairs[:, overlap_m > 40 * WATER_OVERLAP_M]",
        (f"{NETWORK}/test_barriers.py",),
    ),
    Mutation(
        "a railway may be touched from either side",
        "spatial/network/barriers.py",
        'pairs = barriers.tree.query(lines, predicate="intersects")',
        'pairs = barriers.tree.query(lines, predicate="crosses")',
        (f"{NETWORK}/test_barriers.py", f"{KINDS}/test_connection.py"),
    ),
)

JOINS: Final = (
    Mutation(
        "a path's end snaps across barriers",
        "spatial/network/joins.py",
        "return not blocked(city.linker.barriers, stub)[0]",
        "return len(stub) > 0",
        (f"{NETWORK}/test_joins.py",),
    ),
    Mutation(
        "a bridge joins what it crosses",
        "spatial/network/joins.py",
        "    if drawn.grade != AT_GRADE:\n        return\n    near = ",
        "    near = ",
        (f"{NETWORK}/test_joins.py",),
    ),
    Mutation(
        "a path joins the bridge that is drawn over it",
        "spatial/network/joins.py",
        "if one.grade != AT_GRADE or two.grade != AT_GRADE:",
        "if one.grade != AT_GRADE and two.grade != AT_GRADE:",
        (f"{NETWORK}/test_joins.py",),
    ),
    Mutation(
        "the far end of a path joins nothing",
        "spatial/network/joins.py",
        "street_joins += [*crossings, *ends[0], *ends[1]]",
        "street_joins += [*crossings, *ends[0]]",
        (f"{NETWORK}/test_joins.py",),
    ),
    Mutation(
        "a join near a junction makes a cut of its own",
        "spatial/network/joins.py",
        "if min(before, after) <= REUSE_TICKS:",
        "if min(before, after) <= 0:",
        (f"{NETWORK}/test_joins.py",),
    ),
    Mutation(
        "an end reaches past its street to another line",
        "spatial/network/joins.py",
        "if point.distance(place) > reach_m[end] or not _stub_is_free(city, point, place):",
        "if point.distance(place) > SNAP_M or not _stub_is_free(city, point, place):",
        (f"{NETWORK}/test_joins.py",),
    ),
    Mutation(
        "a join inside a street leads nowhere along it",
        "spatial/network/patch.py",
        "        *_halves(city, nodes),\n",
        "",
        (f"{NETWORK}/test_patch.py", f"{NETWORK}/test_joins.py"),
    ),
    Mutation(
        "a street that is cut is open both ways",
        "spatial/network/patch.py",
        "np.where(backward[street], elapsed, -1)",
        "np.where(True, elapsed, -1)",
        (EXACT,),
    ),
    Mutation(
        "stubs take no time",
        "spatial/network/patch.py",
        "mode: (travel_time_ms(length, city.paces[mode].ms_per_metre),) * 2",
        "mode: (0,) * 2",
        (f"{NETWORK}/test_joins.py",),
    ),
    Mutation(
        "each piece of a drawn line is rounded by itself",
        "spatial/network/patch.py",
        "return (max(until, 1) if at_end else until) - terms_ms(start, terms)",
        "return max(terms_ms(end - start, terms), 1 if at_end and until < 1 else 0)",
        (f"{NETWORK}/test_patch.py",),
    ),
    Mutation(
        "waiting is paid in full before the road",
        "spatial/network/patch.py",
        "        elapsed += before\n",
        "        elapsed += drawn.delay_ms\n",
        (f"{NETWORK}/test_patch.py",),
    ),
    Mutation(
        "two paths share their modes where they meet",
        "spatial/network/patch.py",
        "modes = passable[meeting.line] & passable[meeting.other]",
        "modes = passable[meeting.line] | passable[meeting.other]",
        (f"{NETWORK}/test_patch.py",),
    ),
    Mutation(
        "doors on a path open across barriers",
        "spatial/network/front_doors.py",
        "free = ~blocked(city.linker.barriers, shapely.shortest_line(points[near], front.shape))",
        "free = np.ones(len(near), np.bool_)",
        (f"{NETWORK}/test_front_doors.py",),
    ),
    Mutation(
        "doors open on drawn bridges",
        "spatial/network/front_doors.py",
        "if drawn.grade != AT_GRADE or not drawn.takes_front_doors:",
        "if not drawn.takes_front_doors:",
        (f"{NETWORK}/test_front_doors.py",),
    ),
    Mutation(
        "doors open on paths further than their street",
        "spatial/network/front_doors.py",
        "(away < present_ticks) & (away_m <= MAX_CONNECTOR_M)",
        "away_m <= MAX_CONNECTOR_M",
        (f"{NETWORK}/test_front_doors.py",),
    ),
    Mutation(
        "pieces keep the numbers nodes had before they were put in order",
        "spatial/network/build.py",
        "return replace(pieces, tail=number[pieces.tail], head=number[pieces.head])",
        "return pieces",
        (f"{NETWORK}/test_build.py", EXACT),
    ),
    Mutation(
        "nodes in order lose their places",
        "spatial/network/build.py",
        "node_xy, every_id, pieces = node_xy[order], every_id[order], _renumbered(pieces, order)",
        "every_id, pieces = every_id[order], _renumbered(pieces, order)",
        ("tests/spatial/test_model_bundle.py",),
    ),
)

CLOSING: Final = (
    Mutation(
        "what is drawn cannot be closed",
        "spatial/network/kept_doors.py",
        "        base |= way.base\n        overlay |= way.overlay\n    homes = ",
        "        base |= way.base\n    homes = ",
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "a closure for one mode closes for all",
        "spatial/network/kept_doors.py",
        "        if mode in closure.modes\n",
        "        if closure.modes\n",
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "a closure takes the front door too",
        "spatial/network/kept_doors.py",
        "result[row] = bool((way.base[low:high] & touching).any())",
        "result[row] = bool((way.base[low:high] & touching).all() and not touching.any())",
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "a closure across a junction closes the street beside it",
        "spatial/network/closing.py",
        "if margin < position < whole - margin]",
        "if 0 <= position <= whole]",
        (f"{NETWORK}/test_closing.py", EXACT),
    ),
    Mutation(
        "half of a street that is closed along stays open",
        "spatial/network/closing.py",
        "        if followed.along[piece.owner]:\n            return True\n",
        "        if followed.along[piece.owner]:\n            return False\n",
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "stubs stay when their path is closed",
        "spatial/network/kept_doors.py",
        "return closed | np.array(idle, np.bool_)",
        "return closed | (np.array(idle, np.bool_) & closed)",
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "who is exempt from one closure is exempt from all",
        "spatial/network/kept_doors.py",
        "        if not free:\n            base |= way.base",
        "        if not group.any():\n            base |= way.base",
        (f"{NETWORK}/test_closing.py",),
    ),
)

CHANGING: Final = (
    Mutation(
        "what burdens a lens on standing streets costs it nothing",
        "spatial/network/pace.py",
        "total += np.where(has[street], _rounded(position_ticks * extra), 0)",
        "total += np.where(has[street], 0, 0)",
        (f"{KINDS}/test_change.py",),
    ),
    Mutation(
        "what burdens a lens on drawn ways costs it nothing",
        "spatial/network/pace.py",
        "found.append(burden.ms_per_metre)",
        "found.append(0)",
        (f"{KINDS}/test_change.py", "tests/spatial/test_lens_laws.py"),
    ),
    Mutation(
        "a lens goes where it is barred",
        "spatial/network/pace.py",
        "Pace(lens.ms_per_metre, tuple(burdens), barred if barred.any() else None)",
        "Pace(lens.ms_per_metre, tuple(burdens), None)",
        (f"{KINDS}/test_change.py",),
    ),
    Mutation(
        "saying who may use a one-way street makes it two-way",
        "spatial/network/changing.py",
        "        if not (forward or backward):\n            forward = backward = True",
        "        if not (forward and backward):\n            forward = backward = True",
        (f"{KINDS}/test_change.py",),
    ),
)

MUTATIONS: Final = (*SEARCH, *STREETS, *JOINS, *CLOSING, *CHANGING)
