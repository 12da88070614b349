import { useState } from 'preact/hooks';
import { type IndicatorRow, outcomeOf } from '../core/indicator-row';
import { formatChange, formatValue } from '../i18n/format';
import { messages } from '../i18n/language';
import { lens } from '../session/lens';
import { allRows } from '../session/on-demand';
import { loadRegistry } from '../session/registry';
import { CheckField } from './fields';
import { measureName, rowDetail } from './measure-words';

/** Every number of the answer, for the chosen way of moving. */
export function NumberTable() {
  const words = messages.value.table;
  const [onlyChanged, setOnlyChanged] = useState(true);
  const [everyMode, setEveryMode] = useState(false);
  const [open, setOpen] = useState(false);
  const rows = allRows.value.filter(
    (row) =>
      (everyMode || row.mode === null || row.mode === lens.value.mode) &&
      (!onlyChanged || row.baseline !== row.proposal),
  );
  return (
    <details
      class="numbers"
      onToggle={(event) => {
        setOpen(event.currentTarget.open);
        void loadRegistry();
      }}
    >
      <summary>{words.title}</summary>
      {open && (
        <>
          <div class="field-row">
            <CheckField label={words.onlyChanged} checked={onlyChanged} onChange={setOnlyChanged} />
            <CheckField label={words.allModes} checked={everyMode} onChange={setEveryMode} />
          </div>
          {rows.length === 0 ? <p class="quiet">{words.nothing}</p> : <Rows rows={rows} />}
        </>
      )}
    </details>
  );
}

function Rows({ rows }: { rows: readonly IndicatorRow[] }) {
  const words = messages.value;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
    <section class="table-scroll" tabIndex={0} aria-label={words.table.caption}>
      <table class="small-table">
        <caption class="sr-only">{words.table.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.table.measure}</th>
            <th scope="col">{words.table.before}</th>
            <th scope="col">{words.table.after}</th>
            <th scope="col">{words.table.change}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-row={keyOf(row)}>
              <th scope="row">
                {measureName(row.id)}
                <small>{rowDetail(row)}</small>
              </th>
              <td>{formatValue(row.baseline, row.unit, words)}</td>
              <td>{formatValue(row.proposal, row.unit, words)}</td>
              <td class={`is-${outcomeOf(row)}`}>{formatChange(row.change, row.unit, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function keyOf({ id, mode, category, cutoff_min, variant }: IndicatorRow): string {
  return [id, mode, category, cutoff_min, variant].map((part) => part ?? '').join('|');
}
