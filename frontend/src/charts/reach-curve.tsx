import { linearScale } from './scale';

export interface ReachPoint {
  readonly minutes: number;
  readonly before: number | null;
  readonly after: number | null;
}

interface ReachCurveProps {
  readonly title: string;
  readonly points: readonly ReachPoint[];
  readonly cutoffMin: number;
  readonly minutesLabel: string;
  readonly shareText: (share: number) => string;
}

const WIDTH = 300;
const HEIGHT = 84;
const LEFT = 36;
const RIGHT = 290;
const TOP = 8;
const BOTTOM = 66;

/** The share of residents who arrive, minute by minute, before and after. */
export function ReachCurve({ title, points, cutoffMin, minutesLabel, shareText }: ReachCurveProps) {
  const last = points.at(-1)?.minutes ?? 1;
  const x = linearScale([0, last], [LEFT, RIGHT]);
  const y = linearScale([0, 1], [BOTTOM, TOP]);
  const line = (pick: (point: ReachPoint) => number | null) =>
    [[0, 0] as const, ...points.map((point) => [point.minutes, pick(point) ?? 0] as const)]
      .map(([minutes, share]) => `${x(minutes).toFixed(1)} ${y(share).toFixed(1)}`)
      .join('L');
  return (
    <svg class="chart" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line class="grid" x1={LEFT} x2={RIGHT} y1={y(share)} y2={y(share)} />
          <text class="tick" x={LEFT - 4} y={y(share) + 3} text-anchor="end">
            {shareText(share)}
          </text>
        </g>
      ))}
      <line class="cutoff" x1={x(cutoffMin)} x2={x(cutoffMin)} y1={TOP} y2={BOTTOM} />
      {points.map(({ minutes }) =>
        minutes === last ? (
          <text class="tick" key={minutes} x={WIDTH} y={HEIGHT - 6} text-anchor="end">
            {minutes} {minutesLabel}
          </text>
        ) : (
          <text class="tick" key={minutes} x={x(minutes)} y={HEIGHT - 6} text-anchor="middle">
            {minutes}
          </text>
        ),
      )}
      <path class="line-before" d={`M${line(({ before }) => before)}`} />
      <path class="line-after" d={`M${line(({ after }) => after)}`} />
    </svg>
  );
}
