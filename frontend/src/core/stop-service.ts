import type { Position } from 'geojson';
import { distanceM } from './measure';

/** A stop of the timetable belongs to the nearest stop of the place within this distance. */
const SAME_STOP_M = 100;

/** What leaves from a stop in the timetable of the usual weekday. */
export interface StopService {
  /** Departures an hour from 7 to 9, both ways together. */
  readonly anHour: number;
  readonly lines: readonly string[];
}

interface TimetableStop {
  readonly geometry: { readonly coordinates: Position };
  readonly properties: {
    readonly departures_07_09: number;
    readonly lines: readonly string[];
  };
}

/** The service at one of the stops of a place; null where the timetable calls at none near it. */
export function serviceAt(
  place: Position,
  places: readonly Position[],
  stops: readonly TimetableStop[],
): StopService | null {
  const here = stops.filter(({ geometry }) => {
    const away = distanceM(geometry.coordinates, place);
    return (
      away <= SAME_STOP_M && places.every((other) => distanceM(geometry.coordinates, other) >= away)
    );
  });
  if (here.length === 0) return null;
  const departures = here.reduce((sum, { properties }) => sum + properties.departures_07_09, 0);
  const lines = [...new Set(here.flatMap(({ properties }) => properties.lines))];
  return { anHour: departures / 2, lines: lines.sort((a, b) => a.localeCompare(b)) };
}
