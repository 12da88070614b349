import { computed, effect, signal, untracked } from '@preact/signals';
import { assessMeasures } from '../api/assess';
import { type CostAnswer, priceDrawing } from '../api/cost';
import { isAbort, ServiceAway, ServiceProblem } from '../api/problem';
import type { IndicatorRow } from '../core/indicator-row';
import type { Intervention } from '../core/proposal';
import { answer } from './assessment';
import { areaId } from './place';
import { ownPrices } from './proposal-prices';
import { settings } from './settings';
import { walker } from './walker';
import { proposal } from './workspace';

/** Whether somebody looks at prices: nothing is asked for before. */
export const moneyOpen = signal(false);
export const phasesOpen = signal(false);

interface Priced {
  readonly answer: CostAnswer;
  readonly drawn: readonly Intervention[];
  readonly prices: Readonly<Record<string, number>>;
}

/** The last bill; while a new one is worked out it is kept. */
export const priced = signal<Priced | null>(null);
export const moneyState = signal<'idle' | 'working' | 'ready' | 'invalid' | 'away' | 'failed'>(
  'idle',
);
export const moneyTrouble = signal('');
/** What a minute saved costs, for each way of moving. */
export const minutePrices = signal<readonly IndicatorRow[]>([]);

/** The bill of what is drawn now, or of what was drawn before. */
export const isFreshBill = computed(
  () =>
    priced.value !== null &&
    priced.value.drawn === proposal.value?.interventions &&
    priced.value.prices === ownPrices.value,
);

/** The change that is pointed at in a list, for the map to mark. */
export const pointedId = signal<string | null>(null);

let running: AbortController | null = null;

/** Price the whole proposal after each live answer, as long as somebody looks. */
export function keepPriced(): void {
  effect(() => {
    areaId.value;
    priced.value = null;
    minutePrices.value = [];
  });
  effect(() => {
    const wanted = moneyOpen.value || phasesOpen.value;
    const ready = answer.value !== null && proposal.value !== null;
    running?.abort();
    if (wanted && ready) untracked(() => void askPrices());
  });
}

export async function askPrices(): Promise<void> {
  const area = areaId.peek();
  const drawn = proposal.peek()?.interventions;
  if (area === null || drawn === undefined) return;
  running?.abort();
  const current = new AbortController();
  running = current;
  const { signal: stop } = current;
  const prices = ownPrices.peek();
  moneyState.value = 'working';
  try {
    const given = await priceDrawing({ area, drawn, prices, signal: stop });
    if (stop.aborted) return;
    priced.value = { answer: given, drawn, prices };
    moneyState.value = 'ready';
    if (moneyOpen.peek()) await askMinutes(area, drawn, stop);
  } catch (error) {
    if (!stop.aborted && !isAbort(error)) refuse(error);
  }
}

async function askMinutes(
  area: string,
  drawn: readonly Intervention[],
  stop: AbortSignal,
): Promise<void> {
  const given = await assessMeasures({
    area,
    drawn,
    settings: settings.peek(),
    walker: walker.peek()?.id ?? null,
    indicators: ['cost_per_minute'],
    signal: stop,
  });
  if (!stop.aborted) minutePrices.value = given.indicators;
}

function refuse(error: unknown): void {
  moneyTrouble.value = error instanceof Error ? error.message : String(error);
  if (error instanceof ServiceAway) moneyState.value = 'away';
  else {
    const wrong = error instanceof ServiceProblem && error.body.issues !== undefined;
    moneyState.value = wrong ? 'invalid' : 'failed';
  }
}
