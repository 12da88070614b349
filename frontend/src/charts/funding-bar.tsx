import { useId } from 'preact/hooks';
import type { Stretch } from '../core/bill';
import type { Funder } from '../core/funding';

interface FundingBarProps {
  readonly title: string;
  readonly stretches: readonly Stretch[];
}

const WIDTH = 300;
const HEIGHT = 22;

/** Who pays, as one bar: each payer has a pattern of their own, so that grey print tells them too. */
export function FundingBar({ title, stretches }: FundingBarProps) {
  const id = useId();
  return (
    <svg class="funding-bar" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
      <FunderPatterns id={id} />
      {stretches.map(({ funder, from, to }) => (
        <g key={funder}>
          <rect class={`funder-${funder}`} x={from * WIDTH} y="0" {...sized(from, to)} />
          <rect fill={`url(#${id}${funder})`} x={from * WIDTH} y="0" {...sized(from, to)} />
        </g>
      ))}
      <rect class="funding-frame" x="0.5" y="0.5" width={WIDTH - 1} height={HEIGHT - 1} />
    </svg>
  );
}

function sized(from: number, to: number) {
  return { width: (to - from) * WIDTH, height: HEIGHT };
}

/** The sign of one payer, beside their name. */
export function FunderSwatch({ funder }: { funder: Funder }) {
  const id = useId();
  return (
    <svg class="funder-swatch" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <FunderPatterns id={id} />
      <rect class={`funder-${funder}`} width="16" height="16" />
      <rect fill={`url(#${id}${funder})`} width="16" height="16" />
      <rect class="funding-frame" x="0.5" y="0.5" width="15" height="15" />
    </svg>
  );
}

/** Plain, hatched, dotted and crossed. */
function FunderPatterns({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={`${id}housing_organisation`} width="8" height="8" />
      <pattern
        id={`${id}municipality`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <path class="funder-ink" d="M0 0V6" />
      </pattern>
      <pattern id={`${id}foundation`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle class="funder-dot" cx="3" cy="3" r="1.3" />
      </pattern>
      <pattern id={`${id}others`} width="7" height="7" patternUnits="userSpaceOnUse">
        <path class="funder-ink" d="M0 0 7 7M7 0 0 7" />
      </pattern>
    </defs>
  );
}
