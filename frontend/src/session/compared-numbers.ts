import { computed, effect, signal, untracked } from '@preact/signals';
import { type AssessAnswer, assess, assessMeasures } from '../api/assess';
import { isAbort, ServiceAway } from '../api/problem';
import { inTurns } from '../core/in-turns';
import type { IndicatorRow } from '../core/indicator-row';
import { type ComparedDrawing, columns, compared, load } from './comparing';
import { heavyOf } from './on-demand';
import { areaId } from './place';
import { loadRegistry } from './registry';
import { withPrices } from './settings';
import { travel } from './travel';
import { walker } from './walker';

/** The numbers of one drawing, as far as they have come. */
export type Numbers =
  | { readonly state: 'working' | 'away' }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'ready'; readonly answer: AssessAnswer };

/** What is too heavy to work out unasked, for every proposal: by question of the registry. */
export interface HeavyWork {
  readonly state: 'working' | 'away' | 'failed';
  readonly done: number;
  readonly of: number;
  readonly why: string;
}

const AT_ONCE = 2;
/** Answers hold every home; more than these are forgotten, the oldest first. */
const MOST_KEPT = 24;
const MOST_HEAVY_KEPT = 120;

const turns = inTurns(AT_ONCE);
const answers = signal<ReadonlyMap<string, Numbers>>(new Map());
const heavyRows = signal<ReadonlyMap<string, readonly IndicatorRow[]>>(new Map());
export const heavyWork = signal<ReadonlyMap<number, HeavyWork>>(new Map());
const asking = new Map<string, AbortController>();
const askingHeavy = new Map<number, AbortController>();

/** What an answer depends on: the drawing in its version, the walker, and numbers set by the reader. */
const circumstances = computed(
  () =>
    `${areaId.value}|${walker.value?.id ?? ''}|${JSON.stringify(travel.value)}|${JSON.stringify(withPrices({}))}`,
);

const keyOf = ({ version }: ComparedDrawing) => `${version}|${circumstances.value}`;
const heavyKey = (drawing: ComparedDrawing, group: number) => `${group}|${keyOf(drawing)}`;

export function numbersOf(drawing: ComparedDrawing): Numbers {
  return answers.value.get(keyOf(drawing)) ?? { state: 'working' };
}

/** Every number there is of a drawing, those on demand included. */
export function rowsOf(drawing: ComparedDrawing): readonly IndicatorRow[] {
  const numbers = numbersOf(drawing);
  const live = numbers.state === 'ready' ? numbers.answer.indicators : [];
  const heavy = [...heavyRows.value].filter(([key]) => key.endsWith(`|${keyOf(drawing)}`));
  return [...live, ...heavy.flatMap(([, rows]) => rows)];
}

const drawings = computed<readonly ComparedDrawing[]>(() =>
  columns.value.flatMap(({ loaded }) => (loaded.state === 'here' ? [loaded.drawing] : [])),
);

/** Whether a question has heavy numbers that some proposal still lacks. */
export function lacksHeavy(group: number): boolean {
  if (heavyOf(group).length === 0) return false;
  return drawings.value.some((drawing) => !heavyRows.value.has(heavyKey(drawing, group)));
}

/** Ask for every proposal once; what was asked before is there at once. */
export function keepComparedNumbers(): void {
  effect(() => {
    const wanted = compared.value === null ? [] : drawings.value;
    const keys = new Set(wanted.map(keyOf));
    untracked(() => {
      for (const key of asking.keys()) if (!keys.has(key)) drop(key);
      for (const drawing of wanted) if (!answers.peek().has(keyOf(drawing))) void ask(drawing);
    });
  });
  effect(() => {
    circumstances.value;
    if (compared.value !== null) void loadRegistry();
    // Numbers of other circumstances would never be shown.
    untracked(() => {
      for (const group of askingHeavy.keys()) stopHeavy(group);
    });
  });
}

