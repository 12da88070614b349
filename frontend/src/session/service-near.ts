import { computed } from '@preact/signals';
import { askServiceNear } from '../api/map-details';
import { servicesOf } from '../core/service-classes';
import { followed } from './followed';
import { areaId } from './place';
import { settings } from './settings';
import { theme } from './theme';
import { walker } from './walker';
import { interventions } from './workspace';

/** The theme of the map that tells how many buses and trains leave near each home. */
export const SERVICE = 'service';

export const serviceNear = followed(
  () => {
    const area = areaId.value;
    if (theme.value !== SERVICE || area === null) return null;
    const eyes = walker.value?.id ?? null;
    return {
      subject: `${area} ${eyes}`,
      asked: { area, walker: eyes, settings: settings.value },
    };
  },
  (asked, signal) => askServiceNear({ ...asked, drawn: interventions.peek(), signal }),
);

/** What each home has near, in the order of the answer's homes; null where nobody knows. */
export const servicesNear = computed(() => {
  const column = serviceNear.told.value?.homes.values[0];
  return column === undefined ? null : servicesOf(column.baseline, column.proposal);
});
