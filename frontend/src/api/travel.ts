import type { Position } from 'geojson';
import type { Category } from '../core/kinds';
import { alongStreets, type Mode } from '../core/modes';
import type { Surface } from '../core/surface';
import type { Travel } from '../core/travel';
import { collection, departing, type Subject } from './assess';
import { answered, service } from './request';
import type { components } from './schema';

type LensId = components['schemas']['LensId'];

/** Everything within a time from a point, or from where the point is reached. */
export interface Ring {
  readonly minutes: number;
  readonly areaM2: number;
  readonly geometry: Surface;
}

export type Direction = 'from' | 'to';

export interface ReachQuestion extends Pick<Travel, 'departure'> {
  readonly area: string;
  readonly place: Position;
  readonly mode: string;
  readonly minutes: readonly number[];
  readonly direction: Direction;
  /** Through whose eyes walking is seen; null for everyone's. */
  readonly walker: string | null;
  readonly signal: AbortSignal;
}

/** How far one gets as the place is today; along streets the browser may keep the answer. */
export async function reachToday(question: ReachQuestion) {
  // A window of the day is asked for in a body; addresses ask for the usual one.
  return question.departure === null ? reachAlongStreets(question) : reachDrawn(question, []);
}

async function reachAlongStreets({ signal, minutes, ...question }: ReachQuestion) {
  const query = { ...fields(question), minutes: [...minutes] };
  const querySerializer = { array: { style: 'form' as const, explode: false } };
  return rings(
    await answered(service.GET('/api/isochrone', { params: { query }, querySerializer, signal })),
  );
}

/** How far one gets with what is drawn. */
export async function reachDrawn(
  { signal, minutes, departure, ...question }: ReachQuestion,
  drawn: Subject['drawn'],
) {
  const body = {
    ...fields(question),
    ...departing(departure),
    minutes: [...minutes],
    interventions: collection(drawn),
  };
  return rings(await answered(service.POST('/api/isochrone', { body, signal })));
}

function fields({
  area,
  place,
  mode,
  direction,
  walker,
}: Omit<ReachQuestion, 'signal' | 'minutes' | 'departure'>) {
  const [lon = 0, lat = 0] = place;
  const form = 'polygon' as const;
  const lens = walker === null ? {} : { lens: walker as LensId };
  return { area, lon, lat, mode: mode as Mode, direction, form, ...lens };
}

interface Feature {
  readonly geometry: { readonly type: string };
  readonly properties: object;
}

/** Rings are what was asked for, so every feature is one. */
function rings({ features }: { readonly features: readonly Feature[] }): readonly Ring[] {
  return features.map(({ geometry, properties }) => {
    const { minutes, area_m2: areaM2 } = properties as { minutes: number; area_m2: number };
    return { minutes, areaM2, geometry: geometry as Surface };
  });
}

/** Why a home's way to the nearest of a kind is what it is, before and after. */
export type Story = Awaited<ReturnType<typeof explainHome>>;

export interface WhyQuestion {
  readonly area: string;
  readonly home: string;
  readonly mode: string;
  readonly category: string;
  readonly drawn: Subject['drawn'];
  readonly walker: string | null;
  readonly signal: AbortSignal;
}

export async function explainHome({
  drawn,
  signal,
  mode,
  category,
  walker,
  ...question
}: WhyQuestion) {
  const body = {
    ...question,
    lens: walker as LensId | null,
    mode: alongStreets(mode),
    category: category as Category,
    interventions: collection(drawn),
  };
  return answered(service.POST('/api/why', { body, signal }));
}

export interface RouteQuestion {
  readonly area: string;
  readonly from: Position;
  readonly to: Position;
  readonly mode: string;
  readonly walker: string | null;
  readonly drawn: Subject['drawn'];
  readonly signal: AbortSignal;
}

/** Which way one takes from one place to another, before and after. */
export async function askRoute({ drawn, signal, mode, walker, ...question }: RouteQuestion) {
  const body = {
    ...question,
    from: [...question.from],
    to: [...question.to],
    mode: alongStreets(mode),
    lens: walker as LensId | null,
    interventions: collection(drawn),
  };
  return answered(service.POST('/api/route', { body, signal }));
}
