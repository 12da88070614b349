/** Ways of getting about that go along streets all the way. */
export const STREET_MODES = ['walk', 'bike'] as const;
export type StreetMode = (typeof STREET_MODES)[number];

/** What a reader may look at the city by. */
export const MODES = [...STREET_MODES, 'transit'] as const;
export type Mode = (typeof MODES)[number];

/** How one gets along the streets: whoever takes the bus walks to it. */
export function alongStreets(mode: string): StreetMode {
  return mode === 'bike' ? 'bike' : 'walk';
}
