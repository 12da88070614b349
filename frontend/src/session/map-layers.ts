import { boundary } from './boundary';
import { detourRoute } from './detour-routes';
import { keepMarks } from './marks';
import { served } from './served';
import { severance } from './severance';
import { streetTrips } from './street-trips';

/** Ask for what the chosen layer, or a card that is open, has to tell. */
export function keepMapLayers(): void {
  for (const followed of [boundary, severance, served, detourRoute, streetTrips]) followed.keep();
  keepMarks();
}
