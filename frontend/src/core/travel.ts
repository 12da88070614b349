import { MODES, type Mode, STREET_MODES, type StreetMode } from './modes';

/** The times of the usual weekday at which one may set out by bus and train. */
export const WINDOWS = {
  morning: { from: '07:00', until: '09:00' },
  evening: { from: '22:00', until: '23:00' },
} as const;
export type When = keyof typeof WINDOWS;
export const WHENS = Object.keys(WINDOWS) as readonly When[];
export const USUAL_WHEN: When = 'morning';

const STREET_CUTOFFS_MIN = [5, 10, 15, 20, 30] as const;
const TRANSIT_CUTOFFS_MIN = [...STREET_CUTOFFS_MIN, 45, 60] as const;

export interface Departure {
  readonly from: string;
  readonly until: string;
  /** How one gets to the first stop. */
  readonly to_stop: StreetMode;
}

/** How people get about in a question to the service: by what, within how long, and when. */
export interface Travel {
  readonly modes: readonly Mode[];
  readonly cutoffsMin: readonly number[];
  /** Null where no timetable decides it. */
  readonly departure: Departure | null;
}

export const ALONG_STREETS: Travel = {
  modes: STREET_MODES,
  cutoffsMin: STREET_CUTOFFS_MIN,
  departure: null,
};

/** Timetables are asked of the service only while somebody looks at the city by them. */
export function travelBy(mode: string, when: When, toStop: StreetMode): Travel {
  if (mode !== 'transit') return ALONG_STREETS;
  return {
    modes: MODES,
    cutoffsMin: TRANSIT_CUTOFFS_MIN,
    departure: { ...WINDOWS[when], to_stop: toStop },
  };
}

/** The time a reader may keep looking at when the way of getting about becomes another. */
export function cutoffFor(mode: string, cutoffMin: number): number {
  const cutoffs = mode === 'transit' ? TRANSIT_CUTOFFS_MIN : STREET_CUTOFFS_MIN;
  return Math.min(cutoffMin, Math.max(...cutoffs));
}

export function readWhen(text: string | null): When {
  return WHENS.find((each) => each === text) ?? USUAL_WHEN;
}
