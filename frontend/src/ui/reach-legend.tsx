import { formatArea } from '../i18n/format';
import { messages } from '../i18n/language';
import { lens, showingBefore } from '../session/lens';
import {
  askReach,
  reach,
  reachDirection,
  reachFrom,
  reachMinutes,
  reachState,
  reachTrouble,
} from '../session/reach';
import { interventions } from '../session/workspace';
import { Segments } from './fields';
import { LegendFacts } from './legend-facts';
import { moving } from './measure-words';

/** How far one gets from the point that was clicked, and how much that is. */
export function ReachLegend() {
  const words = messages.value;
  const how = moving(lens.value.mode);
  const state = reachState.value;
  return (
    <div class="streets-legend" data-testid="reach" data-state={state}>
      <p class="legend-title">{words.reach.title[reachDirection.value](how)}</p>
      <Segments
        legend={words.reach.direction}
        hideLegend
        value={reachDirection.value}
        options={[
          ['from', words.reach.from],
          ['to', words.reach.to],
        ]}
        onChoose={(direction) => {
          reachDirection.value = direction;
        }}
      />
      {reachFrom.value === null && <p class="quiet">{words.reach.how}</p>}
      {(state === 'away' || state === 'refused') && (
        <p role="alert">
          {state === 'away' ? words.status.serviceAway : reachTrouble.value}{' '}
          {state === 'away' && (
            <button type="button" class="link-button" onClick={() => void askReach()}>
              {words.status.retry}
            </button>
          )}
        </p>
      )}
      {state === 'working' && reach.value === null && (
        <p class="is-late">{words.reach.computing}</p>
      )}
      <Sizes />
      <LegendFacts parts={[how, words.mapLayers.facts.within(reachMinutes.value.join('/'))]} />
    </div>
  );
}

function Sizes() {
  const words = messages.value;
  const told = reach.value;
  if (told === null) return null;
  const shown = showingBefore.value ? told.before : told.after;
  return (
    <ul class="street-classes" aria-live="polite">
      {reachMinutes.value.map((minutes, step) => {
        const now = shown.find((ring) => ring.minutes === minutes)?.areaM2 ?? 0;
        const then = told.before.find((ring) => ring.minutes === minutes)?.areaM2 ?? 0;
        return (
          <li key={minutes}>
            <i class={`ring-key ring-key-${step}`} />
            {words.reach.within(String(minutes), formatArea(now, words))}
            {now !== then && (
              <b class={now > then ? 'is-gain' : 'is-loss'}>
                {now > then ? '+' : ''}
                {formatArea(now - then, words)}
              </b>
            )}
          </li>
        );
      })}
      {interventions.value.length > 0 && !showingBefore.value && (
        <li>
          <i class="ring-key is-before" />
          {words.reach.before}
        </li>
      )}
    </ul>
  );
}
