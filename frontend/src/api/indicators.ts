import { answered, service } from './request';
import type { components } from './schema';

/** An indicator as the service's registry describes it. */
export type IndicatorMethod = components['schemas']['IndicatorOut'];

export async function readIndicators(): Promise<readonly IndicatorMethod[]> {
  return (await answered(service.GET('/api/indicators'))).indicators;
}
