import { computed } from '@preact/signals';
import { askCatchment, type Catchment } from '../api/map-details';
import { type Ring, reachDrawn, reachToday } from '../api/travel';
import { servedRoles } from '../core/served-homes';
import { followed } from './followed';
import { lens, showingBefore, streetMode } from './lens';
import { areaId, placeLayers } from './place';
import { theme } from './theme';
import { inspected } from './things';
import { walker } from './walker';
import { interventions, selected } from './workspace';

/** The theme of the map that tells whom a place serves. */
export const SERVED = 'served';
/** What its card always tells, besides the time the reader chose. */
const MINUTES = [5, 10, 15, 20] as const;

/** Whom a place serves, and from where one gets there in the chosen time. */
export interface Served {
  readonly catchment: Catchment;
  readonly cutoffMin: number;
  readonly before: Ring | null;
  readonly after: Ring | null;
}

/** The id of the place that is asked about: one that stands here, one that is drawn or removed. */
export const servedPlace = computed<string | null>(() => {
  const drawn = selected.value?.properties;
  if (drawn?.kind === 'facility') return selected.value?.id ?? null;
  if (drawn?.kind === 'facility_removal') return String(drawn.facility_id);
  const thing = inspected.value;
  if (thing?.type === 'facility') return thing.id;
  if (thing?.type !== 'stop') return null;
  // A stop is told with its departures in one table and as a place to go in another.
  const [lon, lat] = thing.position;
  const same = placeLayers.value.facilities?.features.find(
    ({ geometry: { coordinates }, properties: { category } }) =>
      category === thing.category && coordinates[0] === lon && coordinates[1] === lat,
  );
  return same === undefined ? null : String(same.id);
});

export const served = followed(
  () => {
    const area = areaId.value;
    const facility = servedPlace.value;
    if (area === null || facility === null) return null;
    const { cutoffMin } = lens.value;
    const mode = streetMode.value;
    const eyes = walker.value?.id ?? null;
    const asked = { area, facility, mode, cutoffMin, walker: eyes };
    return { subject: [area, facility, mode, cutoffMin, eyes].join(' '), asked };
  },
  async (asked, signal): Promise<Served> => {
    const drawn = interventions.peek();
    const minutes = [...new Set([...MINUTES, asked.cutoffMin])].sort((a, b) => a - b);
    const catchment = await askCatchment({ ...asked, minutes, drawn, signal });
    const { lon, lat } = catchment.facility;
    const question = {
      ...asked,
      place: [lon, lat],
      minutes: [asked.cutoffMin],
      direction: 'to' as const,
      departure: null,
      signal,
    };
    const [before, after] = await Promise.all([
      catchment.baseline === null ? null : reachToday(question),
      catchment.proposal === null || drawn.length === 0 ? null : reachDrawn(question, drawn),
    ]);
    const today = before?.[0] ?? null;
    const stays = catchment.proposal !== null && drawn.length === 0;
    const then = stays ? today : (after?.[0] ?? null);
    // A ring that a drawing leaves as it was is one ring.
    const same = today !== null && then !== null && sameRing(today, then);
    return { catchment, cutoffMin: asked.cutoffMin, before: today, after: same ? today : then };
  },
);

function sameRing(one: Ring, other: Ring): boolean {
  return JSON.stringify(one.geometry) === JSON.stringify(other.geometry);
}

/** Whether the map tells of the place: where it speaks of homes or of places already. */
export const servedShown = computed(() =>
  theme.value === SERVED || theme.value === 'homes' ? served.told.value : null,
);

/** What each home is to the place now. */
export const servedPicture = computed(() => {
  const told = servedShown.value;
  if (told === null) return null;
  const tell = showingBefore.value
    ? 'before'
    : interventions.value.length === 0
      ? 'after'
      : 'change';
  const { homes } = told.catchment;
  return { homes, roles: servedRoles(homes, told.cutoffMin, tell) };
});
