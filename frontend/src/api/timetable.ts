import type { Travel } from '../core/travel';
import { collection, departing, type Subject } from './assess';
import { answered, service } from './request';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Timetable = Awaited<ReturnType<typeof readTimetable>>;
export type TimetableLine = Timetable['lines']['features'][number];
export type Journeys = Awaited<ReturnType<typeof askJourneys>>;
export type JourneysSide = NonNullable<Journeys['proposal']>;
export type Journey = JourneysSide['journeys'][number];
export type Leg = Journey['legs'][number];

/** The lines and stops of a place on the usual weekday. */
export async function readTimetable(area: string, signal: AbortSignal) {
  return answered(service.GET('/api/timetable', { params: { query: { area } }, signal }));
}

export interface JourneysQuestion
  extends Pick<Subject, 'area' | 'drawn' | 'walker' | 'signal'>,
    Pick<Travel, 'departure'> {
  readonly home: string;
  readonly category: string;
}

/** A home's trips by bus and train to the nearest of a kind, before and after. */
export async function askJourneys({
  drawn,
  walker,
  category,
  departure,
  signal,
  ...question
}: JourneysQuestion) {
  const body = {
    ...question,
    ...departing(departure),
    category: category as Schemas['Category'],
    lens: walker as Schemas['LensId'] | null,
    interventions: collection(drawn),
  };
  return answered(service.POST('/api/journeys', { body, signal }));
}
