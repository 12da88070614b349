import type { HomeColumns } from '../core/home-values';
import type { IndicatorRow } from '../core/indicator-row';
import type { Issue, Join } from '../core/issue';
import type { Intervention } from '../core/proposal';
import { request } from './request';

export const MODES = ['walk', 'bike'] as const;
export const CUTOFFS_MIN = [5, 10, 15, 20, 30] as const;

export interface AssessAnswer {
  readonly ok: boolean;
  readonly dataset: string;
  readonly area: string;
  readonly issues: readonly Issue[];
  readonly joins: readonly Join[];
  readonly indicators: readonly IndicatorRow[];
  readonly homes: HomeColumns | null;
  readonly elapsed_ms: number;
}

export interface ResolveAnswer {
  readonly issues: readonly Issue[];
  readonly joins: readonly Join[];
}

export async function assess(
  area: string,
  interventions: readonly Intervention[],
  signal: AbortSignal,
): Promise<AssessAnswer> {
  const body = {
    area,
    interventions: collection(interventions),
    modes: MODES,
    cutoffs_min: CUTOFFS_MIN,
    detail: ['homes'],
  };
  return (await request<AssessAnswer>('/api/assess', { method: 'POST', body, signal })).data;
}

/** What is wrong with a drawing and where it joins, without the numbers: for while drawing. */
export async function resolve(
  area: string,
  interventions: readonly Intervention[],
  signal: AbortSignal,
): Promise<ResolveAnswer> {
  const body = { area, interventions: collection(interventions) };
  return (await request<ResolveAnswer>('/api/resolve', { method: 'POST', body, signal })).data;
}

export function collection(interventions: readonly Intervention[]) {
  return { type: 'FeatureCollection', features: interventions } as const;
}
