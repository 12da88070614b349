import { computed, signal } from '@preact/signals';
import {
  type Areas,
  type Barriers,
  type Facilities,
  type Homes,
  type LandCover,
  layersAround,
  readAreas,
  type Stops,
  type Streets,
} from '../api/places';
import { isRestarting, ServiceAway, ServiceProblem } from '../api/problem';

export interface PlaceLayers {
  readonly land: LandCover | null;
  readonly streets: Streets | null;
  readonly barriers: Barriers | null;
  readonly facilities: Facilities | null;
  readonly stops: Stops | null;
  readonly homes: Homes | null;
}

const NOTHING: PlaceLayers = {
  land: null,
  streets: null,
  barriers: null,
  facilities: null,
  stops: null,
  homes: null,
};

/** `loading`, `ready`, or why not. */
export type LoadState = 'loading' | 'ready' | { readonly failed: string };

export const areas = signal<Areas | null>(null);
export const areaId = signal<string | null>(null);
export const placeLayers = signal<PlaceLayers>(NOTHING);
export const loadState = signal<LoadState>('loading');

export const area = computed(
  () => areas.value?.features.find((feature) => feature.id === areaId.value) ?? null,
);

/** Whether no street is loaded around the area: nothing can be worked out there yet. */
export const isUnpaved = computed(() => placeLayers.value.streets?.features.length === 0);

const RETRY_MS = 4_000;
let retry: ReturnType<typeof setTimeout> | undefined;
let loading: AbortController | null = null;

export async function loadAreas(): Promise<void> {
  loadState.value = 'loading';
  try {
    areas.value = await readAreas();
    loadState.value = 'ready';
  } catch (error) {
    fail(error);
  }
}

/** Say why, and look again by itself where the service is only away for a while. */
function fail(error: unknown): void {
  loadState.value = { failed: error instanceof ServiceProblem ? error.message : '' };
  clearTimeout(retry);
  if (!(error instanceof ServiceAway) && !isRestarting(error)) return;
  const waitMs = isRestarting(error) ? error.waitMs : null;
  retry = setTimeout(() => void reloadArea(), waitMs ?? RETRY_MS);
}

/** Show another area: its boundary at once, its layers as they arrive. */
export async function openArea(id: string): Promise<void> {
  if (areaId.peek() === id && loadState.peek() === 'ready') return;
  loading?.abort();
  const current = new AbortController();
  loading = current;
  areaId.value = id;
  placeLayers.value = NOTHING;
  loadState.value = 'loading';
  const arrive = (layers: Partial<PlaceLayers>) => {
    if (!current.signal.aborted) placeLayers.value = { ...placeLayers.peek(), ...layers };
  };
  try {
    const read = layersAround(id, current.signal);
    await Promise.all([
      read.land().then((land) => arrive({ land })),
      read.streets().then((streets) => arrive({ streets })),
      read.barriers().then((barriers) => arrive({ barriers })),
      read.facilities().then((facilities) => arrive({ facilities })),
      read.stops().then((stops) => arrive({ stops })),
      read.homes().then((homes) => arrive({ homes })),
    ]);
    if (!current.signal.aborted) loadState.value = 'ready';
  } catch (error) {
    if (current.signal.aborted) return;
    current.abort();
    fail(error);
  }
}

export async function reloadArea(): Promise<void> {
  clearTimeout(retry);
  if (areas.peek() === null) await loadAreas();
  const id = areaId.peek();
  if (id !== null && areas.peek() !== null) await openArea(id);
}
