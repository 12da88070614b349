import { StepChart } from '../charts/step-chart';
import { sumsByPhase } from '../core/bill';
import { outcomeOf } from '../core/indicator-row';
import { type StepLine, stepLines } from '../core/phase-steps';
import { phaseOf } from '../core/phases';
import { formatValue } from '../i18n/format';
import { formatSum } from '../i18n/format-money';
import { messages } from '../i18n/language';
import { phaseName } from '../i18n/phase-name';
import { lens } from '../session/lens';
import { phasesOpen, priced } from '../session/money';
import {
  areFreshSteps,
  askSteps,
  lookAfter,
  phased,
  phases,
  steps,
  stepsState,
} from '../session/phases';
import { isExample, phaseLook, proposal } from '../session/workspace';
import { Segments } from './fields';
import { measureName, rowDetail } from './measure-words';
import { PhaseList } from './phase-list';
import { PhaseTrouble } from './phase-trouble';

/** What stands after each phase, what it does, and what it costs. */
export function PhasesSection() {
  const words = messages.value.phases;
  const empty = (proposal.value?.interventions.length ?? 0) === 0;
  return (
    <details
      class="panel-fold phases"
      data-testid="phases"
      data-state={phased.value ? stepsState.value : 'idle'}
      open={phasesOpen.value}
      onToggle={(event) => {
        phasesOpen.value = event.currentTarget.open;
      }}
    >
      <summary>{words.title}</summary>
      {phasesOpen.value && (
        <div class="money-body">
          {empty && <p class="quiet">{words.empty}</p>}
          {!empty && !phased.value && (
            <p class="quiet">{isExample.value ? words.exampleInOne : words.allInOne}</p>
          )}
          {phased.value && <Steps />}
          {!empty && <PhaseList />}
        </div>
      )}
    </details>
  );
}

function Steps() {
  const words = messages.value;
  const state = stepsState.value;
  if (state === 'away' || state === 'failed') return <StepsFailed />;
  if (steps.value.length === 0) {
    return (
      <p class="quiet late" role="status">
        {words.phases.working}
      </p>
    );
  }
  const lines = stepLines(steps.value, lens.value);
  return (
    <div class={areFreshSteps.value ? 'steps' : 'steps is-old'}>
      <Look />
      <PhaseTrouble />
      {lines.map((line) => (
        <LineChart key={line.row.id} line={line} />
      ))}
      <StepTable lines={lines} />
    </div>
  );
}

function StepsFailed() {
  const words = messages.value;
  const away = stepsState.value === 'away';
  return (
    <div class="demand" data-state={stepsState.value}>
      <p role="status">{away ? words.status.serviceAway : words.phases.failed}</p>
      <button type="button" class="button" onClick={() => void askSteps()}>
        {words.status.retry}
      </button>
    </div>
  );
}

/** Which part of the proposal the map and the cards show. */
function Look() {
  const words = messages.value.phases;
  const last = phases.value.length;
  const shorter = phases.value.slice(0, -1);
  return (
    <div class="phase-look">
      <Segments
        legend={words.look}
        value={String(phaseLook.value ?? last)}
        options={[
          ...shorter.map(({ number }) => [String(number), words.step(number)] as const),
          [String(last), words.everything],
        ]}
        onChoose={(phase) => lookAfter(Number(phase))}
      />
      {phaseLook.value !== null && <p class="quiet">{words.lookHelp}</p>}
    </div>
  );
}

function LineChart({ line: { row, values } }: { line: StepLine }) {
  const words = messages.value;
  const texts = values.map((value) =>
    value === null ? words.phases.noNumber : formatValue(value, row.unit, words),
  );
  const labels = [
    words.phases.today,
    ...phases.value.map(({ number }) => words.phases.step(number)),
  ];
  const told = texts.map((text, index) => `${labels[index]} ${text}`).join(', ');
  const title = `${measureName(row.id)}, ${rowDetail(row)}`;
  return (
    <figure class="step-figure" data-measure={row.id}>
      <figcaption>
        <b>{measureName(row.id)}</b> {rowDetail(row)}
      </figcaption>
      <StepChart
        title={words.phases.chart(title, told)}
        values={values}
        texts={texts}
        labels={labels}
        outcome={outcomeOf(row)}
        looked={phaseLook.value ?? values.length - 1}
      />
    </figure>
  );
}

function StepTable({ lines }: { lines: readonly StepLine[] }) {
  const words = messages.value;
  const numbers = phases.value.map(({ number }) => number);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
    <section class="table-scroll" tabIndex={0} aria-label={words.phases.table}>
      <table class="small-table step-table">
        <caption class="sr-only">{words.phases.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.phases.measure}</th>
            <th scope="col">{words.phases.today}</th>
            {phases.value.map((phase) => (
              <th scope="col" key={phase.number} title={phaseName(phase, words)}>
                {words.phases.step(phase.number)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, values }) => (
            <tr key={row.id} data-row={row.id}>
              <th scope="row">
                {measureName(row.id)}
                <small>{rowDetail(row)}</small>
              </th>
              {values.map((value, index) => (
                <td key={numbers[index - 1] ?? 0}>
                  {value === null && index > 0 && steps.value[index - 1]?.ok === false
                    ? '–'
                    : formatValue(value, row.unit, words)}
                </td>
              ))}
            </tr>
          ))}
          <CostRow numbers={numbers} />
        </tbody>
      </table>
    </section>
  );
}

function CostRow({ numbers }: { numbers: readonly number[] }) {
  const words = messages.value;
  const bill = priced.value?.answer;
  if (bill === undefined) return null;
  const phaseById = new Map(proposal.value?.interventions.map((each) => [each.id, phaseOf(each)]));
  const sums = sumsByPhase(bill.features, numbers, (feature) => phaseById.get(feature) ?? 1);
  return (
    <tr data-row="cost">
      <th scope="row">{words.phases.cost}</th>
      <td />
      {sums.map((sum, index) => (
        <td key={numbers[index]}>{formatSum(sum, words)}</td>
      ))}
    </tr>
  );
}
