import { boundary } from './boundary';
import { detourRoute } from './detour-routes';
import { journeys } from './journeys';
import { keepMarks } from './marks';
import { served } from './served';
import { serviceNear } from './service-near';
import { severance } from './severance';
import { streetTrips } from './street-trips';
import { keepTimetable } from './timetable';

/** Ask for what the chosen layer, or a card that is open, has to tell. */
export function keepMapLayers(): void {
  const layers = [boundary, severance, serviceNear, served, detourRoute, streetTrips, journeys];
  for (const followed of layers) followed.keep();
  keepTimetable();
  keepMarks();
}
