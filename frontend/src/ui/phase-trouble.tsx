import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { phaseName } from '../i18n/phase-name';
import { phases, steps } from '../session/phases';
import { proposal, selectedId } from '../session/workspace';
import { Icon } from './icon';

/** Where a phase leans on what is built later: said at that phase, in the service's own words. */
export function PhaseTrouble() {
  const words = messages.value;
  const troubled = steps.value.filter(({ issues }) => issues.length > 0);
  return (
    <>
      {troubled.map(({ phase, issues, ok }) => {
        const named = phases.value[phase - 1];
        return (
          <section class="issues phase-trouble" key={phase} data-phase={phase}>
            <h3>
              <Icon name="warning" size={16} />{' '}
              {words.phases.trouble(
                named === undefined ? words.phases.step(phase) : phaseName(named, words),
              )}
            </h3>
            {!ok && <p>{words.phases.cannotStand}</p>}
            <ul>
              {issues.map(({ code, feature, message }) => (
                <li key={`${code} ${feature}`}>
                  {feature !== null && <FeatureLink feature={feature} />} {message}
                </li>
              ))}
            </ul>
            <p class="quiet">{words.phases.later}</p>
          </section>
        );
      })}
    </>
  );
}

function FeatureLink({ feature }: { feature: string }) {
  const drawn = proposal.value?.interventions.find(({ id }) => id === feature);
  if (drawn === undefined) return null;
  return (
    <button
      type="button"
      class="link-button"
      onClick={() => {
        selectedId.value = feature;
      }}
    >
      {interventionName(drawn, messages.value)}
    </button>
  );
}