/** Try once more what the service did not answer. */
export function askAllAgain(): void {
  void loadRegistry();
  for (const { id, loaded } of columns.peek()) {
    if (loaded.state === 'away' || loaded.state === 'refused') void load(id);
    else if (loaded.state === 'here' && !isAnswered(loaded.drawing)) void ask(loaded.drawing);
  }
}

const isAnswered = (drawing: ComparedDrawing) => {
  const { state } = numbersOf(drawing);
  return state === 'ready' || state === 'working';
};

async function ask(drawing: ComparedDrawing): Promise<void> {
  const area = areaId.peek();
  if (area === null) return;
  const key = keyOf(drawing);
  const current = new AbortController();
  asking.set(key, current);
  keep(key, { state: 'working' });
  const subject = subjectOf(area, drawing, current.signal);
  try {
    const answer = await turns(() => assess(subject));
    keep(key, { state: 'ready', answer });
  } catch (error) {
    if (current.signal.aborted || isAbort(error)) return;
    if (error instanceof ServiceAway) keep(key, { state: 'away' });
    else keep(key, { state: 'refused', why: error instanceof Error ? error.message : '' });
  } finally {
    if (asking.get(key) === current) asking.delete(key);
  }
}

/** What nobody looks at any more is not waited for. */
function drop(key: string): void {
  asking.get(key)?.abort();
  asking.delete(key);
  answers.value = new Map([...answers.peek()].filter(([each]) => each !== key));
}

/** Work out what is heavy in a question for every proposal that lacks it. */
export async function demandHeavy(group: number): Promise<void> {
  const area = areaId.peek();
  if (area === null) return;
  stopHeavy(group);
  const current = new AbortController();
  askingHeavy.set(group, current);
  const lacking = drawings.peek().filter((each) => !heavyRows.peek().has(heavyKey(each, group)));
  const began = { state: 'working', done: 0, of: lacking.length, why: '' } as const;
  tell(group, began);
  const one = async (drawing: ComparedDrawing) => {
    const subject = subjectOf(area, drawing, current.signal);
    const indicators = heavyOf(group);
    const key = heavyKey(drawing, group);
    const { indicators: rows } = await turns(() => assessMeasures({ ...subject, indicators }));
    heavyRows.value = latest([...heavyRows.peek(), [key, rows]], MOST_HEAVY_KEPT);
    const now = heavyWork.peek().get(group) ?? began;
    if (!current.signal.aborted) tell(group, { ...now, done: now.done + 1 });
  };
  try {
    await Promise.all(lacking.map(one));
    if (!current.signal.aborted) tell(group, null);
  } catch (error) {
    const stopped = current.signal.aborted;
    current.abort();
    if (stopped || isAbort(error)) return;
    const why = error instanceof Error ? error.message : String(error);
    const now = heavyWork.peek().get(group) ?? began;
    tell(group, { ...now, state: error instanceof ServiceAway ? 'away' : 'failed', why });
  }
}

/** Stop waiting; what has come is kept. */
export function stopHeavy(group: number): void {
  askingHeavy.get(group)?.abort();
  askingHeavy.delete(group);
  tell(group, null);
}

function subjectOf(area: string, { drawn, prices }: ComparedDrawing, aborted: AbortSignal) {
  const seen = walker.peek()?.id ?? null;
  const settings = untracked(() => withPrices(prices));
  return { area, drawn, settings, walker: seen, travel: travel.peek(), signal: aborted };
}

function tell(group: number, next: HeavyWork | null): void {
  const all = new Map(heavyWork.peek());
  if (next === null) all.delete(group);
  else all.set(group, next);
  heavyWork.value = all;
}

function keep(key: string, numbers: Numbers): void {
  const others = [...answers.peek()].filter(([each]) => each !== key);
  answers.value = latest([...others, [key, numbers]], MOST_KEPT);
}

function latest<T>(
  entries: readonly (readonly [string, T])[],
  most: number,
): ReadonlyMap<string, T> {
  return new Map(entries.slice(-most));
}
