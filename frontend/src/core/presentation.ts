import type { IndicatorRow } from './indicator-row';
import { CARDS, type CardId, groupOf, type Measure } from './measures';

/** The steps of a presentation: what it is about, then the five questions. */
export const STEPS = ['story', ...CARDS] as const;

export type StepId = (typeof STEPS)[number];

export function stepAt(index: number): StepId {
  return STEPS[clampStep(index)] ?? 'story';
}

export function clampStep(index: number): number {
  return Number.isFinite(index) ? Math.min(STEPS.length - 1, Math.max(0, Math.trunc(index))) : 0;
}

/** Indicators that a layer of their own draws. */
const OWN_LAYER: Readonly<Record<string, 'boundary' | 'severance'>> = {
  boundary_entrances: 'boundary',
  entrance_gap: 'boundary',
  severance: 'severance',
};

/** What the map shows while a sentence is on the wall. */
export interface StepPicture {
  /** Homes by their way to a place, rings to the area, or an indicator with values per street. */
  readonly theme:
    | { readonly kind: 'homes' | 'reach' | 'boundary' | 'severance' }
    | { readonly kind: 'streets'; readonly id: string };
  /** The kind of place the sentence speaks of; null keeps the reader's own. */
  readonly category: string | null;
}

/**
 * The map that shows what a sentence says.
 *
 * A number that has a layer of its own is shown by that; one that is known for every street colours
 * the streets; who gets here is shown by the rings around the area; where a question has an indicator for every street, that stands for it; and the
 * rest is told by the homes.
 */
export function pictureOf(
  card: CardId,
  row: IndicatorRow | null,
  perStreet: readonly Measure[],
): StepPicture {
  const category = row?.category ?? null;
  const own = perStreet.find(({ id }) => id === row?.id);
  if (own !== undefined) return { theme: { kind: 'streets', id: own.id }, category };
  const layer = OWN_LAYER[row?.id ?? ''];
  if (layer !== undefined) return { theme: { kind: layer }, category };
  if (card === 'in') return { theme: { kind: 'reach' }, category };
  const ofQuestion = perStreet.find(({ group }) => group === groupOf(card));
  const byStreets = (card === 'through' || card === 'tied') && ofQuestion !== undefined;
  return {
    theme: byStreets ? { kind: 'streets', id: ofQuestion.id } : { kind: 'homes' },
    category,
  };
}
