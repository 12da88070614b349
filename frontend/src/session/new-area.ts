import { computed, effect, signal } from '@preact/signals';
import type { Polygon } from 'geojson';
import {
  type AreaFacts,
  createArea,
  deleteArea,
  readArea,
  readMunicipalities,
  replaceArea,
  type SeenArea,
} from '../api/areas';
import { ServiceProblem } from '../api/problem';
import { distanceM } from '../core/measure';
import { middleOf, type Surface } from '../core/surface';
import { messages } from '../i18n/language';
import { goToArea } from './navigation';
import { areas, loadAreas } from './place';

interface Municipality {
  readonly code: string;
  readonly name: string;
}

type Facts = { readonly [Name in keyof AreaFacts]: AreaFacts[Name] };

const NOTHING: Facts = {
  name: '',
  municipalityCode: '',
  organisations: [],
  homes: null,
  residents: null,
};
/** The municipality of an area this near is the likely one. */
const NEIGHBOUR_M = 6_000;

/** The area that is being drawn or changed on the page of its own. */
export const border = signal<Surface | null>(null);
export const facts = signal<Facts>(NOTHING);
export const changing = signal<SeenArea | null>(null);
export const municipalities = signal<readonly Municipality[]>([]);
export const sending = signal(false);
/** What is wrong, a sentence each. */
export const troubles = signal<readonly string[]>([]);

export const isComplete = computed(
  () =>
    border.value !== null && facts.value.name.trim() !== '' && facts.value.municipalityCode !== '',
);

const KEPT = 'forbind.new-area';

/** Keep a new area in this tab until it is sent, so that a reload loses nothing. */
export function keepSketchOfArea(): () => void {
  return effect(() => {
    if (changing.value !== null) return;
    const sketch = { border: border.value, facts: facts.value };
    if (sketch.border === null && sketch.facts === NOTHING) sessionStorage.removeItem(KEPT);
    else sessionStorage.setItem(KEPT, JSON.stringify(sketch));
  });
}

/** Begin where one stopped in this tab, or with an area as the service holds it. */
export async function beginArea(change: string | null): Promise<void> {
  const kept = change === null ? sessionStorage.getItem(KEPT) : null;
  const sketch = kept === null ? null : (JSON.parse(kept) as { border: Surface; facts: Facts });
  border.value = sketch?.border ?? null;
  facts.value = sketch?.facts ?? NOTHING;
  changing.value = null;
  troubles.value = [];
  try {
    municipalities.value = await readMunicipalities();
    if (change === null) return;
    const seen = await readArea(change);
    const { properties, geometry } = seen.area;
    changing.value = seen;
    border.value = withOnePart(geometry as Surface);
    facts.value = {
      name: properties.name,
      municipalityCode: properties.municipality_code,
      organisations: properties.housing_organisations,
      homes: properties.homes,
      residents: properties.residents,
    };
  } catch (error) {
    fail(error);
  }
}

/** A surface of one part is a polygon, whose corners can be taken hold of. */
function withOnePart(surface: Surface): Surface {
  const [only, ...more] = surface.type === 'MultiPolygon' ? surface.coordinates : [];
  const isOne = only !== undefined && more.length === 0;
  return isOne ? { type: 'Polygon', coordinates: only } : surface;
}

export function say(told: Partial<Facts>): void {
  facts.value = { ...facts.peek(), ...told };
}

/** Take a border; the municipality of a neighbour is offered until another is chosen. */
export function takeBorder(drawn: Polygon): void {
  border.value = drawn;
  troubles.value = [];
  if (facts.peek().municipalityCode === '') say({ municipalityCode: likelyCode(drawn) });
}

function likelyCode(drawn: Surface): string {
  const here = middleOf(drawn);
  const near = (areas.peek()?.features ?? [])
    .map(({ geometry, properties }) => ({
      code: properties.municipality_code,
      metres: distanceM(here, middleOf(geometry as Surface)),
    }))
    .filter(({ metres }) => metres < NEIGHBOUR_M)
    .toSorted((a, b) => a.metres - b.metres);
  return near[0]?.code ?? '';
}

export async function keepArea(): Promise<void> {
  const drawn = border.peek();
  if (drawn === null) return;
  const seen = changing.peek();
  await send(async () => {
    const kept =
      seen === null
        ? await createArea(facts.peek(), drawn as Polygon)
        : await replaceArea(seen, facts.peek(), drawn);
    border.value = null;
    facts.value = NOTHING;
    await loadAreas();
    goToArea(String(kept.id));
  });
}

export async function removeArea(): Promise<void> {
  const seen = changing.peek();
  if (seen === null) return;
  await send(async () => {
    await deleteArea(seen);
    await loadAreas();
    location.hash = '#/';
  });
}

async function send(work: () => Promise<void>): Promise<void> {
  if (sending.peek()) return;
  sending.value = true;
  troubles.value = [];
  try {
    await work();
  } catch (error) {
    fail(error);
  } finally {
    sending.value = false;
  }
}

function fail(error: unknown): void {
  if (!(error instanceof ServiceProblem)) {
    troubles.value = [messages.peek().status.serviceAway];
    return;
  }
  const told = error.body.errors?.map(({ message }) => message) ?? [];
  troubles.value = told.length > 0 ? told : [error.message];
}
