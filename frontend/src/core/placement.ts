import type { Position } from 'geojson';

/**
 * How a plan lies on the map: turned and scaled, never stretched.
 *
 * Kept in the map's own plane (Web Mercator, in which one world is one wide and south is down), so
 * that what is seen is exact at every zoom.
 */
export interface Placement {
  /** Where the middle of the plan lies. */
  readonly x: number;
  readonly y: number;
  /** How wide one pixel of the plan is, as a share of the world. */
  readonly scale: number;
  /** Clockwise, in radians. */
  readonly turn: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A place in the map's plane. */
export interface PlanePoint {
  readonly x: number;
  readonly y: number;
}

export const CORNERS = [
  [-0.5, -0.5],
  [0.5, -0.5],
  [0.5, 0.5],
  [-0.5, 0.5],
] as const;

const EARTH_M = 40_075_016.685_578_5;
/** Narrower than a metre or wider than 200 km is a slip of the hand. */
const NARROWEST_M = 1;
const WIDEST_M = 200_000;

export function toPlane([lon = 0, lat = 0]: Position): PlanePoint {
  const sine = Math.sin((lat * Math.PI) / 180);
  return {
    x: lon / 360 + 0.5,
    y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI),
  };
}

export function toLonLat({ x, y }: PlanePoint): [number, number] {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * y)));
  return [(x - 0.5) * 360, (lat * 180) / Math.PI];
}

/** How many metres the whole plane is wide where a plan lies. */
export function metresAcross(y: number): number {
  return EARTH_M / Math.cosh(Math.PI * (1 - 2 * y));
}

/** A plan laid flat around a place, a number of metres wide. */
export function placeAt(at: Position, widthM: number, { width }: Size): Placement {
  const { x, y } = toPlane(at);
  return { x, y, scale: widthM / metresAcross(y) / width, turn: 0 };
}

/** Where a place of the plan lies, given in pixels from its middle. */
export function onMap({ x, y, scale, turn }: Placement, u: number, v: number): PlanePoint {
  const [cos, sin] = [Math.cos(turn) * scale, Math.sin(turn) * scale];
  return { x: x + u * cos - v * sin, y: y + u * sin + v * cos };
}

/** Which place of the plan lies there, in pixels from its middle. */
export function onPlan({ x, y, scale, turn }: Placement, point: PlanePoint): [number, number] {
  const [cos, sin] = [Math.cos(turn) / scale, Math.sin(turn) / scale];
  const [dx, dy] = [point.x - x, point.y - y];
  return [dx * cos + dy * sin, -dx * sin + dy * cos];
}

/** The four corners, clockwise from the top left of the plan. */
export function cornersOf(placement: Placement, { width, height }: Size): readonly PlanePoint[] {
  return CORNERS.map(([u, v]) => onMap(placement, u * width, v * height));
}

/**
 * The placement that puts two places of the plan on two places of the map; null where they are too
 * near each other to tell.
 */
export function fitTwo(
  plan: readonly [readonly [number, number], readonly [number, number]],
  map: readonly [PlanePoint, PlanePoint],
): Placement | null {
  const [[u1, v1], [u2, v2]] = plan;
  const [du, dv] = [u2 - u1, v2 - v1];
  const [dx, dy] = [map[1].x - map[0].x, map[1].y - map[0].y];
  const [onPlanPx, onMapShare] = [Math.hypot(du, dv), Math.hypot(dx, dy)];
  if (onPlanPx < 1 || onMapShare === 0) return null;
  const scale = onMapShare / onPlanPx;
  const turn = upright(Math.atan2(dy, dx) - Math.atan2(dv, du));
  const middle = onMap({ x: 0, y: 0, scale, turn }, u1, v1);
  return { x: map[0].x - middle.x, y: map[0].y - middle.y, scale, turn };
}

/** Take a corner somewhere else; the opposite corner stays where it is. */
export function dragCorner(
  placement: Placement,
  size: Size,
  corner: number,
  to: PlanePoint,
): Placement {
  const [u, v] = cornerOf(corner, size);
  const opposite = onMap(placement, -u, -v);
  const fitted = fitTwo(
    [
      [-u, -v],
      [u, v],
    ],
    [opposite, to],
  );
  return fitted === null || !isSensible(fitted, size) ? placement : fitted;
}

export function moveBy(placement: Placement, eastM: number, northM: number): Placement {
  const across = metresAcross(placement.y);
  return movedTo(placement, placement.x + eastM / across, placement.y - northM / across);
}

/** Lay the plan around another place; as many metres wide there as here. */
export function movedTo(placement: Placement, x: number, y: number): Placement {
  const scale = (placement.scale * metresAcross(placement.y)) / metresAcross(y);
  return { ...placement, x, y, scale };
}

export function widthM({ scale, y }: Placement, { width }: Size): number {
  return scale * width * metresAcross(y);
}

/** The same plan around the same middle, so many metres wide. */
export function withWidth(placement: Placement, size: Size, metres: number): Placement {
  const wide = Math.min(WIDEST_M, Math.max(NARROWEST_M, metres));
  return { ...placement, scale: wide / metresAcross(placement.y) / size.width };
}

export function turnedTo(placement: Placement, radians: number): Placement {
  return { ...placement, turn: upright(radians) };
}

function isSensible(placement: Placement, size: Size): boolean {
  const wide = widthM(placement, size);
  return wide >= NARROWEST_M && wide <= WIDEST_M;
}

function cornerOf(corner: number, { width, height }: Size): [number, number] {
  const [u, v] = CORNERS[corner] ?? CORNERS[0];
  return [u * width, v * height];
}

/** The same angle between half a turn left and half a turn right. */
function upright(radians: number): number {
  return Math.atan2(Math.sin(radians), Math.cos(radians));
}
