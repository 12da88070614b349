import { askJourneys } from '../api/timetable';
import { followed } from './followed';
import { lens } from './lens';
import { areaId } from './place';
import { inspected } from './things';
import { travel } from './travel';
import { walker } from './walker';
import { interventions } from './workspace';

/** The trips of the home that was asked about, while the city is looked at by bus and train. */
export const journeys = followed(
  () => {
    const area = areaId.value;
    const thing = inspected.value;
    const { mode, category } = lens.value;
    if (mode !== 'transit' || area === null || thing?.type !== 'home') return null;
    const eyes = walker.value?.id ?? null;
    const { departure } = travel.value;
    const asked = { area, home: thing.id, category, walker: eyes, departure };
    return {
      subject: [area, thing.id, category, eyes, JSON.stringify(departure)].join(' '),
      asked,
    };
  },
  (asked, signal) => askJourneys({ ...asked, drawn: interventions.peek(), signal }),
);
