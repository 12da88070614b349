import { computed, effect, untracked } from '@preact/signals';
import type { ReachPoint } from '../core/page-address';
import { messages } from '../i18n/language';
import { BOUNDARY } from './boundary';
import { notice } from './opening';
import { REACH, reachDirection, reachFrom } from './reach';
import { registry } from './registry';
import { SERVED } from './served';
import { SERVICE } from './service-near';
import { SEVERANCE } from './severance';
import { showing } from './showing';
import { streetThemes, theme } from './theme';

const HOMES = 'homes';
/** What the map can speak of beside the indicators that have a number for every street. */
const TOPICS: readonly string[] = [HOMES, REACH, BOUNDARY, SEVERANCE, SERVED, SERVICE];

/** The reader's own layer, for the link: a presentation changes it and puts it back. */
export const linkedTopic = computed<string | null>(() => {
  const own = showing.value?.kept.theme ?? theme.value;
  return own === HOMES ? null : own;
});

export const linkedReach = computed<ReachPoint | null>(() => {
  const kept = showing.value?.kept.reach;
  const place = kept === undefined ? reachFrom.value : kept.from;
  if (linkedTopic.value !== REACH || place === null) return null;
  return { direction: kept?.direction ?? reachDirection.value, place };
});

/** Show what a link asks for; one that names no layer leaves what is shown. */
export function takeTopic(layer: string | null, reach: ReachPoint | null): void {
  if (layer !== null) theme.value = layer;
  if (reach === null) return;
  reachDirection.value = reach.direction;
  reachFrom.value = reach.place;
}

/** A link may name a layer that this service does not have: say so, and show the homes. */
export function keepKnownTopic(): void {
  effect(() => {
    const asked = theme.value;
    const known = TOPICS.includes(asked) || streetThemes.value.some(({ id }) => id === asked);
    if (known || registry.value.length === 0) return;
    untracked(() => {
      notice.value = messages.peek().mapLayers.noSuchLayer(asked);
      theme.value = HOMES;
    });
  });
}
