import { useState } from 'preact/hooks';
import type { IndicatorMethod } from '../api/indicators';
import type { ComparedCell, ComparedRow } from '../core/comparison';
import { formatChange, formatNumber, formatUnknown, formatValue } from '../i18n/format';
import { messages } from '../i18n/language';
import {
  demandHeavy,
  type HeavyWork,
  heavyWork,
  lacksHeavy,
  stopHeavy,
} from '../session/compared-numbers';
import { type ComparedColumn, columns, reference } from '../session/comparing';
import { heavyOf } from '../session/on-demand';
import { exportComparison } from './comparison-export';
import { columnName } from './comparison-names';
import { type ComparedGroup, comparedGroups } from './comparison-rows';
import { CheckField } from './fields';
import { measureName, rowDetail } from './measure-words';

/** Five questions, a column for each proposal: the best marked, the differences as bars. */
export function ComparisonTable() {
  const words = messages.value.comparison;
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  const [everyVariant, setEveryVariant] = useState(false);
  const groups = comparedGroups({ onlyDifferent, everyVariant });
  return (
    <>
      <div class="comparison-tools">
        <CheckField
          label={words.onlyDifferent}
          checked={onlyDifferent}
          onChange={setOnlyDifferent}
        />
        <CheckField label={words.everyVariant} checked={everyVariant} onChange={setEveryVariant} />
        <p class="quiet">
          {words.bestHelp} {words.barHelp}
        </p>
        <button type="button" class="button" onClick={() => exportComparison(groups)}>
          {words.exportTable}
        </button>
      </div>
      <table class="comparison-table">
        <caption class="sr-only">{words.tableLabel}</caption>
        <colgroup>
          <col class="label-column" />
          {columns.value.map(({ id }) => (
            <col key={id} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.measure}</th>
            {columns.value.map((column) => (
              <ColumnHead key={column.id} column={column} />
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <GroupRows key={group.card} group={group} />
        ))}
      </table>
    </>
  );
}

function ColumnHead({ column }: { column: ComparedColumn }) {
  const { id, letter } = column;
  const name = columnName(column);
  return (
    <th scope="col" class={id === reference.value ? 'is-reference' : ''} title={name}>
      {letter !== null && (
        <b class="letter" aria-hidden="true">
          {letter}
        </b>
      )}
      <span class={letter === null ? '' : 'head-name'}>
        {letter === null ? name : name.replace(`${letter} · `, '')}
      </span>
      {letter !== null && <span class="sr-only">{` (${letter})`}</span>}
    </th>
  );
}

const HELP = {
  out: 'outHelp',
  in: 'inHelp',
  through: 'throughHelp',
  tied: 'tiedHelp',
  fair: 'fairHelp',
} as const;

function GroupRows({ group: { card, group, rows } }: { group: ComparedGroup }) {
  const words = messages.value;
  return (
    <tbody data-card={card}>
      <tr class="group-row">
        <th scope="rowgroup" colSpan={columns.value.length + 1}>
          <div class="group-head">
            <strong>{words.cards[card]}</strong>
            <span class="quiet">{words.cards[HELP[card]]}</span>
            <HeavyBar group={group} />
          </div>
        </th>
      </tr>
      {rows.length === 0 && (
        <tr>
          <td class="quiet nothing" colSpan={columns.value.length + 1}>
            {words.comparison.nothingDifferent}
          </td>
        </tr>
      )}
      {rows.map((row) => (
        <Row key={row.key} row={row} />
      ))}
    </tbody>
  );
}

function Row({ row: { key, measure, sample, cells } }: { row: ComparedRow<IndicatorMethod> }) {
  const waits = !measure.live && lacksHeavy(measure.group);
  return (
    <tr data-row={key}>
      <th scope="row">
        {measureName(measure.id)}
        {sample !== null && <small>{rowDetail(sample)}</small>}
      </th>
      {cells.map((cell, index) => (
        <Cell key={columns.value[index]?.id ?? index} cell={cell} waits={waits} />
      ))}
    </tr>
  );
}

function Cell({ cell, waits }: { cell: ComparedCell; waits: boolean }) {
  const words = messages.value;
  const { row, best } = cell;
  if (row === null) {
    return <td class="quiet">{waits ? words.comparison.notYet : '–'}</td>;
  }
  const before = formatValue(row.baseline, row.unit, words);
  const after = formatValue(row.proposal, row.unit, words);
  const known = row.known_share ?? 1;
  return (
    <td>
      <span class="compared-value">
        {before !== after && (
          <span class="value-before">
            {before} <span aria-hidden="true">→</span>{' '}
          </span>
        )}
        <b data-value={row.proposal ?? ''}>{after}</b>
        {best && (
          <span class="best-mark">
            <span aria-hidden="true">{STAR}</span> {words.comparison.best}
          </span>
        )}
      </span>
      <DifferenceBar cell={cell} />
      {known < 1 && (
        <small class="quiet">{words.cards.unknownFor(formatUnknown(known, words))}</small>
      )}
    </td>
  );
}

const BAR = 60;
const STAR = '★';

/** From the middle to the right for more, to the left for less; a loss is hollow as well as brown. */
function DifferenceBar({ cell: { row, difference, outcome, size } }: { cell: ComparedCell }) {
  if (size === 0 || row === null) return null;
  const width = Math.max(2, Math.abs(size) * BAR);
  const change = difference === null ? '' : formatChange(difference, row.unit, messages.value);
  // A difference that rounds to nothing is only seen.
  const said = /[1-9]/.test(change) ? change : '';
  return (
    <span class={`difference is-${outcome}`} data-size={size.toFixed(3)}>
      <svg viewBox={`${-BAR} 0 ${2 * BAR} 10`} width={2 * BAR} height="10" aria-hidden="true">
        <line class="middle" y2="10" />
        <rect class="bar" x={size < 0 ? -width : 0} y="1.5" width={width} height="7" />
      </svg>
      <span>{said}</span>
    </span>
  );
}

/** What takes longer in a question: asked for at once for all proposals, and stopped at will. */
function HeavyBar({ group }: { group: number }) {
  const words = messages.value.comparison;
  const work = heavyWork.value.get(group);
  if (work === undefined && !lacksHeavy(group)) return null;
  return (
    <span class="heavy" data-state={work?.state ?? 'idle'}>
      <span role="status">{sayHeavy(work, group)}</span>
      {work?.state === 'working' ? (
        <>
          <progress value={work.done} max={work.of} aria-label={words.computing} />
          <button type="button" class="button" onClick={() => stopHeavy(group)}>
            {words.stop}
          </button>
        </>
      ) : (
        <button type="button" class="button" onClick={() => void demandHeavy(group)}>
          {work === undefined ? words.compute : messages.value.status.retry}
        </button>
      )}
    </span>
  );
}

function sayHeavy(work: HeavyWork | undefined, group: number): string {
  const words = messages.value;
  if (work === undefined) return words.comparison.computeHelp(heavyOf(group).length);
  if (work.state === 'away') return words.status.serviceAway;
  if (work.state === 'failed') return `${words.measures.failed} ${work.why}`;
  const say = (n: number) => formatNumber(n, words);
  return words.comparison.progress(say(work.done), say(work.of));
}
