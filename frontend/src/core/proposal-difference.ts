import type { Intervention, Proposal } from './proposal';
import { canonical } from './same-drawing';

/** One drawing that is in both versions and not the same in them. */
export interface ChangedIntervention {
  readonly before: Intervention;
  readonly after: Intervention;
  readonly moved: boolean;
  /** Names of properties that were added, taken away or given another value, by alphabet. */
  readonly properties: readonly string[];
}

/** What lies between two versions of a proposal. */
export interface ProposalDifference {
  readonly name: { readonly before: string; readonly after: string } | null;
  readonly description: { readonly before: string; readonly after: string } | null;
  readonly added: readonly Intervention[];
  readonly removed: readonly Intervention[];
  readonly changed: readonly ChangedIntervention[];
  /** The same drawings stand in another order. */
  readonly reordered: boolean;
  /** Other unit prices, or other phases. */
  readonly settings: boolean;
}

type Words = Pick<Proposal, 'name' | 'description' | 'interventions' | 'settings'>;

export function differenceBetween(before: Words, after: Words): ProposalDifference {
  const old = new Map(before.interventions.map((each) => [each.id, each]));
  const fresh = new Map(after.interventions.map((each) => [each.id, each]));
  const common = after.interventions.filter(({ id }) => old.has(id)).map(({ id }) => id);
  const commonBefore = before.interventions.filter(({ id }) => fresh.has(id)).map(({ id }) => id);
  return {
    name: changedWords(before.name, after.name),
    description: changedWords(before.description, after.description),
    added: after.interventions.filter(({ id }) => !old.has(id)),
    removed: before.interventions.filter(({ id }) => !fresh.has(id)),
    changed: after.interventions.flatMap((each) => {
      const was = old.get(each.id);
      return was === undefined ? [] : changedIntervention(was, each);
    }),
    reordered: common.some((id, index) => commonBefore[index] !== id),
    settings: canonical(before.settings ?? {}) !== canonical(after.settings ?? {}),
  };
}

export function isNone({
  name,
  description,
  added,
  removed,
  changed,
  reordered,
  settings,
}: ProposalDifference): boolean {
  const drawn = added.length + removed.length + changed.length;
  return name === null && description === null && drawn === 0 && !reordered && !settings;
}

/** What the second version has that the first has not, or not so: to be shown beside the first. */
export function onlyInAfter({ added, changed }: ProposalDifference): readonly Intervention[] {
  return [...added, ...changed.map(({ after }) => after)];
}

function changedWords(before: string, after: string) {
  return before === after ? null : { before, after };
}

function changedIntervention(
  before: Intervention,
  after: Intervention,
): readonly ChangedIntervention[] {
  const moved = canonical(before.geometry) !== canonical(after.geometry);
  const names = new Set([...Object.keys(before.properties), ...Object.keys(after.properties)]);
  const properties = [...names]
    .filter((name) => canonical(before.properties[name]) !== canonical(after.properties[name]))
    .toSorted();
  return moved || properties.length > 0 ? [{ before, after, moved, properties }] : [];
}
