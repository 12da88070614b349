import { useEffect } from 'preact/hooks';
import { yearsOf } from '../core/years-of';
import { messages } from '../i18n/language';
import type { Followed } from '../session/followed';
import { loadSources, sources } from '../session/sources';

/** How and within how long a layer is measured, and from when its data is. */
export function LegendFacts({ parts }: { parts: readonly string[] }) {
  const words = messages.value.mapLayers.facts;
  useEffect(() => void loadSources(), []);
  const years = yearsOf(sources.value.map(({ date }) => date));
  const said = [...parts, ...(years === null ? [] : [words.data(years)])];
  return (
    <p class="legend-facts" data-testid="facts">
      {said.join(' · ')}
    </p>
  );
}

/** Why a layer has nothing to show yet, or could not be worked out. */
export function FollowedTrouble({ of }: { of: Followed<unknown> }) {
  const words = messages.value;
  const state = of.state.value;
  if (state === 'working' && of.told.value === null) {
    return <p class="is-late">{words.mapLayers.facts.computing}</p>;
  }
  if (state !== 'away' && state !== 'refused') return null;
  return (
    <p role="alert">
      {state === 'away' ? words.status.serviceAway : of.trouble.value}{' '}
      <button type="button" class="link-button" onClick={() => of.again()}>
        {words.status.retry}
      </button>
    </p>
  );
}

export interface TableRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  readonly outcome?: 'gain' | 'loss';
}

/** What the map tells, as numbers: before and after, or only today while nothing is drawn. */
export function LegendTable({ rows, changes }: { rows: readonly TableRow[]; changes: boolean }) {
  const words = messages.value.mapLayers.facts;
  return (
    <details class="legend-table">
      <summary>{words.table}</summary>
      <table class="small-table">
        <thead>
          <tr>
            <th scope="col" class="sr-only">
              {words.measure}
            </th>
            <th scope="col">{changes ? words.before : words.now}</th>
            {changes && <th scope="col">{words.after}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, before, after, outcome }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{before}</td>
              {changes && <td class={outcome === undefined ? '' : `is-${outcome}`}>{after}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Which way a number went, where more of it is better or worse; nothing where it stayed. */
export function outcomeOf(
  before: number,
  after: number,
  better: 'higher' | 'lower',
): 'gain' | 'loss' | undefined {
  if (before === after) return undefined;
  return after > before === (better === 'higher') ? 'gain' : 'loss';
}
