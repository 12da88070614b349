"""Breakages of what is searched again, counted, summed and drawn."""

from __future__ import annotations

from typing import Final

from tests.mutations.mutation import Mutation
from tests.mutations.of_the_network import EXACT, KINDS, LAWS, NETWORK, SAME

INDICATORS: Final = "tests/spatial/indicators"
CORES: Final = "tests/spatial/test_laws_of_sameness.py"
GRID: Final = "tests/spatial/test_first_principles.py"

REPAIR: Final = (
    Mutation(
        "repair marks all but the last node behind a closure",
        "spatial/repair.py",
        "while done < count:",
        "while done < count - 1:",
        (SAME,),
    ),
    Mutation(
        "repair starts from nowhere at doors behind a closure",
        "spatial/repair.py",
        "times[seeds[0][k]] = min(times[seeds[0][k]], seeds[1][k])",
        "times[seeds[0][k]] = min(times[seeds[0][k]], _NEVER)",
        (SAME,),
    ),
    Mutation(
        "repair enters over closed pieces",
        "spatial/repair.py",
        "if not marked[tail] and times[tail] < _NEVER and not closed[incoming[3][arc]]:",
        "if not marked[tail] and times[tail] < _NEVER:",
        (SAME,),
    ),
    Mutation(
        "repair walks on over closed pieces",
        "spatial/repair.py",
        "if not closed[outgoing[3][arc]] and then < times[head]:",
        "if then < times[head]:",
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "repair remembers the marks of the home before",
        "spatial/repair.py",
        "for k in range(found):",
        "for k in range(found - 1):",
        (SAME,),
    ),
    Mutation(
        "repair writes one row too far",
        "spatial/repair.py",
        "override[place] = count\n        count += 1",
        "count += 1\n        override[place] = count - (count > 1)",
        (SAME,),
    ),
    Mutation(
        "parts of a repair write over each other",
        "spatial/repair.py",
        "    count = low\n",
        "    count = 0\n",
        (CORES,),
    ),
)

GATEWAYS: Final = (
    Mutation(
        "parts of the homes write over each other",
        "spatial/gateways.py",
        "    count = low\n",
        "    count = 0\n",
        (CORES,),
    ),
    Mutation(
        "a part of the homes looks for its doors among those of all",
        "spatial/gateways.py",
        "door = np.searchsorted(doors_in[0], low)",
        "door = 0",
        (CORES,),
    ),
    Mutation(
        "doors on drawn lines lead nobody out",
        "spatial/gateways.py",
        "first[doors_in[1][door]] = min(first[doors_in[1][door]], doors_in[2][door])",
        "first[doors_in[1][door]] = min(first[doors_in[1][door]], np.int64(_NEVER))",
        (SAME,),
    ),
    Mutation(
        "doors on drawn lines let nobody in",
        "spatial/gateways.py",
        "if reached[place] < _NEVER and reached[place] + doors_out[2][k] < target[column]:",
        "if reached[place] < 0 and reached[place] + doors_out[2][k] < target[column]:",
        (SAME,),
    ),
    Mutation(
        "two joins on one street do not see each other",
        "spatial/gateways.py",
        "    _same_piece(city, patch, mode, gates, among)\n",
        "",
        (f"{NETWORK}/test_joins.py",),
    ),
    Mutation(
        "a join in a one-way street is entered from both sides",
        "spatial/gateways.py",
        "into = [(tail, before)] * forward + [(head, after)] * backward",
        "into = [(tail, before), (head, after)]",
        (SAME,),
    ),
    Mutation(
        "what is left of a closed street is forgotten",
        "spatial/gateways.py",
        'and (piece.kind != "half" or piece.changed or closings.base[piece.owner])',
        'and (piece.kind != "half" or piece.changed)',
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "a closing along a street takes the bridge above it",
        "spatial/network/closing.py",
        "other != grade and shapely.dwithin(part, point, ALONG_M)",
        "other < 0 and shapely.dwithin(part, point, ALONG_M)",
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "closed ways of a drawing are ways",
        "spatial/gateways.py",
        "        if not shut\n        and max(piece.times[mode]) >= 0",
        "        if max(piece.times[mode]) >= 0",
        (f"{NETWORK}/test_closing.py",),
    ),
    Mutation(
        "the last place of a drawing is passed by nobody",
        "spatial/gateways.py",
        "for via in range(count):",
        "for via in range(count - 1):",
        (SAME,),
    ),
    Mutation(
        "a way through a drawing leaves without the time to its gate",
        "spatial/gateways.py",
        "reached[other] = min(reached[other], first[place] + among[place, other])",
        "reached[other] = min(reached[other], first[place])",
        (SAME,),
    ),
    Mutation(
        "doors kept open over a closure are searched from no more",
        "spatial/proposal.py",
        "rows = np.flatnonzero(np.isin(homes, changed.closings.exempt_homes))",
        "rows = np.flatnonzero(np.isin(homes, changed.closings.exempt_homes))[:0]",
        (SAME,),
    ),
    Mutation(
        "doors kept open over a closure are searched to no more",
        "spatial/proposal.py",
        "        if len(columns):\n",
        "        if not len(columns):\n",
        (SAME,),
    ),
    Mutation(
        "times to new homes are those from them",
        "spatial/proposal.py",
        "        after.incoming,\n        after.node_count,\n        rows=np.arange(count),",
        "        after.outgoing,\n        after.node_count,\n        rows=np.arange(count),",
        (SAME,),
    ),
)

