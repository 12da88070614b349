import { computed, effect, signal, untracked } from '@preact/signals';
import { ServiceAway, ServiceProblem } from '../api/problem';
import { readProposal } from '../api/proposals';
import { type MapPlace, MOST_COMPARED } from '../core/page-address';
import type { Intervention, Proposal } from '../core/proposal';
import { language } from '../i18n/language';
import { areaId } from './place';
import { outbox } from './saving';
import { proposal } from './workspace';

/** The place as it is today stands first in every comparison. */
export const TODAY = 'today';
/** With fewer there is nothing to compare but today. */
export const FEWEST_COMPARED = 2;
export { MOST_COMPARED };

/** The proposals side by side; null while none are compared. */
export const compared = signal<readonly string[] | null>(null);
/** Where all maps of the comparison look. */
export const comparedPlace = signal<MapPlace | null>(null);
/** What the others are held against: today, or one of the proposals. */
const chosenReference = signal<string>(TODAY);
/** Whether the maps tell the difference to the reference, or the minutes themselves. */
export const mapsTell = signal<'change' | 'after'>('change');

/** A proposal that is compared, as far as it has come. */
export type Loaded =
  | { readonly state: 'loading' }
  | { readonly state: 'gone' | 'elsewhere' | 'away' }
  | { readonly state: 'refused'; readonly why: string }
  | { readonly state: 'here'; readonly drawing: ComparedDrawing };

export interface ComparedDrawing {
  /** Names the drawing as it was then: numbers are kept by it. */
  readonly version: string;
  readonly name: string;
  readonly nameEn: string | null;
  readonly isExample: boolean;
  readonly drawn: readonly Intervention[];
  /** Its own unit prices; each proposal is priced by its own. */
  readonly prices: Readonly<Record<string, number>>;
}

const loaded = signal<ReadonlyMap<string, Loaded>>(new Map());

const NOTHING_DRAWN: ComparedDrawing = {
  version: '',
  name: '',
  nameEn: null,
  isExample: false,
  drawn: [],
  prices: {},
};

/** One column: today, or a proposal by its letter. */
export interface ComparedColumn {
  readonly id: string;
  /** “A” to “E”; null for today. */
  readonly letter: string | null;
  readonly loaded: Loaded;
}

export const columns = computed<readonly ComparedColumn[]>(() => [
  { id: TODAY, letter: null, loaded: { state: 'here', drawing: NOTHING_DRAWN } },
  ...(compared.value ?? []).map((id, index) => ({
    id,
    letter: String.fromCharCode('A'.charCodeAt(0) + index),
    loaded: loaded.value.get(id) ?? ({ state: 'loading' } as const),
  })),
]);

/** Today, where what was chosen is not compared any more. */
export const reference = computed(() =>
  columns.value.some(({ id }) => id === chosenReference.value) ? chosenReference.value : TODAY,
);

export function chooseReference(id: string): void {
  chosenReference.value = id;
}

/** What the reader calls a drawing. */
export function nameOf({ name, nameEn }: ComparedDrawing): string {
  return (language.value === 'en' ? nameEn : null) ?? name;
}

/** Open the comparison with what is open; nothing of it is shut. */
export function startComparing(): void {
  const open = proposal.peek();
  const known = open !== null && (open.interventions.length > 0 || outbox.get(open.id) !== null);
  comparedPlace.value = null;
  compared.value = known ? [open.id] : [];
}

export function stopComparing(): void {
  compared.value = null;
}

/** Take a proposal into the comparison, or out of it. */
export function toggleCompared(id: string): void {
  const now = compared.peek() ?? [];
  if (now.includes(id)) compared.value = now.filter((each) => each !== id);
  else if (now.length < MOST_COMPARED) compared.value = [...now, id];
}

/** Fetch what is compared, each time the comparison is opened, so that it is never an old drawing. */
export function keepCompared(): void {
  let shownArea: string | null = null;
  effect(() => {
    const area = areaId.value;
    const ids = compared.value;
    untracked(() => {
      if (ids === null || area !== shownArea) loaded.value = new Map();
      shownArea = area;
      for (const id of ids ?? []) if (!loaded.peek().has(id)) void load(id);
    });
  });
}

export async function load(id: string): Promise<void> {
  const area = areaId.peek();
  if (area === null) return;
  put(id, { state: 'loading' });
  const found = await find(id, area);
  if (areaId.peek() === area && compared.peek() !== null) put(id, found);
}

/** Unsent work on this device first, otherwise what the service holds. */
async function find(id: string, area: string): Promise<Loaded> {
  const draft = outbox.get(id);
  if (draft?.unsent) {
    return asDrawn(draft.history.present, area, { version: `${id}@${draft.changedAt}` });
  }
  try {
    const { proposal: stored, version, isExample, english } = await readProposal(id);
    const more = { version: `${id}@${version}`, isExample, nameEn: english.name };
    return asDrawn(stored, area, more);
  } catch (error) {
    if (error instanceof ServiceAway) return { state: 'away' };
    if (error instanceof ServiceProblem && [404, 422].includes(error.status)) {
      return { state: 'gone' };
    }
    return { state: 'refused', why: error instanceof Error ? error.message : String(error) };
  }
}

function asDrawn(
  { area, name, interventions: drawn, settings }: Proposal,
  wanted: string,
  more: Pick<ComparedDrawing, 'version'> & Partial<ComparedDrawing>,
): Loaded {
  if (area !== wanted) return { state: 'elsewhere' };
  const prices = settings?.cost ?? {};
  return {
    state: 'here',
    drawing: { name, nameEn: null, isExample: false, drawn, prices, ...more },
  };
}

function put(id: string, next: Loaded): void {
  loaded.value = new Map([...loaded.peek(), [id, next]]);
}
