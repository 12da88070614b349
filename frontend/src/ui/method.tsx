import type { IndicatorMethod } from '../api/indicators';
import { formatNumber, formatUnit } from '../i18n/format';
import { language, messages } from '../i18n/language';
import { COST } from '../session/proposal-prices';
import { loadRegistry, methodOf } from '../session/registry';
import { setParameter, settings } from '../session/settings';
import { locked } from '../session/workspace';
import { NumberField } from './fields';

/** How a number is worked out, one click away. */
export function Method({ indicator }: { indicator: string }) {
  return (
    <details class="method" onToggle={() => void loadRegistry()}>
      <summary>{messages.value.cards.method}</summary>
      <MethodBox indicator={indicator} />
    </details>
  );
}

/** What an indicator means, its formula, what it is computed with, and what it promises. */
export function MethodBox({ indicator }: { indicator: string }) {
  const method = methodOf(indicator);
  if (method === undefined) return null;
  const words = messages.value.measures;
  const danish = language.value === 'da';
  const better = words.better[method.better];
  return (
    <div class="method-box">
      <p>
        <strong>{danish ? method.name_da : method.name_en}.</strong>{' '}
        {danish ? method.sentence_da : method.sentence_en} {better}
      </p>
      <p class="formula" title={words.formula}>
        {method.formula}
      </p>
      <Parameters method={method} />
      <p>
        <span class="quiet">{words.promise}: </span>
        {method.guarantee === 'monotone' ? words.promised : words.notPromised}{' '}
        {danish ? method.guarantee_reason_da : method.guarantee_reason_en}
      </p>
      {method.source !== '' && (
        <p class="quiet">
          {words.source}: {method.source}
        </p>
      )}
    </div>
  );
}

type Parameter = IndicatorMethod['parameters'][string];

function Parameters({ method }: { method: IndicatorMethod }) {
  const words = messages.value.measures;
  const all = Object.entries(method.parameters);
  if (all.length === 0) return null;
  return (
    // Unit prices belong to the proposal, and are changed where that may be changed.
    <fieldset class="bare" disabled={method.id === COST && locked.value}>
      <dl class="parameters" aria-label={words.parameters}>
        {all.map(([name, parameter]) => (
          <div key={name}>
            <ParameterRow indicator={method.id} name={name} parameter={parameter} />
          </div>
        ))}
      </dl>
    </fieldset>
  );
}

interface ParameterProps {
  readonly indicator: string;
  readonly name: string;
  readonly parameter: Parameter;
}

/** A constant is told; what may be set is a field. */
function ParameterRow({ indicator, name, parameter }: ParameterProps) {
  const words = messages.value.measures;
  const { low, high, unit } = parameter;
  const said = language.value === 'da' ? parameter.name_da : parameter.name_en;
  const label = said === '' ? name : said;
  const usual = say(parameter.default, unit);
  if (low === null || high === null || low === high || typeof parameter.default !== 'number') {
    return (
      <>
        <dt class={said === '' ? 'is-code' : ''}>{label}</dt>
        <dd>{usual}</dd>
      </>
    );
  }
  const own = settings.value[indicator]?.[name];
  return (
    <>
      <dt class="sr-only">{label}</dt>
      <dd class="own-parameter">
        <NumberField
          label={label}
          unit={formatUnit(unit, messages.value)}
          value={own ?? parameter.default}
          min={low}
          max={high}
          step={stepBetween(low, high)}
          note={
            own === undefined ? words.usual(usual) : `${words.ownValue} · ${words.usual(usual)}`
          }
          onChange={(value) =>
            setParameter(indicator, name, value === parameter.default ? null : value)
          }
        />
        {own !== undefined && (
          <button
            type="button"
            class="link-button"
            onClick={() => setParameter(indicator, name, null)}
          >
            {words.reset}
          </button>
        )}
      </dd>
    </>
  );
}

/** About a hundred steps from one end to the other, each a power of ten. */
function stepBetween(low: number, high: number): number {
  return 10 ** Math.floor(Math.log10((high - low) / 50));
}

function say(value: Parameter['default'], unit: string): string {
  const words = messages.value;
  const one = (each: unknown) =>
    typeof each === 'number' ? formatNumber(each, words, digitsOf(each)) : String(each);
  const text = Array.isArray(value) ? value.map(one).join(' · ') : one(value);
  return unit === '' ? text : `${text} ${formatUnit(unit, words)}`;
}

function digitsOf(value: number): number {
  return Math.min(4, (String(value).split('.')[1] ?? '').length);
}
