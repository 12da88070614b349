import type { IndicatorMethod } from '../api/indicators';
import { formatNumber } from '../i18n/format';
import { language, messages } from '../i18n/language';
import { spoken } from '../session/drawing';
import { COST, ownPrices, resetOwnPrices, setOwnPrice } from '../session/proposal-prices';
import { methodOf } from '../session/registry';
import { isExample, locked } from '../session/workspace';

type Parameter = IndicatorMethod['parameters'][string];

/** A price that may be set: its bounds and default are the service's. */
interface Price {
  readonly name: string;
  readonly label: string;
  readonly unit: 'kr_per_m2' | 'kr_per_m' | 'kr' | 'percent' | 'number';
  readonly usual: number;
  readonly low: number;
  readonly high: number;
}

/** The unit prices the proposal is reckoned with, edited where they stand. */
export function PriceTable() {
  const words = messages.value.prices;
  const method = methodOf(COST);
  if (method === undefined) return null;
  const changed = Object.keys(ownPrices.value).length;
  return (
    <details class="inner-fold price-table" data-testid="prices">
      <summary>
        {words.title}
        {changed > 0 && <small class="own-mark"> {words.changedCount(changed)}</small>}
      </summary>
      <p class="quiet">{locked.value ? lockedNote() : words.help}</p>
      <fieldset class="bare" disabled={locked.value}>
        <table class="small-table">
          <caption class="sr-only">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.what}</th>
              <th scope="col">{words.price}</th>
            </tr>
          </thead>
          <tbody>
            {pricesOf(method).map((price) => (
              <PriceRow key={price.name} price={price} />
            ))}
          </tbody>
        </table>
        {changed > 0 && (
          <button
            type="button"
            class="button"
            onClick={(event) => {
              // The button goes with what it resets; the keys go on from the table's heading.
              event.currentTarget.closest('details')?.querySelector('summary')?.focus();
              resetOwnPrices();
            }}
          >
            {words.resetAll}
          </button>
        )}
      </fieldset>
      {method.source !== '' && (
        <p class="quiet">
          {words.source}: {method.source}
        </p>
      )}
    </details>
  );
}

function lockedNote(): string {
  const words = messages.value.prices;
  return isExample.value ? words.readOnly : words.readOnlyPhase;
}

function PriceRow({ price }: { price: Price }) {
  const words = messages.value;
  const { name, label, unit, usual } = price;
  const own = ownPrices.value[name];
  const id = `price-${name}`;
  return (
    <tr class={own === undefined ? '' : 'is-own'} data-price={name}>
      <th scope="row">
        <label for={id}>{label}</label>
        {own !== undefined && (
          <small class="own-mark">
            {words.prices.changed} · {words.prices.usual(sayPrice(usual, unit))}
          </small>
        )}
      </th>
      <td>
        <span class="with-unit">
          <PriceInput id={id} price={price} value={own ?? usual} />
          <span class="unit">{words.prices.units[unit]}</span>
        </span>
        {own !== undefined && (
          <button
            type="button"
            class="link-button"
            aria-label={words.prices.resetOf(label)}
            onClick={() => {
              document.getElementById(id)?.focus();
              setOwnPrice(name, null);
              spoken.value = `${label}: ${sayPrice(usual, unit)}`;
            }}
          >
            {words.prices.reset}
          </button>
        )}
      </td>
    </tr>
  );
}

interface PriceInputProps {
  readonly id: string;
  readonly price: Price;
  readonly value: number;
}

/** Empty gives the default back; a number outside the bounds is drawn back to the nearest. */
function PriceInput({ id, price: { name, unit, usual, low, high }, value }: PriceInputProps) {
  const scale = unit === 'percent' ? 100 : 1;
  return (
    <input
      id={id}
      type="number"
      inputMode="decimal"
      min={low * scale}
      max={high * scale}
      step="any"
      value={tidy(value * scale)}
      onChange={(event) => {
        const { currentTarget: input } = event;
        const asked = input.value === '' ? usual : input.valueAsNumber / scale;
        const kept = Number.isFinite(asked) ? Math.min(high, Math.max(low, tidy(asked))) : usual;
        setOwnPrice(name, kept === usual ? null : kept);
        input.value = String(tidy(kept * scale));
      }}
    />
  );
}

function pricesOf({ parameters }: IndicatorMethod): readonly Price[] {
  return Object.entries(parameters).flatMap(([name, parameter]) => {
    const { default: usual, low, high } = parameter;
    if (typeof usual !== 'number' || low === null || high === null) return [];
    const label = language.value === 'da' ? parameter.name_da : parameter.name_en;
    return [{ name, label, unit: unitOf(name, parameter), usual, low, high }];
  });
}

function unitOf(name: string, { unit }: Parameter): Price['unit'] {
  if (unit === 'kr_per_m2' || unit === 'kr_per_m' || unit === 'kr') return unit;
  return name.endsWith('_share') ? 'percent' : 'number';
}

function sayPrice(value: number, unit: Price['unit']): string {
  const words = messages.value;
  const shown = tidy(unit === 'percent' ? value * 100 : value);
  const digits = Math.min(3, (String(shown).split('.')[1] ?? '').length);
  return `${formatNumber(shown, words, digits)} ${words.prices.units[unit]}`.trim();
}

/** 0.524 · 100 is 52.400000000000006 to a computer, and 52.4 to everybody else. */
function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9;
}
