import type { Position } from 'geojson';
import type { Intervention } from './proposal';
import type { Surface } from './surface';

/** An area and what is drawn around it as paths in a square picture. */
export interface AreaPicture {
  readonly outline: string;
  /** Drawn lines: paths, bridges, crossings. */
  readonly threads: string;
  /** Drawn surfaces: what comes and what goes. */
  readonly surfaces: string;
}

type Project = (place: Position) => string;

/** Fit an area with the lines that tie it to its city into a square of `sidePx`. */
export function areaPicture(
  area: Surface,
  drawn: readonly Intervention[],
  sidePx: number,
  marginPx: number,
): AreaPicture {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates;
  const rings = polygons.flat();
  const lines = drawn.flatMap(({ geometry }) =>
    geometry.type === 'LineString' ? [geometry.coordinates] : [],
  );
  const surfaces = drawn.flatMap(({ geometry }) =>
    geometry.type === 'Polygon' ? geometry.coordinates : [],
  );
  const project = fitInto([...rings, ...lines].flat(), sidePx, marginPx);
  return {
    outline: rings.map((ring) => closed(ring, project)).join(''),
    threads: lines.map((line) => open(line, project)).join(''),
    surfaces: surfaces.map((ring) => closed(ring, project)).join(''),
  };
}

function open(line: readonly Position[], project: Project): string {
  return `M${line.map(project).join('L')}`;
}

function closed(ring: readonly Position[], project: Project): string {
  return `${open(ring, project)}Z`;
}

/** Longitudes squeezed as they are at this latitude, the longer side filling the square. */
function fitInto(places: readonly Position[], sidePx: number, marginPx: number): Project {
  const lons = places.map(([lon = 0]) => lon);
  const lats = places.map(([, lat = 0]) => lat);
  const west = Math.min(...lons);
  const north = Math.max(...lats);
  const squeeze = Math.cos((north * Math.PI) / 180);
  const width = (Math.max(...lons) - west) * squeeze;
  const height = north - Math.min(...lats);
  const scale = (sidePx - 2 * marginPx) / Math.max(width, height, Number.EPSILON);
  const left = (sidePx - width * scale) / 2;
  const top = (sidePx - height * scale) / 2;
  return ([lon = 0, lat = 0]) =>
    `${(left + (lon - west) * squeeze * scale).toFixed(1)} ${(top + (north - lat) * scale).toFixed(1)}`;
}
