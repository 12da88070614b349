import { expect, it } from 'vitest';
import { serviceAt } from './stop-service';

/** At 55.65° north a thousandth of a degree east is 63 m. */
const stop = (lon: number, departures: number, lines: readonly string[]) => ({
  geometry: { coordinates: [lon, 55.65] },
  properties: { departures_07_09: departures, lines },
});

const PLACES = [
  [12.29, 55.65],
  [12.292, 55.65],
];
const [WEST = [], EAST = []] = PLACES;

it('adds up the platforms that are nearest to a stop, and names each line once', () => {
  const stops = [
    stop(12.2899, 12, ['B']),
    stop(12.2905, 6, ['400S', 'B']),
    stop(12.2916, 8, ['1']),
  ];
  expect(serviceAt(WEST, PLACES, stops)).toEqual({ anHour: 9, lines: ['400S', 'B'] });
  expect(serviceAt(EAST, PLACES, stops)).toEqual({ anHour: 4, lines: ['1'] });
});

it('tells nothing of a stop that no line of the timetable calls at within 100 m', () => {
  expect(serviceAt(WEST, PLACES, [stop(12.288, 6, ['1'])])).toBeNull();
  expect(serviceAt(WEST, PLACES, [])).toBeNull();
});
