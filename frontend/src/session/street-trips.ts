import { computed, signal } from '@preact/signals';
import { askStreetTrips, type StreetTrips } from '../api/map-details';
import { followed } from './followed';
import { streetMode } from './lens';
import { areaId } from './place';
import { settings } from './settings';
import { streetThemes, theme } from './theme';
import { inspected } from './things';
import { walker } from './walker';
import { interventions, selected } from './workspace';

/** So many destinations are told of. */
const FLOWS = 5;
/** The longest trip, where the reader has not set another. */
const USUAL_CUTOFF_MIN = 15;

/** Whether the map speaks of streets, so that whoever clicks one wants to know about trips. */
const speaksOfStreets = computed(() => streetThemes.value.some(({ id }) => id === theme.value));

/** The street that was clicked, or the drawn line that is selected, while the map speaks of streets. */
export const tripsAsked = computed<string | null>(() => {
  if (!speaksOfStreets.value) return null;
  const drawn = selected.value;
  if (drawn !== null) return drawn.geometry.type === 'LineString' ? drawn.id : null;
  const thing = inspected.value;
  return thing?.type === 'street' ? thing.id : null;
});

export type Flow = StreetTrips['flows'][number];

/** Which of the destinations has its ways on the map. */
export const flowShown = signal(0);

export const streetTrips = followed(
  () => {
    const area = areaId.value;
    const street = tripsAsked.value;
    if (area === null || street === null) return null;
    const mode = streetMode.value;
    const eyes = walker.value?.id ?? null;
    const cutoffMin = settings.value.edge_flow?.cutoff_min ?? USUAL_CUTOFF_MIN;
    const asked = { area, street, mode, walker: eyes, cutoffMin };
    return { subject: [area, street, mode, eyes, cutoffMin].join(' '), asked };
  },
  async (asked, signal) => {
    const told = await askStreetTrips({
      ...asked,
      flows: FLOWS,
      drawn: interventions.peek(),
      signal,
    });
    flowShown.value = 0;
    return told;
  },
);

/** Whether the way to a destination becomes longer; where there was none, or is none, it does not. */
export function isLonger({ example: { baseline, proposal } }: Flow): boolean {
  return baseline !== null && proposal !== null && proposal.time_ms > baseline.time_ms;
}

/** The ways of the flow whose ways are on the map. */
export const tripRoutes = computed(() => {
  const told = streetTrips.told.value;
  const flow = told?.flows[flowShown.value];
  if (flow === undefined) return null;
  const { baseline, proposal } = flow.example;
  const same = baseline !== null && proposal !== null && baseline.time_ms === proposal.time_ms;
  const unchanged = same && Math.abs(flow.change) < 1e-6;
  return {
    before: baseline?.geometry ?? null,
    after: unchanged ? null : (proposal?.geometry ?? null),
    longer: isLonger(flow),
  };
});
