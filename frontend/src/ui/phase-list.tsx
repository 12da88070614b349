import { changeProperties } from '../core/actions/change-properties';
import { removeLastPhase, setPhases } from '../core/actions/change-settings';
import { MOST_PHASES, PHASE_NAME_CHARACTERS, phaseOf } from '../core/phases';
import type { Phase } from '../core/proposal';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { spoken } from '../session/drawing';
import { pointedId } from '../session/money';
import { phases } from '../session/phases';
import { act, locked, proposal } from '../session/workspace';

/** What is built when, and what the phases are called. */
export function PhaseList() {
  const words = messages.value.phases;
  return (
    <fieldset class="bare" disabled={locked.value}>
      <section class="phase-assign" aria-label={words.assign}>
        <h3>{words.assign}</h3>
        <ul>
          {proposal.value?.interventions.map((drawn) => (
            <Assignment key={drawn.id} drawn={drawn} />
          ))}
        </ul>
      </section>
      <PhasePlan />
    </fieldset>
  );
}

type Drawn = NonNullable<typeof proposal.value>['interventions'][number];

function Assignment({ drawn }: { drawn: Drawn }) {
  const words = messages.value;
  const { id } = drawn;
  const field = `phase-${id}`;
  const point = () => {
    pointedId.value = id;
  };
  const leave = () => {
    if (pointedId.peek() === id) pointedId.value = null;
  };
  return (
    <li onMouseEnter={point} onMouseLeave={leave}>
      <label for={field}>{interventionName(drawn, words)}</label>
      <select
        id={field}
        value={String(phaseOf(drawn))}
        onFocus={point}
        onBlur={leave}
        onChange={(event) => {
          const phase = Number(event.currentTarget.value);
          act((present) => changeProperties(present, id, { phase }));
        }}
      >
        {phases.value.map(({ number }) => (
          <option key={number} value={String(number)}>
            {words.phases.step(number)}
          </option>
        ))}
      </select>
    </li>
  );
}

/** Names and years, kept with the proposal. */
function PhasePlan() {
  const words = messages.value.phases;
  const all = phases.value;
  return (
    <details class="inner-fold phase-plan">
      <summary>{words.plan}</summary>
      {all.map(({ number }) => (
        <PhaseRow key={number} number={number} />
      ))}
      <div class="choice-row">
        {all.length < MOST_PHASES && (
          <button type="button" class="button" onClick={() => put([...plain(), { name: '' }])}>
            {words.add}
          </button>
        )}
        {all.length > 1 && (
          <button
            type="button"
            class="button"
            onClick={() => {
              act((present) => removeLastPhase(present, plain()));
              spoken.value = words.removed(all.length);
            }}
          >
            {words.remove}
          </button>
        )}
      </div>
    </details>
  );
}

function PhaseRow({ number }: { number: number }) {
  const words = messages.value.phases;
  const phase = phases.value[number - 1];
  return (
    <div class="phase-row" data-phase={number}>
      <b>{words.step(number)}</b>
      <label class="field">
        <span class="sr-only">{words.nameOf(number)}</span>
        <input
          type="text"
          maxLength={PHASE_NAME_CHARACTERS}
          placeholder={words.usualNames[number - 1] ?? words.name}
          value={phase?.name ?? ''}
          onChange={(event) => change(number, { name: event.currentTarget.value.trim() })}
        />
      </label>
      <label class="field">
        <span class="sr-only">{words.yearOf(number)}</span>
        <input
          type="number"
          inputMode="numeric"
          min={1900}
          max={2200}
          placeholder={words.yearLabel}
          value={phase?.year ?? ''}
          onChange={(event) => {
            const { value, valueAsNumber } = event.currentTarget;
            const year = Math.min(2200, Math.max(1900, Math.round(valueAsNumber)));
            change(number, { year: value === '' || !Number.isFinite(year) ? null : year });
          }}
        />
      </label>
    </div>
  );
}

/** The phases as the proposal keeps them: their numbers are their places. */
function plain(): readonly Phase[] {
  return phases.peek().map(({ name, year }) => (year === undefined ? { name } : { name, year }));
}

function change(number: number, said: { name?: string; year?: number | null }): void {
  put(
    plain().map((phase, index): Phase => {
      if (index !== number - 1) return phase;
      const { name, year } = { ...phase, ...said };
      return year === undefined || year === null ? { name } : { name, year };
    }),
  );
}

function put(next: readonly Phase[]): void {
  act((present) => setPhases(present, next));
}
