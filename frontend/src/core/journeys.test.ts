import { describe, expect, it } from 'vitest';
import { clockMinutes, journeyLine, shownJourney } from './journeys';

const ride = (...stops: [number, number][]) => ({
  kind: 'ride' as const,
  time_ms: 1,
  stops: stops.map(([lon, lat]) => ({ lon, lat })),
});
const walk = (lon: number, lat: number) => ({ ...ride([lon, lat]), kind: 'walk' as const });

describe('a trip by bus and train', () => {
  it('is shown by the quickest, the first of equals', () => {
    const at = (departs: string, time_ms: number) => ({ departs, time_ms, legs: [] });
    expect(shownJourney([at('07:00', 9), at('07:10', 5), at('07:20', 5)])?.departs).toBe('07:10');
    expect(shownJourney([])).toBeNull();
  });

  it('is drawn from home by all its stops to the place', () => {
    const legs = [walk(1, 1), ride([1, 1], [2, 2]), walk(2, 2), ride([3, 3], [4, 4]), walk(4, 4)];
    expect(journeyLine([0, 0], { lon: 9, lat: 9 }, legs)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
      [9, 9],
    ]);
  });

  it('leaves by the minute before and is there by the minute after', () => {
    expect(clockMinutes('07:03:59', false)).toBe('07:03');
    expect(clockMinutes('07:03:01', true)).toBe('07:04');
    expect(clockMinutes('07:59:30', true)).toBe('08:00');
    expect(clockMinutes('24:05:00', true)).toBe('00:05');
  });
});
