import type { History } from './history';
import type { Proposal } from './proposal';

/** Whether two proposals say and hold the same, however their members are ordered. */
export function sameDrawing(one: Proposal, other: Proposal): boolean {
  return (
    one.name === other.name &&
    one.description === other.description &&
    canonical(one.settings ?? {}) === canonical(other.settings ?? {}) &&
    canonical(one.interventions) === canonical(other.interventions)
  );
}

/**
 * Whether a state is one the person has been at here: then it is their own write, whose answer
 * was lost on the way, and not somebody else's.
 */
export function isOwnState(history: History<Proposal>, state: Proposal): boolean {
  return [history.present, ...history.past, ...history.future].some((own) =>
    sameDrawing(own, state),
  );
}

/** A value as text in which the order of members does not matter. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : member,
  );
}
