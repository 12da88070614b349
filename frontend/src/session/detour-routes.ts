import { computed } from '@preact/signals';
import { askRoute } from '../api/travel';
import { followed } from './followed';
import { areaId } from './place';
import { inspected } from './things';
import { walker } from './walker';
import { interventions } from './workspace';

/** The walk to the other side from the place on a barrier that was asked about. */
export const detourRoute = followed(
  () => {
    const area = areaId.value;
    const asked = inspected.value;
    if (area === null || asked?.type !== 'mark' || asked.meaning.kind !== 'detour') return null;
    const { id, from, to } = asked.meaning.place;
    const eyes = walker.value?.id ?? null;
    return { subject: [area, id, eyes].join(' '), asked: { area, from, to, walker: eyes } };
  },
  ({ from, to, ...asked }, signal) =>
    askRoute({
      ...asked,
      from: [...from],
      to: [...to],
      mode: 'walk',
      drawn: interventions.peek(),
      signal,
    }),
);

export const detourRoutes = computed(() => {
  const told = detourRoute.told.value;
  if (told === null) return null;
  const change = told.change_ms;
  return {
    before: told.baseline?.geometry ?? null,
    after: change === 0 ? null : (told.proposal?.geometry ?? null),
    longer: (change ?? 0) > 0,
  };
});
