import { alongStreets } from '../core/modes';
import type { Subject } from './assess';
import { collection } from './assess';
import { answered, service } from './request';
import type { components } from './schema';

type LensId = components['schemas']['LensId'];
type Detailed = Omit<Subject, 'settings'> & { readonly mode: string };

/** Ways in along the boundary and the stretches without, for one way of moving. */
export async function askBoundary({ mode, signal, ...subject }: Detailed) {
  const body = {
    ...question(subject),
    modes: [alongStreets(mode)],
    indicators: [],
    detail: ['boundary' as const],
  };
  const { boundary } = await answered(service.POST('/api/assess', { body, signal }));
  return boundary?.[0] ?? null;
}

/** The walk to the other side all along the barriers, with its mean and its worst. */
export async function askSeverance({ signal, settings, ...subject }: Subject) {
  const body = {
    ...question(subject),
    modes: ['walk' as const],
    indicators: ['severance' as const],
    parameters: settings,
    detail: ['severance' as const],
  };
  const { severance, indicators } = await answered(service.POST('/api/assess', { body, signal }));
  return severance === null ? null : { places: severance, rows: indicators };
}

/** What leaves near each home, and how many residents have how good a service. */
export async function askServiceNear({ signal, settings, ...subject }: Subject) {
  const body = {
    ...question(subject),
    modes: ['walk' as const],
    indicators: ['transit_service_class' as const, 'departures_near' as const],
    home_indicators: ['departures_near' as const],
    parameters: settings,
    detail: ['homes' as const],
  };
  const { homes, indicators } = await answered(service.POST('/api/assess', { body, signal }));
  return homes === null ? null : { homes, rows: indicators };
}

export type ServiceNear = NonNullable<Awaited<ReturnType<typeof askServiceNear>>>;

export type Severance = NonNullable<Awaited<ReturnType<typeof askSeverance>>>;

/** Whom a facility serves, before and after. */
export type Catchment = Awaited<ReturnType<typeof askCatchment>>;

export async function askCatchment({
  mode,
  signal,
  facility,
  minutes,
  ...subject
}: Detailed & { readonly facility: string; readonly minutes: readonly number[] }) {
  const body = {
    ...question(subject),
    mode: alongStreets(mode),
    facility,
    cutoffs_min: [...minutes],
  };
  return answered(service.POST('/api/catchment', { body, signal }));
}

/** Which trips come along a street or something drawn, before and after. */
export type StreetTrips = Awaited<ReturnType<typeof askStreetTrips>>;

export async function askStreetTrips({
  mode,
  signal,
  street,
  cutoffMin,
  flows,
  ...subject
}: Detailed & { readonly street: string; readonly cutoffMin: number; readonly flows: number }) {
  const body = {
    ...question(subject),
    mode: alongStreets(mode),
    street,
    cutoff_min: cutoffMin,
    flows,
  };
  return answered(service.POST('/api/why-street', { body, signal }));
}

function question({ area, drawn, walker }: Pick<Subject, 'area' | 'drawn' | 'walker'>) {
  return { area, interventions: collection(drawn), lens: walker as LensId | null };
}
