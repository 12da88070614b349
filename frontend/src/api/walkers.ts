import { answered, service } from './request';
import type { components } from './schema';

/** A lens on walking: its pace and what it shuns. */
export type Walker = components['schemas']['LensOut'];

export async function readWalkers(): Promise<readonly Walker[]> {
  return (await answered(service.GET('/api/lenses'))).lenses;
}
