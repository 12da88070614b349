import { deepFreeze } from './freeze';
import type { History } from './history';
import type { Intervention, Proposal, ProposalSettings } from './proposal';

/**
 * A history as JSON in which every intervention is written once, however many states hold it:
 * states share almost everything, and browser storage is small.
 */
export interface EncodedHistory {
  readonly pool: readonly Intervention[];
  readonly states: readonly EncodedState[];
  /** Position of the present among `states`. */
  readonly present: number;
}

interface EncodedState {
  readonly id: string;
  readonly area: string;
  readonly name: string;
  readonly description: string;
  readonly settings?: ProposalSettings;
  readonly members: readonly number[];
}

export function encodeHistory(history: History<Proposal>, limit = Infinity): EncodedHistory {
  const past =
    limit === Infinity ? history.past : history.past.slice(-limit || history.past.length);
  const pool: Intervention[] = [];
  const position = new Map<string, number>();
  const member = (intervention: Intervention): number => {
    const written = JSON.stringify(intervention);
    const known = position.get(written);
    if (known !== undefined) return known;
    position.set(written, pool.length);
    pool.push(intervention);
    return pool.length - 1;
  };
  const states = [...past, history.present, ...history.future].map(
    ({ interventions, ...words }) => ({ ...words, members: interventions.map(member) }),
  );
  return { pool, states, present: past.length };
}

export function decodeHistory(encoded: EncodedHistory): History<Proposal> {
  const pool = encoded.pool.map((intervention) => deepFreeze(intervention));
  const states = encoded.states.map(({ members, ...words }) => {
    const interventions = members.map((index) => {
      const intervention = pool[index];
      if (intervention === undefined) throw new Error(`stored history names intervention ${index}`);
      return intervention;
    });
    return deepFreeze({ ...words, interventions });
  });
  const present = states[encoded.present];
  if (present === undefined) throw new Error(`stored history has no state ${encoded.present}`);
  return {
    past: states.slice(0, encoded.present),
    present,
    future: states.slice(encoded.present + 1),
  };
}
