import type { IndicatorMethod } from '../api/indicators';
import { type IndicatorRow, outcomeOf } from '../core/indicator-row';
import { type MeasureRows, tellingRow } from '../core/measures';
import { formatChange, formatUnknown, formatValue } from '../i18n/format';
import { messages } from '../i18n/language';
import { type Demand, demand, demands, heavyOf, isFresh, stopDemand } from '../session/on-demand';
import { isSet } from '../session/settings';
import { measureName, rowDetail } from './measure-words';
import { MethodBox } from './method';

interface MeasuresProps {
  readonly group: number;
  readonly measures: readonly MeasureRows<IndicatorMethod>[];
  /** Whether the list says what takes longer, or the card does so already. */
  readonly withDemand: boolean;
}

/** Every indicator of one question, whatever the registry holds: its numbers and its method. */
export function Measures({ group, measures, withDemand }: MeasuresProps) {
  const words = messages.value.measures;
  if (measures.length === 0) return null;
  return (
    <details
      class="measures"
      onToggle={(event) => {
        const asked = demands.peek().has(group);
        if (event.currentTarget.open && !asked) void demand(group);
      }}
    >
      <summary>{words.more(measures.length)}</summary>
      {withDemand && <DemandBar group={group} />}
      <ul>
        {measures.map(({ measure, rows }) => (
          <li key={measure.id}>
            <MeasureRow measure={measure} rows={rows} waits={isStale(group, measure)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function isStale(group: number, measure: IndicatorMethod): boolean {
  const asked = demands.value.get(group);
  return !measure.live && asked !== undefined && (asked.state === 'working' || !isFresh(asked));
}

interface MeasureRowProps {
  readonly measure: IndicatorMethod;
  readonly rows: readonly IndicatorRow[];
  readonly waits: boolean;
}

function MeasureRow({ measure, rows, waits }: MeasureRowProps) {
  const words = messages.value;
  const telling = tellingRow(rows);
  const others = rows.filter((row) => row !== telling);
  const none = measure.live ? words.measures.noValue : words.measures.notYet;
  return (
    <details class={`measure${waits ? ' is-waiting' : ''}`} data-measure={measure.id}>
      <summary>
        <span class="measure-name">
          {measureName(measure.id)}
          {telling !== null && <small>{rowDetail(telling)}</small>}
          {isSet(measure.id) && <small class="own-mark">{words.measures.own}</small>}
        </span>
        {telling === null ? <span class="quiet">{none}</span> : <Numbers row={telling} />}
      </summary>
      {others.length > 0 && (
        <ul class="variants">
          {others.map((row) => (
            <li key={rowDetail(row)}>
              <span class="measure-name">{rowDetail(row)}</span>
              <Numbers row={row} />
            </li>
          ))}
        </ul>
      )}
      <MethodBox indicator={measure.id} />
    </details>
  );
}

/** Before → after and the change, one number wide where nothing changed. */
function Numbers({ row }: { row: IndicatorRow }) {
  const words = messages.value;
  const before = formatValue(row.baseline, row.unit, words);
  const after = formatValue(row.proposal, row.unit, words);
  const known = row.known_share;
  return (
    <span class="measure-numbers">
      {before === after ? (
        <b>{after}</b>
      ) : (
        <>
          <span class="value-before">{before}</span>
          <span aria-hidden="true"> → </span>
          <b>{after}</b>
          <small class={`is-${outcomeOf(row)}`}>{formatChange(row.change, row.unit, words)}</small>
        </>
      )}
      {known !== null && known < 1 && (
        <small class="quiet">{words.cards.unknownFor(formatUnknown(known, words))}</small>
      )}
    </span>
  );
}

/** What takes longer: asked for, waited for, stopped, and told when it went wrong. */
export function DemandBar({ group }: { group: number }) {
  const words = messages.value.measures;
  const heavy = heavyOf(group).length;
  const asked = demands.value.get(group);
  if (heavy === 0 || (asked?.state === 'ready' && isFresh(asked))) return null;
  return (
    <div class="demand" data-state={asked?.state ?? 'idle'}>
      <p role="status">{sayDemand(asked, heavy)}</p>
      {asked?.state === 'working' ? (
        <button type="button" class="button" onClick={() => stopDemand(group)}>
          {words.stop}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => void demand(group)}>
          {askLabel(asked)}
        </button>
      )}
      {asked?.state === 'working' && <progress aria-label={words.computing} />}
    </div>
  );
}

function sayDemand(asked: Demand | undefined, heavy: number): string {
  const words = messages.value;
  switch (asked?.state) {
    case undefined:
      return words.measures.computeHelp(heavy);
    case 'working':
      return words.measures.computing;
    case 'away':
      return words.status.serviceAway;
    case 'failed':
      return `${words.measures.failed} ${asked?.why ?? ''}`;
    default:
      return words.measures.stale;
  }
}

function askLabel(asked: Demand | undefined): string {
  const words = messages.value;
  if (asked === undefined) return words.measures.compute;
  return asked.state === 'ready' ? words.measures.again : words.status.retry;
}
