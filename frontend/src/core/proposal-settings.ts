import { deepFreeze } from './freeze';
import { MOST_PHASES, PHASE_NAME_CHARACTERS } from './phases';
import type { Phase, ProposalSettings } from './proposal';

const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;

/**
 * Settings as a file or the service holds them; null where they are none.
 *
 * What says nothing (null, an empty list) is left out, so that settings that mean the same are the
 * same. Whether a price is within its bounds is for the service to say.
 */
export function readSettings(value: unknown): ProposalSettings | null {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) return null;
  const cost = readCost(value.cost);
  const phases = readPhases(value.phases);
  if (cost === null || phases === null) return null;
  return deepFreeze({
    ...(Object.keys(cost).length === 0 ? {} : { cost }),
    ...(phases.length === 0 ? {} : { phases }),
  });
}

function readCost(value: unknown): Record<string, number> | null {
  if (value === undefined || value === null) return {};
  if (!isRecord(value)) return null;
  const told = Object.entries(value).filter(([, price]) => price !== null);
  const sound = told.every(([, price]) => typeof price === 'number' && Number.isFinite(price));
  return sound ? (Object.fromEntries(told) as Record<string, number>) : null;
}

function readPhases(value: unknown): readonly Phase[] | null {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value) || value.length > MOST_PHASES) return null;
  const phases = value.map(readPhase);
  return phases.some((phase) => phase === null) ? null : (phases as Phase[]);
}

function readPhase(value: unknown): Phase | null {
  if (!isRecord(value)) return null;
  const { name = '', year = null } = value;
  if (typeof name !== 'string' || name.length > PHASE_NAME_CHARACTERS) return null;
  if (year === null) return { name };
  const fits = Number.isInteger(year) && Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
  return fits ? { name, year: Number(year) } : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
