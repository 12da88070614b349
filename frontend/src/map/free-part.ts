import * as L from 'leaflet';

/** On a wide screen the panel for files covers the right of the map, on a narrow one what is below. */
const WIDE_PX = 700;
const PANEL_PX = 368;
const TOOLS_PX = 72;
const MARGIN_PX = 16;

/** The part of the map that neither the tools nor the panel for files cover, in pixels from its corners. */
export function freePart(map: L.Map): { readonly topLeft: L.Point; readonly bottomRight: L.Point } {
  const { x, y } = map.getSize();
  return x > WIDE_PX
    ? { topLeft: L.point(TOOLS_PX, MARGIN_PX), bottomRight: L.point(PANEL_PX, MARGIN_PX) }
    : { topLeft: L.point(MARGIN_PX, MARGIN_PX), bottomRight: L.point(MARGIN_PX, y * 0.6) };
}

/** The ground that is seen there. */
export function freeGround(map: L.Map): L.LatLngBounds {
  const { topLeft, bottomRight } = freePart(map);
  return L.latLngBounds(
    map.containerPointToLatLng(topLeft),
    map.containerPointToLatLng(map.getSize().subtract(bottomRight)),
  );
}
