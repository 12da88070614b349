import { computed, signal } from '@preact/signals';
import type { Position } from 'geojson';
import type { StreetStretch } from '../core/street-stretch';
import { answer } from './assessment';
import type { Mark } from './marks';
import { placeLayers } from './place';
import { interventions } from './workspace';

/** Something on the map that can be pointed at and asked about. */
export type Thing =
  | {
      readonly type: 'facility';
      readonly id: string;
      readonly category: string;
      readonly name: string;
      readonly position: Position;
      readonly reachPx: number;
    }
  | {
      readonly type: 'stop';
      readonly id: string;
      readonly category: string;
      readonly name: string;
      readonly departures: number | null;
      readonly position: Position;
      readonly reachPx: number;
    }
  | {
      readonly type: 'home';
      readonly id: string;
      readonly index: number;
      readonly residents: number;
      readonly position: Position;
      readonly reachPx: number;
    }
  | {
      readonly type: 'street';
      readonly id: string;
      readonly stretch: StreetStretch;
      readonly position: Position;
      readonly reachPx: number;
    }
  | Mark;

export type StreetThing = Extract<Thing, { type: 'street' }>;
export type FacilityThing = Extract<Thing, { type: 'facility' }>;

export const removedFacilities = computed<ReadonlySet<string>>(
  () =>
    new Set(
      interventions.value.flatMap(({ properties }) =>
        properties.kind === 'facility_removal' && typeof properties.facility_id === 'string'
          ? [properties.facility_id]
          : [],
      ),
    ),
);

export const facilityThings = computed<readonly FacilityThing[]>(() =>
  (placeLayers.value.facilities?.features ?? [])
    .filter(
      ({ id, properties }) =>
        properties.category !== 'stop' &&
        properties.category !== 'station' &&
        !removedFacilities.value.has(String(id)),
    )
    .map(({ id, geometry, properties }) => ({
      type: 'facility',
      id: String(id),
      category: properties.category,
      name: properties.name ?? '',
      position: geometry.coordinates,
      reachPx: 12,
    })),
);

export const stopThings = computed<readonly Thing[]>(() =>
  (placeLayers.value.stops?.features ?? []).map(({ id, geometry, properties }) => ({
    type: 'stop',
    id: String(id),
    category: properties.is_station ? 'station' : 'stop',
    name: properties.name,
    departures: properties.departures_weekday,
    position: geometry.coordinates,
    reachPx: 11,
  })),
);

export const homeThings = computed<readonly Thing[]>(() => {
  const homes = answer.value?.homes;
  if (homes === null || homes === undefined) return [];
  return homes.ids.map((id, index) => ({
    type: 'home',
    id,
    index,
    residents: homes.residents_proposal[index] || (homes.residents[index] ?? 0),
    position: [homes.lon[index] ?? 0, homes.lat[index] ?? 0],
    reachPx: 9,
  }));
});

/** What the person asked about by a click. */
export const inspected = signal<Thing | null>(null);
