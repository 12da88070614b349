import { computed } from '@preact/signals';
import { askBoundary } from '../api/map-details';
import { type Side, stretches, waysShown } from '../core/boundary-stretches';
import { followed } from './followed';
import { showingBefore, streetMode } from './lens';
import { areaId } from './place';
import { theme } from './theme';
import { walker } from './walker';
import { interventions } from './workspace';

/** The theme of the map that tells where ways lead into the area, and where none does. */
export const BOUNDARY = 'boundary';

export const boundary = followed(
  () => {
    const area = areaId.value;
    if (theme.value !== BOUNDARY || area === null) return null;
    const mode = streetMode.value;
    const eyes = walker.value?.id ?? null;
    return { subject: `${area} ${mode} ${eyes}`, asked: { area, mode, walker: eyes } };
  },
  (asked, signal) => askBoundary({ ...asked, drawn: interventions.peek(), signal }),
);

export const boundarySide = computed<Side>(() => (showingBefore.value ? 'baseline' : 'proposal'));

/** What the map draws of the boundary now. */
export const boundaryPicture = computed(() => pictureOf(boundarySide.value));
/** The same as the place is today, for the half of a map that shows it. */
export const boundaryBefore = computed(() => pictureOf('baseline'));

function pictureOf(side: Side) {
  const told = boundary.told.value;
  return told === null ? null : { stretches: stretches(told, side), ways: waysShown(told, side) };
}

export type BoundaryPicture = NonNullable<ReturnType<typeof pictureOf>>;
