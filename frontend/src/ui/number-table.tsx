import { useState } from 'preact/hooks';
import { type IndicatorRow, outcomeOf } from '../core/indicator-row';
import { formatChange, formatValue } from '../i18n/format';
import { language, messages } from '../i18n/language';
import { categoryName, modeName } from '../i18n/names';
import { answer } from '../session/assessment';
import { lens } from '../session/lens';
import { loadRegistry, methodOf } from '../session/registry';
import { CheckField } from './fields';

/** Every number of the answer, for the chosen way of moving. */
export function NumberTable() {
  const words = messages.value.table;
  const [onlyChanged, setOnlyChanged] = useState(true);
  const [everyMode, setEveryMode] = useState(false);
  const [open, setOpen] = useState(false);
  const rows = (answer.value?.indicators ?? []).filter(
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
    <div class="table-scroll">
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
                {nameOf(row)}
                <small>{detailOf(row)}</small>
              </th>
              <td>{formatValue(row.baseline, row.unit, words)}</td>
              <td>{formatValue(row.proposal, row.unit, words)}</td>
              <td class={`is-${outcomeOf(row)}`}>{formatChange(row.change, row.unit, words)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function keyOf({ id, mode, category, cutoff_min, variant }: IndicatorRow): string {
  return [id, mode, category, cutoff_min, variant].map((part) => part ?? '').join('|');
}

function nameOf({ id }: IndicatorRow): string {
  const method = methodOf(id);
  if (method === undefined) return id;
  return language.value === 'da' ? method.name_da : method.name_en;
}

function detailOf({ id, mode, category, cutoff_min, variant }: IndicatorRow): string {
  const words = messages.value;
  const variants: Readonly<Record<string, string>> = words.variants;
  const parts = [
    category === null ? null : categoryName(category, words),
    mode === null ? null : modeName(mode, words).toLocaleLowerCase(words.locale),
    cutoff_min === null ? null : words.cutoff(String(cutoff_min)),
    variant === null
      ? null
      : (variants[variant] ?? (id === 'detour_factor' ? words.units.metres(variant) : variant)),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}
