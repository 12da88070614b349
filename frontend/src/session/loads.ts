import { computed, signal } from '@preact/signals';
import {
  askForLoad,
  cancelLoad,
  type Load,
  type LoadAsked,
  type LoadingOptions,
  type LoadKind,
  readLoadingOptions,
  readLoads,
  sendFile,
  takeLoad,
} from '../api/loads';
import { isAbort, ServiceProblem } from '../api/problem';
import { messages } from '../i18n/language';
import { areaId, loadAreas } from './place';

/** What the form says; empty words are left out of what is asked. */
export interface LoadForm {
  readonly kind: LoadKind;
  readonly place: string;
  readonly profile: string;
  readonly layer: string;
  readonly crs: string;
  readonly publisher: string;
  readonly licence: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** A file on its way here. */
interface Sending {
  readonly name: string;
  readonly sent: number;
  readonly total: number;
}

const LOOK_EVERY_MS = 1_000;
const UNFINISHED: ReadonlySet<Load['state']> = new Set(['queued', 'running']);

export const options = signal<LoadingOptions | null>(null);
export const loads = signal<readonly Load[]>([]);
export const form = signal<LoadForm>({
  kind: 'osm',
  place: '',
  profile: '',
  layer: '',
  crs: '',
  publisher: '',
  licence: '',
  columns: {},
});
export const chosenFile = signal<File | null>(null);
export const sendingNow = signal<Sending | null>(null);
/** What kept something from being done, a sentence each. */
export const loadTroubles = signal<readonly string[]>([]);
export const isWorking = computed(() => loads.value.some(({ state }) => UNFINISHED.has(state)));

let stopSending: AbortController | null = null;
let next: ReturnType<typeof setTimeout> | undefined;
let isOpen = false;

/** Keep the page's list in step with the service until it is left. */
export function openLoads(place: string | null): () => void {
  isOpen = true;
  void begin(place);
  return () => {
    isOpen = false;
    clearTimeout(next);
  };
}

async function begin(place: string | null): Promise<void> {
  try {
    options.value = await readLoadingOptions();
    const { places } = options.value;
    const wanted = place ?? form.peek().place;
    const isThere = places.some(({ id }) => id === wanted);
    fill({ place: isThere ? wanted : (places[0]?.id ?? '') });
    await look();
  } catch (error) {
    fail(error);
    next = setTimeout(() => isOpen && void begin(place), 4 * LOOK_EVERY_MS);
  }
}

/** See how far the loads are; again soon while one is being worked on. */
async function look(): Promise<void> {
  clearTimeout(next);
  const before = new Map(loads.peek().map((load) => [load.id, load.state]));
  try {
    loads.value = await readLoads();
  } catch (error) {
    fail(error);
  }
  const isNews = loads
    .peek()
    .some(
      ({ id, state, story }) => state === 'done' && story?.taken && before.get(id) === 'running',
    );
  if (isNews) await takeUpNewData();
  if (isOpen && isWorking.peek()) next = setTimeout(() => void look(), LOOK_EVERY_MS);
}

/** The data is another now: the areas are read again, and an open one when it is next opened. */
async function takeUpNewData(): Promise<void> {
  areaId.value = null;
  await loadAreas();
  options.value = await readLoadingOptions().catch(() => options.peek());
}

export function fill(told: Partial<LoadForm>): void {
  form.value = { ...form.peek(), ...told };
}

/** Send the chosen file, to be tried first: nothing changes until the try is taken in. */
export async function sendChosen(): Promise<void> {
  const file = chosenFile.peek();
  if (file === null || sendingNow.peek() !== null) return;
  loadTroubles.value = [];
  const stop = new AbortController();
  stopSending = stop;
  sendingNow.value = { name: file.name, sent: 0, total: file.size };
  let asked: Load | null = null;
  try {
    asked = await askForLoad(written(form.peek(), file.name));
    const onSent = (sent: number) => {
      sendingNow.value = { name: file.name, sent, total: file.size };
    };
    await sendFile(asked.id, file, onSent, stop.signal);
    chosenFile.value = null;
  } catch (error) {
    if (asked !== null) await cancelLoad(asked.id).catch(() => undefined);
    if (!isAbort(error)) fail(error);
  } finally {
    sendingNow.value = null;
    stopSending = null;
  }
  await look();
}

export function stopSendingNow(): void {
  stopSending?.abort();
}

export async function stopLoad(id: string): Promise<void> {
  await change(() => cancelLoad(id));
}

export async function takeIn(id: string): Promise<void> {
  await change(() => takeLoad(id));
}

async function change(work: () => Promise<Load>): Promise<void> {
  loadTroubles.value = [];
  try {
    const changed = await work();
    loads.value = loads.peek().map((load) => (load.id === changed.id ? changed : load));
  } catch (error) {
    fail(error);
  }
  await look();
}

function written(told: LoadForm, fileName: string): LoadAsked {
  const { kind, place, profile, layer, crs, publisher, licence } = told;
  const columns = Object.entries(told.columns).filter(([, column]) => column.trim() !== '');
  return {
    kind,
    file_name: fileName,
    rehearse: true,
    overpass: false,
    gap_m: 25,
    place: kind === 'areas' ? null : orNull(place),
    profile: orNull(profile),
    layer: orNull(layer),
    crs: orNull(crs),
    columns: Object.fromEntries(columns),
    constants: {},
    source: { publisher: orNull(publisher), licence: orNull(licence) },
  };
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}

function fail(error: unknown): void {
  if (!(error instanceof ServiceProblem)) {
    loadTroubles.value = [messages.peek().status.serviceAway];
    return;
  }
  const told = error.body.errors?.map(({ message }) => message) ?? [];
  loadTroubles.value = told.length > 0 ? told : [error.message];
}
