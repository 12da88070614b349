import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { inspected } from '../session/things';
import { interventions, locked, removeIntervention, selectedId } from '../session/workspace';
import { Icon } from './icon';
import { ICON_PATHS, type IconName } from './icon-paths';

/** Everything drawn, in order: the same choices as on the map, for keyboard and screen reader. */
export function ChangesList() {
  const words = messages.value;
  const drawn = interventions.value;
  if (drawn.length === 0) return null;
  return (
    <section class="changes">
      <h2>{words.changes.title}</h2>
      <ul>
        {drawn.map((intervention) => {
          const { id, properties } = intervention;
          const name = interventionName(intervention, words);
          const icon = properties.kind in ICON_PATHS ? (properties.kind as IconName) : 'select';
          return (
            <li key={id} class={id === selectedId.value ? 'is-selected' : ''}>
              <button
                type="button"
                class="choice"
                aria-pressed={id === selectedId.value}
                onClick={() => {
                  inspected.value = null;
                  selectedId.value = id === selectedId.peek() ? null : id;
                }}
              >
                <Icon name={icon} size={18} />
                <span>{name}</span>
              </button>
              {!locked.value && (
                <button
                  type="button"
                  class="icon-button"
                  aria-label={words.changes.remove(name)}
                  onClick={() => removeIntervention(id)}
                >
                  <Icon name="trash" size={16} />
                </button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
