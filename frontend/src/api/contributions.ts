import { alongStreets } from '../core/modes';
import { collection, type Subject } from './assess';
import { answered, service } from './request';
import type { components } from './schema';

type Schemas = components['schemas'];

/** What a drawing does, shared out among its features. */
export type SharedOut = Awaited<ReturnType<typeof shareOut>>;

export async function shareOut({
  area,
  drawn,
  walker,
  signal,
  mode,
}: Omit<Subject, 'settings'> & { readonly mode: string }) {
  const body = {
    area,
    interventions: collection(drawn),
    modes: [alongStreets(mode)],
    lens: walker as Schemas['LensId'] | null,
  };
  return answered(service.POST('/api/contributions', { body, signal }));
}
