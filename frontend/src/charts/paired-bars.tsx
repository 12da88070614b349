import { linearScale, valueRoom } from './scale';

export interface Pair {
  readonly label: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly text: string;
}

interface PairedBarsProps {
  readonly title: string;
  readonly pairs: readonly Pair[];
}

const WIDTH = 300;
const ROW = 19;
const LEFT = 116;

/** Bars after, with a mark where each was before. */
export function PairedBars({ title, pairs }: PairedBarsProps) {
  const top = Math.max(1, ...pairs.flatMap(({ before, after }) => [before ?? 0, after ?? 0]));
  const right = WIDTH - valueRoom(pairs.map(({ text }) => text));
  const x = linearScale([0, top], [LEFT, right]);
  return (
    <svg
      class="chart"
      viewBox={`0 0 ${WIDTH} ${pairs.length * ROW + 4}`}
      role="img"
      aria-label={title}
    >
      {pairs.map(({ label, before, after, text }, row) => (
        <g key={label} transform={`translate(0 ${row * ROW + 2})`}>
          <text class="row-label" x={LEFT - 6} y="12" text-anchor="end">
            {label}
          </text>
          <rect class="bar-after" x={LEFT} y="4" height="10" width={x(after ?? 0) - LEFT} rx="1" />
          {before !== after && (
            <line class="mark-before" x1={x(before ?? 0)} x2={x(before ?? 0)} y1="1" y2="17" />
          )}
          <text class="row-value" x={WIDTH} y="12" text-anchor="end">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
