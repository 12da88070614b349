import * as L from 'leaflet';

/** Half the width of an abutment or a portal, and how long its wings are, in pixels. */
const HALF_WIDTH_PX = 9;
const WING_PX = 7;
/** Steps of the arch over a tunnel's mouth. */
const ARCH_STEPS = 6;

/**
 * What stands at both ends of a bridge or a tunnel, as lines on the screen at the zoom of now:
 * walls with wings that open towards the land, or an arch over the mouth.
 */
export function spanEnds(
  map: L.Map,
  line: readonly L.LatLng[],
  grade: 'bridge' | 'tunnel',
): L.LatLng[][] {
  const places = line.map((place) => map.project(place));
  const ends = [places, places.toReversed()].flatMap(([end, ...rest]) => {
    const next = rest.find((place) => end !== undefined && place.distanceTo(end) > 1);
    return end === undefined || next === undefined ? [] : [{ end, next }];
  });
  return ends.map(({ end, next }) => {
    const along = next.subtract(end).divideBy(next.distanceTo(end));
    const shape = grade === 'bridge' ? abutment(end, along) : portal(end, along);
    return shape.map((place) => map.unproject(place));
  });
}

/** ⊐ seen from the land: a wall across, its wings out to the sides. */
function abutment(end: L.Point, along: L.Point): L.Point[] {
  const across = L.point(-along.y, along.x);
  const wing = along.multiplyBy(-WING_PX);
  return [1, -1].flatMap((side) => {
    const corner = end.add(across.multiplyBy(side * HALF_WIDTH_PX));
    const tip = corner.add(wing).add(across.multiplyBy(side * WING_PX * 0.6));
    return side === 1 ? [tip, corner] : [corner, tip];
  });
}

/** ⊃: an arch over the mouth, closed on the side where the way goes under. */
function portal(end: L.Point, along: L.Point): L.Point[] {
  const across = L.point(-along.y, along.x);
  return Array.from({ length: ARCH_STEPS + 1 }, (_, step) => {
    const turn = Math.PI * (step / ARCH_STEPS);
    return end
      .add(across.multiplyBy(HALF_WIDTH_PX * Math.cos(turn)))
      .add(along.multiplyBy(HALF_WIDTH_PX * Math.sin(turn)));
  });
}
