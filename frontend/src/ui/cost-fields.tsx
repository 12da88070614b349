import { useState } from 'preact/hooks';
import { FunderSwatch } from '../charts/funding-bar';
import {
  FUNDERS,
  type Funder,
  fundingOf,
  NO_PERCENTS,
  type Percents,
  percentsSum,
  statedPercents,
} from '../core/funding';
import type { InterventionProperties } from '../core/proposal';
import { formatNumber } from '../i18n/format';
import { formatMoney } from '../i18n/format-money';
import { messages } from '../i18n/language';
import { NumberField, Segments } from './fields';
import type { PropertyFieldsProps } from './property-fields';

const LARGEST_KR = 1e10;

/** What a planner knows better than the unit prices: the cost of one change, and who pays it. */
export function CostFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.costForm;
  const { cost_kr: cost, floor_area_m2: floor } = properties;
  return (
    <details class="cost-fields">
      <summary>{words.title}</summary>
      <div class="cost-body">
        {properties.kind === 'facility' && (
          <NumberField
            label={words.floor}
            unit={words.squareMetres}
            value={typeof floor === 'number' ? floor : null}
            min={0}
            max={1_000_000}
            onChange={(floor_area_m2) => onChange({ floor_area_m2: floor_area_m2 ?? undefined })}
          />
        )}
        <NumberField
          label={words.cost}
          unit={words.kroner}
          value={typeof cost === 'number' ? cost : null}
          min={0}
          max={LARGEST_KR}
          step={1000}
          note={typeof cost === 'number' ? formatMoney(cost, messages.value) : words.costNote}
          onChange={(cost_kr) => onChange({ cost_kr: cost_kr ?? undefined })}
        />
        <SplitFields properties={properties} onChange={onChange} />
      </div>
    </details>
  );
}

/** By the rules, or a split of its own; it is kept once it adds up. */
function SplitFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.costForm;
  const stated = statedPercents(properties);
  // Only what does not add up yet lives here; the rest is the proposal's, and can be undone.
  const [draft, setDraft] = useState<Percents | null>(null);
  const shown = draft ?? stated;
  const change = (funder: Funder, percent: number) => {
    const next = { ...(shown ?? NO_PERCENTS), [funder]: percent };
    const funding = fundingOf(next);
    setDraft(funding === null ? next : null);
    if (funding !== null) onChange({ funding });
  };
  return (
    <>
      <Segments
        legend={words.split}
        value={shown === null ? 'rule' : 'own'}
        options={[
          ['rule', words.byRule],
          ['own', words.own],
        ]}
        onChoose={(choice) => {
          setDraft(choice === 'own' ? NO_PERCENTS : null);
          if (choice === 'rule') onChange({ funding: undefined });
        }}
      />
      {shown === null ? (
        <p class="quiet">{ruleNote(properties)}</p>
      ) : (
        <>
          <div class="split-fields">
            {FUNDERS.map((funder) => (
              <PercentField
                key={funder}
                funder={funder}
                percent={shown[funder]}
                onChange={(percent) => change(funder, percent)}
              />
            ))}
          </div>
          <SplitSum percents={shown} />
        </>
      )}
    </>
  );
}

interface PercentFieldProps {
  readonly funder: Funder;
  readonly percent: number;
  readonly onChange: (percent: number) => void;
}

function PercentField({ funder, percent, onChange }: PercentFieldProps) {
  const words = messages.value;
  return (
    <label class="split-field">
      <FunderSwatch funder={funder} />
      <span>{words.money.payerNames[funder]}</span>
      <span class="with-unit">
        <input
          type="number"
          inputMode="decimal"
          min={0}
          max={100}
          step="any"
          value={percent}
          onChange={(event) => {
            const { valueAsNumber } = event.currentTarget;
            const asked = Number.isFinite(valueAsNumber) ? valueAsNumber : 0;
            onChange(Math.min(100, Math.max(0, asked)));
          }}
        />
        <span class="unit">%</span>
      </span>
    </label>
  );
}

function SplitSum({ percents }: { percents: Percents }) {
  const words = messages.value;
  const over = percentsSum(percents) - 100;
  const say = (value: number) => formatNumber(value, words, Number.isInteger(value) ? 0 : 1);
  if (over === 0) {
    return (
      <p class="quiet" role="status">
        {words.costForm.sumFine}
      </p>
    );
  }
  const told = over < 0 ? words.costForm.sumLess(say(-over)) : words.costForm.sumMore(say(over));
  return (
    <p class="split-wrong" role="status">
      <b>{told}</b> <span class="quiet">{words.costForm.notYet}</span>
    </p>
  );
}

/** Who pays where nothing is stated, in a sentence. */
function ruleNote({ kind }: InterventionProperties): string {
  const notes = messages.value.costForm.ruleNote;
  if (kind === 'facility') return notes.facility;
  if (kind === 'housing') return notes.homes;
  if (kind === 'demolition') return notes.demolition;
  return kind === 'facility_removal' ? notes.removal : notes.ways;
}