COUNTS: Final = (
    Mutation(
        "a place at the cutoff is beyond it",
        "spatial/measures.py",
        "if time <= cutoffs_ms[cutoff]:",
        "if time < cutoffs_ms[cutoff]:",
        (f"{INDICATORS}/test_reaching_out.py", GRID),
    ),
    Mutation(
        "people at the cutoff are beyond it",
        "spatial/measures.py",
        "total += others[k] if times[k] <= limit else np.int64(0)",
        "total += others[k] if times[k] < limit else np.int64(0)",
        (f"{INDICATORS}/test_reaching_out.py", GRID),
    ),
    Mutation(
        "a facility that is gone counts as another kind",
        "spatial/measures.py",
        "if kind < 0 or time == _NEVER:",
        "if time == _NEVER:",
        (f"{INDICATORS}/test_reaching_out.py", EXACT, "tests/spatial/test_laws_of_people.py"),
    ),
    Mutation(
        "inside and outside are swapped",
        "spatial/measures.py",
        "        if inside[k]:\n",
        "        if not inside[k]:\n",
        (f"{INDICATORS}/test_visiting.py",),
    ),
    Mutation(
        "larger cutoffs hold only what smaller ones do not",
        "spatial/measures.py",
        "counts[home, :, cutoff] += counts[home, :, cutoff - 1]",
        "counts[home, :, cutoff] += 0",
        (f"{INDICATORS}/test_reaching_out.py", GRID),
    ),
    Mutation(
        "the last home that changes is not counted again",
        "spatial/measures.py",
        "which = np.flatnonzero(times.table.touched)\n        if",
        "which = np.flatnonzero(times.table.touched)[:-1]\n        if",
        ("tests/spatial/test_assess.py", EXACT),
    ),
    Mutation(
        "exactly half is not enough for a median",
        "spatial/summaries.py",
        "row = np.argmax(2 * running >= total, axis=0)",
        "row = np.argmax(2 * running > total, axis=0)",
        (f"{INDICATORS}/test_reaching_out.py",),
    ),
    Mutation(
        "every home weighs the same",
        "spatial/summaries.py",
        "weight = weights[chosen]",
        "weight = np.ones_like(weights[chosen])",
        (f"{INDICATORS}/test_reaching_out.py",),
    ),
    Mutation(
        "a share leaves out those at the cutoff",
        "spatial/summaries.py",
        "weight @ (nearest <= limit)",
        "weight @ (nearest < limit)",
        (f"{INDICATORS}/test_reaching_out.py", GRID),
    ),
    Mutation(
        "homes outside the area count in it",
        "spatial/summaries.py",
        "chosen = np.flatnonzero(homes & (weights > 0))",
        "chosen = np.flatnonzero(weights > 0)",
        (f"{INDICATORS}/test_reaching_out.py",),
    ),
)

