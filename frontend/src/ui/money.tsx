import type { CostAnswer } from '../api/cost';
import { FunderSwatch, FundingBar } from '../charts/funding-bar';
import { type Payers, stretchesOf } from '../core/bill';
import { FUNDERS } from '../core/funding';
import { findRow } from '../core/indicator-row';
import { formatMoney, formatPart, formatSum } from '../i18n/format-money';
import { messages } from '../i18n/language';
import { assessmentState } from '../session/assessment';
import { exportCosts } from '../session/cost-file';
import { streetMode } from '../session/lens';
import {
  askPrices,
  isFreshBill,
  minutePrices,
  moneyOpen,
  moneyState,
  moneyTrouble,
  priced,
} from '../session/money';
import { proposal } from '../session/workspace';
import { BillRows } from './bill-rows';
import { PriceTable } from './price-table';

/** What the proposal costs, who pays, and whether the programme's rule is kept. */
export function MoneySection() {
  const words = messages.value.money;
  return (
    <details
      class="panel-fold money"
      data-testid="money"
      data-state={moneyState.value}
      open={moneyOpen.value}
      onToggle={(event) => {
        moneyOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{words.title}</summary>
      {moneyOpen.value && (
        <div class="money-body">
          <MoneyTrouble />
          {(proposal.value?.interventions.length ?? 0) === 0 ? (
            <p class="quiet">{words.empty}</p>
          ) : (
            priced.value !== null && <Bill answer={priced.value.answer} />
          )}
          <PriceTable />
        </div>
      )}
    </details>
  );
}

/** Waiting, refused or away; what was known before stays below. */
export function MoneyTrouble() {
  const words = messages.value;
  const state = moneyState.value;
  if (state === 'working' && priced.value === null) {
    return (
      <p class="quiet late" role="status">
        {words.money.working}
      </p>
    );
  }
  if (state === 'invalid' || assessmentState.value === 'invalid')
    return <p role="status">{words.money.waiting}</p>;
  if (state !== 'away' && state !== 'failed') return null;
  return (
    <div class="demand" data-state={state}>
      <p role="status">
        {state === 'away'
          ? words.status.serviceAway
          : `${words.money.failed} ${moneyTrouble.value}`}
      </p>
      <button type="button" class="button" onClick={() => void askPrices()}>
        {words.status.retry}
      </button>
    </div>
  );
}

function Bill({ answer }: { answer: CostAnswer }) {
  const words = messages.value;
  const { totals, cofinancing, features } = answer;
  const sum = { kr: totals.kr ?? 0, known: totals.known, count: totals.features };
  const unknown = totals.features - totals.known;
  return (
    <div class={isFreshBill.value ? 'bill' : 'bill is-old'}>
      <p class="bill-total" data-testid="total">
        <span>{words.money.total}</span> <b>{formatSum(sum, words)}</b>
      </p>
      {unknown > 0 && (
        <p class="bill-unknown">
          {words.money.missing(unknown, totals.features)}{' '}
          <span class="quiet">{words.money.missingHow}</span>
        </p>
      )}
      {totals.payers !== null && totals.kr !== null && totals.kr > 0 && (
        <WhoPays payers={totals.payers} />
      )}
      <Rule rule={cofinancing} />
      <MinutePrice />
      <BillRows bills={features} />
      <p class="quiet">{words.money.estimate}</p>
      <button type="button" class="button" onClick={() => exportCosts(answer)}>
        {words.money.csv}
      </button>
    </div>
  );
}

function WhoPays({ payers }: { payers: Payers }) {
  const words = messages.value;
  const stretches = stretchesOf(payers, FUNDERS);
  const share = (part: { from: number; to: number }) => formatPart(part.to - part.from, words);
  const said = stretches.map((part) =>
    words.money.part(words.money.payerNames[part.funder], share(part)),
  );
  return (
    <figure class="who-pays">
      <figcaption>{words.money.payers}</figcaption>
      <FundingBar title={`${words.money.payers}. ${said.join(', ')}`} stretches={stretches} />
      <dl>
        {stretches.map((part) => (
          <div key={part.funder} data-payer={part.funder}>
            <dt>
              <FunderSwatch funder={part.funder} /> {words.money.payerNames[part.funder]}
            </dt>
            <dd>
              {formatMoney(part.kr, words)} <small class="quiet">{share(part)}</small>
            </dd>
          </div>
        ))}
      </dl>
    </figure>
  );
}

/** The programme's rule in a sentence, and the two sums it holds against each other. */
function Rule({ rule }: { rule: CostAnswer['cofinancing'] }) {
  const words = messages.value;
  const asked = rule.grant_kr !== null && rule.grant_kr > 0;
  return (
    <section class={`rule${rule.kept === false ? ' is-short' : ''}`} data-testid="cofinancing">
      <h3>
        {words.money.rule}
        {asked && <span class="tag">{rule.kept ? words.money.kept : words.money.short}</span>}
      </h3>
      <p>{rule.message}</p>
      {asked && (
        <dl class="pairs">
          <div>
            <dt>{words.money.required}</dt>
            <dd>{formatMoney(rule.required_kr, words)}</dd>
          </div>
          <div>
            <dt>{words.money.found}</dt>
            <dd>{formatMoney(rule.found_kr, words)}</dd>
          </div>
        </dl>
      )}
    </section>
  );
}

function MinutePrice() {
  const words = messages.value;
  const row = findRow(minutePrices.value, { mode: streetMode.value });
  if (row === undefined) return null;
  return (
    <dl class="pairs">
      <div data-testid="per-minute">
        <dt>
          {words.money.perMinute}
          <small class="quiet">{words.money.perMinuteHelp}</small>
        </dt>
        <dd>{row.proposal === null ? words.money.noMinute : formatMoney(row.proposal, words)}</dd>
      </div>
    </dl>
  );
}
