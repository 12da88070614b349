import { collection, type Subject } from './assess';
import { answered, service } from './request';
import type { components } from './schema';

/** What a drawing would cost, change by change, and who pays. */
export type CostAnswer = Awaited<ReturnType<typeof priceDrawing>>;

export interface CostQuestion extends Pick<Subject, 'area' | 'drawn' | 'signal'> {
  readonly prices: Readonly<Record<string, number>>;
}

export async function priceDrawing({ area, drawn, prices, signal }: CostQuestion) {
  const cost = prices as unknown as components['schemas']['CostSettings'];
  const body = { area, interventions: collection(drawn), parameters: { cost } };
  return answered(service.POST('/api/cost', { body, signal }));
}
