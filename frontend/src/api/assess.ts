import { alongStreets } from '../core/modes';
import type { Intervention } from '../core/proposal';
import { ALONG_STREETS, type Travel } from '../core/travel';
import { answered, service } from './request';
import type { components } from './schema';

type Schemas = components['schemas'];

export type AssessAnswer = Awaited<ReturnType<typeof assess>>;

/** What is asked about: a drawing in an area, and parameters that are not at their default. */
export interface Subject {
  readonly area: string;
  readonly drawn: readonly Intervention[];
  readonly settings: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Through whose eyes walking is seen; null for everyone's. */
  readonly walker: string | null;
  /** How people get about; along streets where nothing is said. */
  readonly travel?: Travel;
  readonly signal: AbortSignal;
}

/** The numbers that follow every edit, and the homes on the map. */
export async function assess(subject: Subject) {
  const body = {
    ...question(subject),
    detail: ['homes' as const],
    // What the map, the cards and a home's own card show; every column more is time on the wire.
    home_indicators: ['travel_time_nearest' as const],
  };
  return answered(service.POST('/api/assess', { body, signal: subject.signal }));
}

/** Some numbers by name, without homes: what is too heavy for every edit. */
export async function assessMeasures(
  subject: Subject & { readonly indicators: readonly string[] },
) {
  const indicators = subject.indicators as Schemas['IndicatorId'][];
  const body = { ...question(subject), indicators };
  return answered(service.POST('/api/assess', { body, signal: subject.signal }));
}

/** One indicator for every street, for one way of moving. */
export async function assessStreets(
  subject: Subject & { readonly indicator: string; readonly mode: string },
) {
  const body = {
    ...question(subject),
    modes: [alongStreets(subject.mode)],
    indicators: [subject.indicator as Schemas['IndicatorId']],
    detail: ['streets' as const],
  };
  return answered(service.POST('/api/assess', { body, signal: subject.signal }));
}

function question({ area, drawn, settings, walker, travel = ALONG_STREETS }: Subject) {
  return {
    area,
    interventions: collection(drawn),
    modes: [...travel.modes],
    cutoffs_min: [...travel.cutoffsMin],
    ...departing(travel.departure),
    parameters: settings,
    lens: walker as Schemas['LensId'] | null,
  };
}

/** What is wrong with a drawing and where it joins, without the numbers: for while drawing. */
export async function resolve(
  area: string,
  interventions: readonly Intervention[],
  signal: AbortSignal,
) {
  const body = { area, interventions: collection(interventions) };
  return answered(service.POST('/api/resolve', { body, signal }));
}

/** When one sets out, where that is asked; what is not said is as the service has it. */
export function departing(departure: Travel['departure']) {
  return departure === null ? {} : { departure: departure as Schemas['DepartureIn'] };
}

/** Drawn changes as the service takes them. */
export function collection(
  interventions: readonly Intervention[],
): Schemas['InterventionCollectionIn'] {
  const features = interventions as unknown as Schemas['InterventionFeatureIn'][];
  return { type: 'FeatureCollection', features, crs: null };
}
