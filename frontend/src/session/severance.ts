import { computed } from '@preact/signals';
import { askSeverance } from '../api/map-details';
import { detourPlaces } from '../core/detour-classes';
import { followed } from './followed';
import { areaId } from './place';
import { settings } from './settings';
import { theme } from './theme';
import { walker } from './walker';
import { interventions } from './workspace';

/** The theme of the map that tells how far it is to the other side of what lies across the way. */
export const SEVERANCE = 'severance';

export const severance = followed(
  () => {
    const area = areaId.value;
    if (theme.value !== SEVERANCE || area === null) return null;
    // It is about walking: whoever rides is told of everybody's walk.
    const eyes = walker.value?.id ?? null;
    const asked = { area, walker: eyes, settings: settings.value };
    return { subject: `${area} ${eyes}`, asked };
  },
  (asked, signal) => askSeverance({ ...asked, drawn: interventions.peek(), signal }),
);

/** The places along the barriers, in order. */
export const detours = computed(() => {
  const told = severance.told.value;
  return told === null ? null : detourPlaces(told.places);
});
