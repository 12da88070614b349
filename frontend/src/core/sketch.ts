import type { Position } from 'geojson';
import type { Shape } from './kinds';
import type { DrawnGeometry, Intervention, InterventionProperties } from './proposal';

export const SKETCH_ID = 'sketch';

/**
 * The geometry an unfinished drawing would have if it ended at the pointer; null while it has
 * too few points to be one.
 */
export function sketchGeometry(
  shape: Shape,
  vertices: readonly Position[],
  pointer: Position | null,
): DrawnGeometry | null {
  const last = vertices.at(-1);
  const moved = pointer !== null && (last?.[0] !== pointer[0] || last?.[1] !== pointer[1]);
  const points = moved ? [...vertices, pointer] : [...vertices];
  if (shape === 'Point') {
    const place = points.at(-1);
    return place === undefined ? null : { type: 'Point', coordinates: place };
  }
  if (shape === 'LineString') {
    return points.length < 2 ? null : { type: 'LineString', coordinates: points };
  }
  const [first] = points;
  return first === undefined || points.length < 3
    ? null
    : { type: 'Polygon', coordinates: [[...points, first]] };
}

export function sketchIntervention(
  geometry: DrawnGeometry,
  properties: InterventionProperties,
): Intervention {
  return { type: 'Feature', id: SKETCH_ID, geometry, properties };
}
