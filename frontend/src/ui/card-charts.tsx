import { Dumbbells } from '../charts/dumbbells';
import type { Pair } from '../charts/paired-bars';
import { PairedBars } from '../charts/paired-bars';
import { ReachCurve } from '../charts/reach-curve';
import { findRow, type IndicatorRow, selectRows } from '../core/indicator-row';
import type { CardId } from '../core/measures';
import { formatLength, formatNumber, formatShare, formatValue } from '../i18n/format';
import { messages } from '../i18n/language';
import { aCategory, categoryName } from '../i18n/names';
import { lens, showingBefore } from '../session/lens';
import { travel } from '../session/travel';
import { measureName, rowDetail } from './measure-words';

interface ChartProps {
  readonly rows: readonly IndicatorRow[];
  readonly row: IndicatorRow;
}

interface CardChartProps extends ChartProps {
  readonly id: CardId;
}

/** The chart of a card fits what it says; what the page does not know is drawn as bars. */
export function CardChart({ id, rows, row }: CardChartProps) {
  if (row.id === 'share_within' || row.id === 'travel_time_nearest') {
    return <OutChart rows={rows} row={row} />;
  }
  if (row.id === 'visitors_within') return <InChart rows={rows} row={row} />;
  if (row.id === 'gap_to_city') return <FairChart rows={rows} row={row} />;
  if (id === 'tied') return <TiedChart rows={rows} />;
  return <MeasureChart rows={rows} row={row} />;
}

const MOST_ROWS = 5;

/** While “before” is held, the chart shows before as well. */
function afterOf(row: IndicatorRow | undefined): number | null {
  return (showingBefore.value ? row?.baseline : row?.proposal) ?? null;
}

function OutChart({ rows, row }: ChartProps) {
  const words = messages.value;
  const points = travel.value.cutoffsMin.map((minutes) => {
    const share = findRow(rows, {
      id: 'share_within',
      mode: row.mode,
      category: row.category,
      cutoff_min: minutes,
    });
    return { minutes, before: share?.baseline ?? null, after: afterOf(share) };
  });
  return (
    <ReachCurve
      title={words.charts.reach(aCategory(row.category, words))}
      points={points}
      cutoffMin={lens.value.cutoffMin}
      minutesLabel={words.charts.minutes}
      shareText={(share) => formatShare(share, words)}
    />
  );
}

function InChart({ rows, row }: ChartProps) {
  const words = messages.value;
  const pairs = selectRows(rows, { id: row.id, mode: row.mode, cutoff_min: row.cutoff_min })
    .filter(({ category, proposal, baseline }) => category !== null && (proposal || baseline))
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, MOST_ROWS)
    .map((each): Pair => {
      const after = afterOf(each);
      const label = categoryName(each.category, words);
      return { label, before: each.baseline, after, text: formatValue(after, each.unit, words) };
    });
  return pairs.length === 0 ? null : <PairedBars title={words.charts.visitors} pairs={pairs} />;
}

/** What moved comes first, then what is large. */
function weight({ change, proposal }: IndicatorRow): number {
  return Math.abs(change ?? 0) * 1e6 + (proposal ?? 0);
}

function TiedChart({ rows }: { rows: readonly IndicatorRow[] }) {
  const words = messages.value;
  const pairs = ['400', '800', '1200'].flatMap((variant): Pair[] => {
    const row = findRow(rows, { id: 'detour_factor', variant });
    if (row === undefined || (row.baseline === null && row.proposal === null)) return [];
    const after = afterOf(row);
    const text = after === null ? '–' : formatNumber(after, words, 2);
    return [{ label: formatLength(Number(variant), words), before: row.baseline, after, text }];
  });
  if (pairs.length === 0) return null;
  return (
    <figure>
      <figcaption>{words.charts.detour}</figcaption>
      <Dumbbells title={words.charts.detour} pairs={pairs} reference={1} />
    </figure>
  );
}

function FairChart({ rows, row }: ChartProps) {
  const words = messages.value;
  const pairs = selectRows(rows, { id: row.id, mode: row.mode, variant: row.variant })
    .filter(({ baseline, proposal }) => baseline !== null && proposal !== null)
    .toSorted((a, b) => Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0))
    .slice(0, MOST_ROWS)
    .map((each): Pair => {
      const after = afterOf(each);
      const label = categoryName(each.category, words);
      return { label, before: each.baseline, after, text: formatValue(after, each.unit, words) };
    });
  if (pairs.length === 0) return null;
  return (
    <figure>
      <figcaption>{words.charts.gap}</figcaption>
      <Dumbbells title={words.charts.gap} pairs={pairs} reference={1} />
    </figure>
  );
}

/** An indicator beside itself: its ways of moving, places, times or variants. */
function MeasureChart({ rows, row }: ChartProps) {
  const words = messages.value;
  const own = selectRows(rows, { id: row.id }).filter(({ proposal }) => proposal !== null);
  const field = FIELDS.find((each) => own.filter((one) => differOnlyIn(one, row, each)).length > 1);
  if (field === undefined) return null;
  const shown = own.filter((each) => differOnlyIn(each, row, field)).slice(0, MOST_ROWS);
  const pairs = shown.map((each): Pair => {
    const after = afterOf(each);
    const text = formatValue(after, each.unit, words);
    // What all rows share stands in the card already.
    return {
      label: rowDetail({ ...NO_DETAIL, [field]: each[field] }) || rowDetail(each),
      before: each.baseline,
      after,
      text,
    };
  });
  return <PairedBars title={measureName(row.id)} pairs={pairs} />;
}

const FIELDS = ['mode', 'category', 'cutoff_min', 'variant'] as const;
type Field = (typeof FIELDS)[number];
const NO_DETAIL = { mode: null, category: null, cutoff_min: null, variant: null };

function differOnlyIn(one: IndicatorRow, other: IndicatorRow, field: Field): boolean {
  return FIELDS.every((each) => each === field || one[each] === other[each]);
}
