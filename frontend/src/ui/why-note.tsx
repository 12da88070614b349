import type { Story } from '../api/travel';
import { findIntervention } from '../core/proposal';
import { formatDuration, formatLength } from '../i18n/format';
import { messages } from '../i18n/language';
import { aCategory, categoryName, interventionName } from '../i18n/names';
import { removedFacilities } from '../session/things';
import { story, storyFailed } from '../session/why';
import { proposal } from '../session/workspace';

/** Why the home's way to the chosen kind of place is what it is: both ways, and the reason. */
export function WhyNote() {
  const words = messages.value;
  const told = story.value;
  if (storyFailed.value) {
    return (
      <p class="why" role="alert">
        {words.why.failed}
      </p>
    );
  }
  if (told === null) return null;
  const longer = (told.change_ms ?? 0) > 0;
  return (
    <section class="why" data-testid="why" aria-live="polite">
      <h3>{words.why.title(aCategory(told.category, words))}</h3>
      <p class={told.change_ms === 0 ? 'quiet' : longer ? 'is-loss' : 'is-gain'}>{reason(told)}</p>
      <p class="why-way">
        <i class="route-key" />
        <span>
          {told.change_ms === 0 ? words.why.today : words.why.before}: {way(told.baseline)}
        </span>
      </p>
      {told.change_ms !== 0 && (
        <p class="why-way">
          <i class={`route-key is-after${longer ? ' is-longer' : ''}`} />
          <span>
            {words.why.after}: {way(told.proposal)}
          </span>
        </p>
      )}
    </section>
  );
}

type Errand = Story['proposal'];

function way(errand: Errand): string {
  const words = messages.value;
  if (errand === null) return words.why.none;
  const { time_ms, length_m } = errand.route;
  const place = placeName(errand);
  return words.why.way(formatDuration(time_ms, words), formatLength(length_m, words), place);
}

function placeName({ facility }: NonNullable<Errand>): string {
  const words = messages.value;
  const kind = categoryName(facility.category, words).toLocaleLowerCase(words.locale);
  return facility.name === '' ? kind : facility.name;
}

/** What in the drawing makes the difference. */
function reason({ baseline, proposal: after, change_ms: change }: Story): string {
  const words = messages.value.why;
  if (baseline === null || after === null) {
    if (after !== null) return words.opened;
    return baseline === null ? words.none : words.closed;
  }
  if (change === null || change === 0) return words.same;
  const by = formatDuration(Math.abs(change), messages.value);
  if (change > 0) {
    return removedFacilities.value.has(baseline.facility.id)
      ? words.fartherGone(by, placeName(baseline))
      : words.farther(by);
  }
  const fresh = drawnName(after.facility.id);
  if (fresh !== null) return words.nearerNew(by, fresh);
  const names = [...new Set(after.route.features.map((id) => drawnName(id) ?? id))];
  return names.length > 0 ? words.nearerVia(by, names.join(', ')) : words.nearer(by);
}

function drawnName(id: string): string | null {
  const open = proposal.value;
  const drawn = open === null ? undefined : findIntervention(open, id);
  return drawn === undefined ? null : `“${interventionName(drawn, messages.value)}”`;
}
