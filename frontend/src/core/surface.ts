import type { Position } from 'geojson';

/** One or several polygons, as GeoJSON nests them. */
export type Surface =
  | { readonly type: 'Polygon'; readonly coordinates: Position[][] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: Position[][][] };
