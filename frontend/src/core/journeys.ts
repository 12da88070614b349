/** What is needed of a leg to tell it, and to draw it. */
export interface LegFacts {
  readonly kind: 'walk' | 'bike' | 'ride';
  readonly time_ms: number;
  readonly stops: readonly { readonly lon: number; readonly lat: number }[];
}

export interface JourneyFacts<Leg extends LegFacts> {
  readonly departs: string;
  readonly time_ms: number;
  readonly legs: readonly Leg[];
}

/** Of a window's trips the one to show: the quickest, the first of equals. */
export function shownJourney<Leg extends LegFacts, Facts extends JourneyFacts<Leg>>(
  journeys: readonly Facts[],
): Facts | null {
  const [best = null] = journeys.toSorted((one, other) => one.time_ms - other.time_ms);
  return best;
}

/** The way of a trip on the map, straight from stop to stop. */
export function journeyLine(
  home: readonly [number, number],
  place: { readonly lon: number; readonly lat: number },
  legs: readonly LegFacts[],
): [number, number][] {
  const stops = legs.flatMap(({ kind, stops: passed }) => (kind === 'ride' ? passed : []));
  const end: [number, number] = [place.lon, place.lat];
  return [[...home], ...stops.map(({ lon, lat }): [number, number] => [lon, lat]), end];
}

/** A time of the day without its seconds: those who are there then are not late. */
export function clockMinutes(time: string, up: boolean): string {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const whole = hours * 60 + minutes + (up && seconds > 0 ? 1 : 0);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(whole / 60) % 24)}:${two(whole % 60)}`;
}
