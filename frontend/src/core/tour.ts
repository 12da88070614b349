/** One step of the tour: what it points at, and what the person does themselves, if anything. */
export interface TourStep {
  readonly id: TourStepId;
  /** The first of these that is on the page. */
  readonly targets: readonly string[];
  /** The tour goes on by itself once this has been done. */
  readonly task: 'before' | 'tool' | 'draw' | null;
}

export const TOUR_STEP_IDS = [
  'area',
  'homes',
  'finding',
  'before',
  'tool',
  'draw',
  'answer',
  'lens',
  'show',
] as const;

export type TourStepId = (typeof TOUR_STEP_IDS)[number];

/** A walk over the page in three minutes; each step stands at one real thing. */
export const TOUR: readonly TourStep[] = [
  { id: 'area', targets: ['.map-frame'], task: null },
  { id: 'homes', targets: ['.legend'], task: null },
  { id: 'finding', targets: ['[data-card=out] .finding', '.cards'], task: null },
  { id: 'before', targets: ['.before-button'], task: 'before' },
  { id: 'tool', targets: ['.tool[data-tool=connection]'], task: 'tool' },
  { id: 'draw', targets: ['.map-frame'], task: 'draw' },
  { id: 'answer', targets: ['.cards'], task: null },
  { id: 'lens', targets: ['.walkers', '.lens'], task: null },
  { id: 'show', targets: ['.show-button', '.share-menu'], task: null },
];
