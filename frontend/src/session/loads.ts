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
  /** A profile of one's own, as TOML, and what its file is called. */
  readonly ownProfile: { readonly name: string; readonly text: string } | null;
  /** Whether people of squares are spread over buildings; empty where the register says it. */
  readonly overBuildings: '' | 'yes' | 'no';
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

/** They say themselves where they belong. */
export const OF_NO_PLACE: ReadonlySet<LoadKind> = new Set(['areas', 'transit']);
const LOOK_EVERY_MS = 1_000;
const UNFINISHED: ReadonlySet<Load['state']> = new Set(['queued', 'running']);

export const options = signal<LoadingOptions | null>(null);
export const loads = signal<readonly Load[]>([]);
export const form = signal<LoadForm>({
  kind: 'osm',
  place: '',
  profile: '',
  ownProfile: null,
  overBuildings: '',
  layer: '',
  crs: '',
  publisher: '',
  licence: '',
  columns: {},
});
export const chosenFile = signal<File | null>(null);
/** Shapes that say which municipality the people of the file live in. */
export const chosenMunicipalities = signal<File | null>(null);
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
  const told = form.peek();
  const shapes = told.kind === 'population' ? chosenMunicipalities.peek() : null;
  let asked: Load | null = null;
  try {
    asked = await askForLoad(written(told, file.name, shapes));
    // The service waits for the file itself last.
    if (shapes !== null) await send(asked.id, shapes, 'municipalities', stop.signal);
    await send(asked.id, file, 'file', stop.signal);
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

async function send(
  id: string,
  file: File,
  part: 'file' | 'municipalities',
  stop: AbortSignal,
): Promise<void> {
  const onSent = (sent: number) => {
    sendingNow.value = { name: file.name, sent, total: file.size };
  };
  onSent(0);
  await sendFile(id, file, part, onSent, stop);
}

/** Take a profile of one's own, instead of a known register's. */
export async function takeProfile(file: File | null): Promise<void> {
  if (file === null) return fill({ ownProfile: null });
  fill({ profile: '', ownProfile: { name: file.name, text: await file.text() } });
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

function written(told: LoadForm, fileName: string, shapes: File | null): LoadAsked {
  const { kind, place, profile, layer, crs, publisher, licence } = told;
  const columns = Object.entries(told.columns).filter(([, column]) => column.trim() !== '');
  return {
    kind,
    file_name: fileName,
    rehearse: true,
    overpass: false,
    gap_m: 25,
    place: OF_NO_PLACE.has(kind) ? null : orNull(place),
    profile: orNull(profile),
    profile_toml: told.ownProfile?.text ?? null,
    over_buildings: told.overBuildings === '' ? null : told.overBuildings === 'yes',
    municipalities_file_name: shapes?.name ?? null,
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
