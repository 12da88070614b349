import { type HomeColumns, newlyReaching } from './home-values';
import { findRow, type IndicatorRow, type Lens, outcomeOf, selectRows } from './indicator-row';
import { type CardId, headline, type Measure, type MeasureRows } from './measures';
import { alongStreets } from './modes';

/** What a card says first: the number that tells most, and how many residents it concerns. */
export interface Finding {
  readonly row: IndicatorRow;
  /** More (above zero) or fewer residents than before; null where it is not about people. */
  readonly residents: number | null;
}

/** The same finding as the place is today: nothing has moved yet. */
export function asBefore({ row, residents }: Finding): Finding {
  return {
    row: { ...row, proposal: row.baseline, change: row.baseline === null ? null : 0 },
    residents: residents === null ? null : 0,
  };
}

/**
 * What a card says: what the page has a sentence of its own for, otherwise the measure that tells
 * most. Only `rows` are told of; `measures` may hold older ones.
 */
export function cardFinding(
  id: CardId,
  rows: readonly IndicatorRow[],
  measures: readonly MeasureRows<Measure>[],
  lens: Lens,
  homes: HomeColumns | null,
): Finding | null {
  const own = {
    out: () => outFinding(rows, lens, homes),
    in: () => inFinding(rows, lens),
    through: () => null,
    tied: () => tiedFinding(rows, lens),
    fair: () => fairFinding(rows, lens),
  }[id]();
  if (own !== null) return own;
  const among = new Set(rows);
  const known = measures.map(({ measure, rows: told }) => ({
    measure,
    rows: told.filter((row) => among.has(row)),
  }));
  const row = headline(known);
  return row === null ? null : { row, residents: null };
}

/** The category whose share of residents within the cutoff moved most; the chosen one when even. */
export function outFinding(
  rows: readonly IndicatorRow[],
  lens: Lens,
  homes: HomeColumns | null,
): Finding | null {
  const shares = selectRows(rows, {
    id: 'share_within',
    mode: lens.mode,
    cutoff_min: lens.cutoffMin,
  });
  const chosen = shares.find((row) => row.category === lens.category) ?? null;
  const moved = strongest(shares, chosen);
  const residents =
    moved === null || moved.category === null || homes === null
      ? null
      : newlyReaching(homes, lens.mode, moved.category, lens.cutoffMin);
  if (moved !== null && residents !== null && residents !== 0) return { row: moved, residents };
  const times = selectRows(rows, { id: 'travel_time_nearest', mode: lens.mode });
  const nearer = strongest(times, times.find((row) => row.category === lens.category) ?? null);
  if (nearer !== null && outcomeOf(nearer) !== 'none' && outcomeOf(nearer) !== 'unknown') {
    return { row: nearer, residents: null };
  }
  return chosen === null ? null : { row: chosen, residents: 0 };
}

export function inFinding(rows: readonly IndicatorRow[], lens: Lens): Finding | null {
  const visitors = findRow(rows, {
    id: 'visitors_within',
    mode: lens.mode,
    category: null,
    cutoff_min: lens.cutoffMin,
  });
  if (visitors === undefined) return null;
  return { row: visitors, residents: Math.round(visitors.change ?? 0) };
}

/** Ways in first, then the longest edge without one, then the detour: the first that moved. */
export function tiedFinding(rows: readonly IndicatorRow[], lens: Lens): Finding | null {
  const candidates = [
    findRow(rows, { id: 'boundary_entrances', mode: alongStreets(lens.mode) }),
    findRow(rows, { id: 'entrance_gap', mode: alongStreets(lens.mode), variant: 'longest' }),
    findRow(rows, { id: 'detour_factor', variant: '400' }),
    findRow(rows, { id: 'detour_factor', variant: '800' }),
    findRow(rows, { id: 'detour_factor', variant: '1200' }),
  ].filter((row) => row !== undefined);
  const row = candidates.find((candidate) => isMoved(candidate)) ?? candidates[0];
  return row === undefined ? null : { row, residents: null };
}

export function fairFinding(rows: readonly IndicatorRow[], lens: Lens): Finding | null {
  const gaps = selectRows(rows, {
    id: 'gap_to_city',
    mode: lens.mode,
    variant: 'travel_time_nearest',
  });
  const row = strongest(gaps, gaps.find((gap) => gap.category === lens.category) ?? null);
  return row === null ? null : { row, residents: null };
}

function isMoved(row: IndicatorRow): boolean {
  const outcome = outcomeOf(row);
  return outcome === 'gain' || outcome === 'loss';
}

/** The chosen row when it moved, otherwise the one that moved most, otherwise the chosen one. */
function strongest(
  rows: readonly IndicatorRow[],
  chosen: IndicatorRow | null,
): IndicatorRow | null {
  if (chosen !== null && isMoved(chosen)) return chosen;
  const [most] = rows
    .filter(isMoved)
    .toSorted((a, b) => Math.abs(b.change ?? Infinity) - Math.abs(a.change ?? Infinity));
  return most ?? chosen;
}
