import { messages } from '../i18n/language';
import { categoryName } from '../i18n/names';
import { lens, showingBefore } from '../session/lens';
import { type Served, served, servedShown } from '../session/served';
import { interventions } from '../session/workspace';
import { FollowedTrouble, LegendFacts } from './legend-facts';
import { moving } from './measure-words';

/** Whom a place serves: what its homes' colours mean; before one is clicked, how to ask. */
export function ServedLegend() {
  const words = messages.value;
  const told = servedShown.value;
  const { mode, cutoffMin } = lens.value;
  return (
    <div class="streets-legend" data-testid="served" data-state={served.state.value}>
      {told === null ? (
        served.state.value === 'idle' && <p class="quiet">{words.mapLayers.served.pick}</p>
      ) : (
        <Keys told={told} />
      )}
      <FollowedTrouble of={served} />
      <LegendFacts
        parts={[moving(mode), words.mapLayers.facts.within(String(told?.cutoffMin ?? cutoffMin))]}
      />
    </div>
  );
}

function Keys({ told }: { told: Served }) {
  const words = messages.value;
  const { served: say } = words.mapLayers;
  const changes = interventions.value.length > 0 && !showingBefore.value;
  const minutes = String(told.cutoffMin);
  const keys = [
    ['nearest', say.roles.nearest],
    ...(changes
      ? ([
          ['gained', say.roles.gained],
          ['lost', say.roles.lost],
        ] as const)
      : []),
    ['within', say.roles.within(minutes)],
    ['elsewhere', say.roles.elsewhere],
  ] as const;
  return (
    <>
      <p class="legend-title">{say.title(placeName(told), moving(told.catchment.mode))}</p>
      <ul class="street-classes">
        {keys.map(([role, label]) => (
          <li key={role}>
            <i class={`served-key is-${role}`} />
            {label}
          </li>
        ))}
        <li>
          <i class="ring-key ring-key-2" />
          {say.ring(minutes)}
        </li>
        {changes && told.before !== told.after && (
          <li>
            <i class="ring-key is-before" />
            {say.ringBefore}
          </li>
        )}
      </ul>
    </>
  );
}

/** What a place is called, in the middle of a sentence. */
export function placeName({ catchment: { facility } }: Served): string {
  const words = messages.value;
  if (facility.name !== '') return facility.name;
  return categoryName(facility.category, words).toLocaleLowerCase(words.locale);
}
