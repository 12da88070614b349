import { FunderSwatch } from '../charts/funding-bar';
import type { BillLine, FeatureBill } from '../core/bill';
import { FUNDERS } from '../core/funding';
import { formatNumber } from '../i18n/format';
import { formatMoney } from '../i18n/format-money';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { pointedId } from '../session/money';
import { inspected } from '../session/things';
import { proposal, selectedId } from '../session/workspace';

/** A row for each change; the one with focus, or under the pointer, is marked on the map. */
export function BillRows({ bills }: { bills: readonly FeatureBill[] }) {
  const words = messages.value.money;
  return (
    <section class="bill-rows" aria-label={words.changes}>
      <h3>{words.changes}</h3>
      <ul>
        {bills.map((bill) => (
          <li key={bill.feature}>
            <BillRow bill={bill} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BillRow({ bill }: { bill: FeatureBill }) {
  const words = messages.value;
  const drawn = proposal.value?.interventions.find(({ id }) => id === bill.feature);
  if (drawn === undefined) return null;
  const name = interventionName(drawn, words);
  const point = () => {
    pointedId.value = bill.feature;
  };
  const leave = () => {
    if (pointedId.peek() === bill.feature) pointedId.value = null;
  };
  return (
    <details
      class={`bill-row is-${bill.state}`}
      data-feature={bill.feature}
      onFocusCapture={point}
      onBlurCapture={leave}
      onMouseEnter={point}
      onMouseLeave={leave}
    >
      <summary>
        <span class="measure-name">
          {name}
          {bill.stated && <small class="quiet">{words.money.stated}</small>}
        </span>
        <b class="bill-sum">{sayBill(bill)}</b>
      </summary>
      <ul class="bill-lines">
        {bill.lines.map((line) => (
          <li key={`${line.price} ${line.name}`}>
            <span>
              {line.name}
              {line.unit !== null && line.quantity !== null && (
                <small class="quiet">{sayLine(line)}</small>
              )}
            </span>
            <span>{formatMoney(line.kr, words)}</span>
          </li>
        ))}
      </ul>
      {bill.payers !== null && (
        <ul class="bill-payers">
          {FUNDERS.filter((funder) => (bill.payers?.[funder] ?? 0) > 0).map((funder) => (
            <li key={funder}>
              <FunderSwatch funder={funder} />
              <span>{words.money.payerNames[funder]}</span>
              <span>{formatMoney(bill.payers?.[funder] ?? 0, words)}</span>
            </li>
          ))}
        </ul>
      )}
      <button
        type="button"
        class="link-button"
        aria-label={words.money.showChange(name)}
        onClick={() => {
          inspected.value = null;
          selectedId.value = bill.feature;
        }}
      >
        {words.money.edit}
      </button>
    </details>
  );
}

function sayBill({ state, kr }: FeatureBill): string {
  const words = messages.value;
  const sum = formatMoney(kr, words);
  return state === 'partly' ? words.money.atLeast(sum) : sum;
}

/** “600 m² à 1.200 kr.” */
function sayLine({ unit, quantity, unit_price_kr: price }: BillLine): string {
  const words = messages.value;
  if (unit === null || quantity === null) return '';
  const digits = Number.isInteger(quantity) || quantity >= 10_000 ? 0 : 1;
  const said = words.money.quantities[unit](formatNumber(quantity, words, digits), quantity);
  return words.money.times(said, formatMoney(price, words));
}
