import type { Issue } from '../core/issue';
import { messages } from '../i18n/language';
import { assessmentState, errors, issues } from '../session/assessment';
import { selectedId } from '../session/workspace';
import { Icon } from './icon';

/** The switch of lenses is there for walking only. */
const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['lens_is_for_walking']);

/** What was wrong, in words; each also stands on the map where it happened. */
export function IssueList() {
  const words = messages.value.issues;
  const wrong = errors.value;
  const worthKnowing = issues.value.filter(
    ({ severity, code }) => severity !== 'error' && !SAID_ELSEWHERE.has(code),
  );
  return (
    <>
      {wrong.length > 0 && (
        <section class="issues is-error" aria-live="polite">
          <h2>
            <Icon name="warning" size={16} /> {words.title}
          </h2>
          <Rows issues={wrong} />
          {assessmentState.value === 'invalid' && <p class="quiet">{words.waiting}</p>}
        </section>
      )}
      {worthKnowing.length > 0 && (
        <section class="issues">
          <h2>{words.warnings}</h2>
          <Rows issues={worthKnowing} />
        </section>
      )}
    </>
  );
}

function Rows({ issues: rows }: { issues: readonly Issue[] }) {
  const words = messages.value.issues;
  return (
    <ul>
      {rows.map(({ code, feature, message }) => (
        <li key={`${code} ${feature} ${message}`}>
          {message}{' '}
          {feature !== null && (
            <button
              type="button"
              class="link-button"
              onClick={() => {
                selectedId.value = feature;
              }}
            >
              {words.show}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
