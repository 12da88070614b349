import { linearScale } from './scale';

interface StepChartProps {
  readonly title: string;
  /** Today first, then each phase; null where there is no number. */
  readonly values: readonly (number | null)[];
  readonly texts: readonly string[];
  readonly labels: readonly string[];
  readonly outcome: 'gain' | 'loss' | 'none' | 'unknown';
  /** The place that is looked at now, counted from today. */
  readonly looked: number;
}

const WIDTH = 300;
const HEIGHT = 88;
const LEFT = 12;
const RIGHT = 288;
const TOP = 20;
const BOTTOM = 52;
const ABOVE = -9;
const BELOW = 17;

/** One number from today through the phases: level until the next phase is built. */
export function StepChart({ title, values, texts, labels, outcome, looked }: StepChartProps) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const x = linearScale([0, Math.max(1, values.length - 1)], [LEFT, RIGHT]);
  const y = linearScale([Math.min(...known), Math.max(...known)], [BOTTOM, TOP]);
  const level = Math.min(...known) === Math.max(...known) ? () => (TOP + BOTTOM) / 2 : y;
  return (
    <svg
      class={`chart step-chart is-${outcome}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={title}
    >
      <path class="step-line" d={stepPath(values, x, level)} />
      {values.map((value, index) => (
        <g key={labels[index]}>
          {value !== null && (
            <>
              <circle
                class={index === looked ? 'dot-after is-looked' : 'dot-after'}
                cx={x(index)}
                cy={level(value)}
                r={index === looked ? 5.5 : 4}
              />
              <text
                class="row-value"
                x={x(index)}
                y={level(value) + (isFall(values, index) ? BELOW : ABOVE)}
                text-anchor={anchorOf(index, values.length)}
              >
                {texts[index]}
              </text>
            </>
          )}
          <text
            class="tick"
            x={x(index)}
            y={HEIGHT - 4}
            text-anchor={anchorOf(index, values.length)}
          >
            {labels[index]}
          </text>
        </g>
      ))}
    </svg>
  );
}

/** Along, then up or down; a gap where a number is missing. */
function stepPath(
  values: readonly (number | null)[],
  x: (index: number) => number,
  y: (value: number) => number,
): string {
  let path = '';
  values.forEach((value, index) => {
    if (value === null) return;
    const before = values[index - 1];
    path +=
      before === undefined || before === null
        ? `M${x(index)} ${y(value)}`
        : `H${x(index)}V${y(value)}`;
  });
  return path;
}

/** The line comes from above: the number stands below, clear of it. */
function isFall(values: readonly (number | null)[], index: number): boolean {
  const value = values[index] ?? null;
  const before = values[index - 1] ?? null;
  return value !== null && before !== null && value < before;
}

/** The first and the last stand against the edges. */
function anchorOf(index: number, count: number): 'start' | 'middle' | 'end' {
  if (index === 0) return 'start';
  return index === count - 1 ? 'end' : 'middle';
}
