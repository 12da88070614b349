import type { Polygon } from 'geojson';
import type { Surface } from '../core/surface';
import type { AreaFeature } from './places';
import { answered, service } from './request';

/** What a planner says of an area beside where it is. */
export interface AreaFacts {
  readonly name: string;
  readonly municipalityCode: string;
  readonly organisations: readonly string[];
  readonly homes: number | null;
  readonly residents: number | null;
}

/** An area as it was when it was read: a change must name that state. */
export interface SeenArea {
  readonly area: AreaFeature;
  readonly etag: string;
}

/** The source of areas that were drawn here. */
const DRAWN_HERE = 'drawn-areas';

/** Only an area that was drawn here can be changed here. */
export function isDrawnHere({ properties }: AreaFeature): boolean {
  return properties.sources.includes(DRAWN_HERE);
}

export async function readMunicipalities() {
  return (await answered(service.GET('/api/municipalities'))).municipalities;
}

export async function readArea(id: string): Promise<SeenArea> {
  const call = service.GET('/api/areas/{area_id}', { params: { path: { area_id: id } } });
  const area = await answered(call);
  return { area, etag: (await call).response.headers.get('etag') ?? '*' };
}

export function createArea(facts: AreaFacts, geometry: Polygon): Promise<AreaFeature> {
  return answered(service.POST('/api/areas', { body: written(facts, geometry) }));
}

export function replaceArea(
  { area, etag }: SeenArea,
  facts: AreaFacts,
  geometry: Surface,
): Promise<AreaFeature> {
  const body = written(facts, geometry);
  return answered(service.PUT('/api/areas/{area_id}', { ...seen(area, etag), body }));
}

export async function deleteArea({ area, etag }: SeenArea): Promise<void> {
  await answered(service.DELETE('/api/areas/{area_id}', seen(area, etag)));
}

function seen(area: AreaFeature, etag: string) {
  return { params: { path: { area_id: String(area.id) }, header: { 'if-match': etag } } };
}

function written(facts: AreaFacts, geometry: Surface) {
  const { name, municipalityCode, organisations, homes, residents } = facts;
  return {
    type: 'Feature' as const,
    geometry: geometry as unknown as Record<string, unknown>,
    properties: {
      name,
      municipality_code: municipalityCode,
      housing_organisations: [...organisations],
      homes,
      residents,
    },
  };
}
