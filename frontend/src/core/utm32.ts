import type { Position } from 'geojson';

/** ETRS89 / UTM zone 32N (EPSG:25832): the plane in which the service measures. */
const SEMI_MAJOR_M = 6_378_137;
const FLATTENING = 1 / 298.257222101;
const SCALE = 0.9996;
const MERIDIAN = 9;
const EASTING_M = 500_000;
const RADIANS = Math.PI / 180;

/** Third flattening and the series by Krüger (1912): better than a millimetre over Denmark. */
const N = FLATTENING / (2 - FLATTENING);
const RADIUS_M = (SEMI_MAJOR_M / (1 + N)) * (1 + N ** 2 / 4 + N ** 4 / 64);
const ALPHA = [
  N / 2 - (2 / 3) * N ** 2 + (5 / 16) * N ** 3,
  (13 / 48) * N ** 2 - (3 / 5) * N ** 3,
  (61 / 240) * N ** 3,
] as const;
const ECCENTRICITY = (2 * Math.sqrt(N)) / (1 + N);

/** Degrees to metres east and north. */
export function toPlane([lon = 0, lat = 0]: Position): readonly [number, number] {
  const sine = Math.sin(lat * RADIANS);
  const t = Math.sinh(Math.atanh(sine) - ECCENTRICITY * Math.atanh(ECCENTRICITY * sine));
  const turn = (lon - MERIDIAN) * RADIANS;
  const north = Math.atan2(t, Math.cos(turn));
  const east = Math.atanh(Math.sin(turn) / Math.hypot(1, t));
  let x = east;
  let y = north;
  ALPHA.forEach((alpha, index) => {
    const times = 2 * (index + 1);
    x += alpha * Math.cos(times * north) * Math.sinh(times * east);
    y += alpha * Math.sin(times * north) * Math.cosh(times * east);
  });
  return [EASTING_M + SCALE * RADIUS_M * x, SCALE * RADIUS_M * y];
}

/** Metres of a line as the service counts them. */
export function planeLengthM(line: readonly Position[]): number {
  const places = line.map(toPlane);
  let sum = 0;
  for (let index = 1; index < places.length; index += 1) {
    const [x = 0, y = 0] = places[index] ?? [];
    const [fromX = 0, fromY = 0] = places[index - 1] ?? [];
    sum += Math.hypot(x - fromX, y - fromY);
  }
  return sum;
}
