import type { Pair } from './paired-bars';
import { linearScale, valueRoom } from './scale';

interface DumbbellsProps {
  readonly title: string;
  readonly pairs: readonly Pair[];
  /** The value all are held against, drawn as a line. */
  readonly reference: number;
}

const WIDTH = 300;
const ROW = 19;
const LEFT = 116;

/** A hollow dot before, a filled one after, and the line they are held against. */
export function Dumbbells({ title, pairs, reference }: DumbbellsProps) {
  const values = pairs.flatMap(({ before, after }) => [before ?? reference, after ?? reference]);
  const low = Math.min(reference, ...values);
  const high = Math.max(reference, ...values);
  const room = (high - low) * 0.06 || 0.1;
  const right = WIDTH - valueRoom(pairs.map(({ text }) => text));
  const x = linearScale([low - room, high + room], [LEFT, right]);
  const height = pairs.length * ROW + 4;
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={title}>
      <line class="reference" x1={x(reference)} x2={x(reference)} y1="0" y2={height} />
      {pairs.map(({ label, before, after, text }, row) => (
        <g key={label} transform={`translate(0 ${row * ROW + 2})`}>
          <text class="row-label" x={LEFT - 6} y="12" text-anchor="end">
            {label}
          </text>
          {before !== null && after !== null && (
            <line class="dumbbell" x1={x(before)} x2={x(after)} y1="9" y2="9" />
          )}
          {before !== null && <circle class="dot-before" cx={x(before)} cy="9" r="4" />}
          {after !== null && <circle class="dot-after" cx={x(after)} cy="9" r="4" />}
          <text class="row-value" x={WIDTH} y="12" text-anchor="end">
            {text}
          </text>
        </g>
      ))}
    </svg>
  );
}
