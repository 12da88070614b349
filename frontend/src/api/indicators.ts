import { request } from './request';

/** An indicator as the service's registry describes it. */
export interface IndicatorMethod {
  readonly id: string;
  readonly name_da: string;
  readonly name_en: string;
  readonly sentence_da: string;
  readonly sentence_en: string;
  readonly formula: string;
  readonly unit: string;
  readonly better: string;
  readonly guarantee: string;
  readonly source: string | null;
}

export async function readIndicators(): Promise<readonly IndicatorMethod[]> {
  const { data } = await request<
    readonly IndicatorMethod[] | { indicators: readonly IndicatorMethod[] }
  >('/api/indicators');
  return 'indicators' in data ? data.indicators : data;
}