BOUNDARY: Final = (
    Mutation(
        "a closed street is still a way in",
        "spatial/boundary.py",
        "if patch is None or changed is None or not changed.closings.base[piece]:",
        "if patch is None or changed is None or piece >= 0:",
        (f"{INDICATORS}/test_form.py",),
    ),
    Mutation(
        "a drawn path that is closed again is a way in",
        "spatial/boundary.py",
        "if shut or max(piece.times[mode]) < 0 or not _is_new(city, mode, piece):",
        "if max(piece.times[mode]) < 0 or not _is_new(city, mode, piece):",
        (f"{INDICATORS}/test_form.py", f"{LAWS}::test_2_removing_never_helps"),
    ),
    Mutation(
        "a path for walkers is a way in for bikes",
        "spatial/boundary.py",
        "if shut or max(piece.times[mode]) < 0 or not _is_new(city, mode, piece):",
        "if shut or not _is_new(city, mode, piece):",
        (f"{INDICATORS}/test_form.py",),
    ),
    Mutation(
        "the gap over the boundary's start is cut short",
        "spatial/boundary.py",
        "ends = [*ring.ways_m[1:], ring.ways_m[0] + ring.length_m]",
        "ends = [*ring.ways_m[1:], ring.length_m]",
        (f"{INDICATORS}/test_form.py",),
    ),
    Mutation(
        "ways in ten metres apart are two",
        "spatial/boundary.py",
        "            if way > reach:\n",
        "            if way >= reach:\n",
        (f"{INDICATORS}/test_form.py",),
    ),
)

DRAWING: Final = (
    Mutation(
        "a path at grade crosses barriers",
        "spatial/interventions/connection.py",
        "    if grade == AT_GRADE:\n",
        "    if grade != AT_GRADE:\n",
        (f"{KINDS}/test_connection.py",),
    ),
    Mutation(
        "bikes ride up steps",
        "spatial/interventions/connection.py",
        "modes = modes & {Mode.WALK}",
        "modes = modes | {Mode.WALK}",
        (f"{KINDS}/test_connection.py",),
    ),
    Mutation(
        "a facility removed stays",
        "spatial/comparison.py",
        "category[np.array(sorted(edits.removed_facilities), np.int64)] = -1",
        "category[np.array(sorted(edits.removed_facilities), np.int64)[:0]] = -1",
        (f"{INDICATORS}/test_visiting.py",),
    ),
    Mutation(
        "any facility near enough is removed, not the nearest",
        "spatial/interventions/facility_removal.py",
        "order = np.lexsort((ids[near].astype(str), np.round(away_m[near], 6)))",
        "order = np.lexsort((np.round(away_m[near], 6), ids[near].astype(str)))",
        (f"{KINDS}/test_facility_removal.py",),
    ),
    Mutation(
        "a facility far away is removed",
        "spatial/interventions/facility_removal.py",
        "near = np.flatnonzero(away_m <= NEAR_M)",
        "near = np.flatnonzero(away_m <= 2 * NEAR_M)",
        (f"{KINDS}/test_facility_removal.py",),
    ),
    Mutation(
        "the share demolished is the share that stays",
        "spatial/interventions/demolition.py",
        "(1.0 - share,)",
        "(share,)",
        (f"{KINDS}/test_demolition.py",),
    ),
    Mutation(
        "a demolition in part takes the shop",
        "spatial/interventions/demolition.py",
        "facilities.tolist() if share == 1.0 else ()",
        "facilities.tolist()",
        (f"{KINDS}/test_demolition.py",),
    ),
    Mutation(
        "of two demolitions only the last one counts",
        "spatial/drawing.py",
        "tuple(sorted((*kept.get(row, ()), *shares)))",
        "tuple(shares)",
        (f"{KINDS}/test_demolition.py",),
    ),
    Mutation(
        "nobody moves when homes are demolished",
        "spatial/comparison.py",
        "residents[row] *= float(np.prod(shares))",
        "residents[row] *= float(np.prod(shares)) ** 0",
        (f"{KINDS}/test_demolition.py",),
    ),
    Mutation(
        "one person moves into each new home",
        "spatial/interventions/housing.py",
        "(homes or 0.0) * RESIDENTS_A_HOME",
        "(homes or 0.0)",
        (f"{KINDS}/test_housing.py",),
    ),
    Mutation(
        "the wait that is written is not waited",
        "spatial/interventions/crossing.py",
        "(DELAYS_S[control] if delay_s is None else delay_s)",
        "DELAYS_S[control]",
        (f"{KINDS}/test_crossing.py",),
    ),
)

MUTATIONS: Final = (*REPAIR, *GATEWAYS, *COUNTS, *BOUNDARY, *DRAWING)
