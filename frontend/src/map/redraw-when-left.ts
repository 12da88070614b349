import * as L from 'leaflet';

/** What Leaflet knows of a drawing surface and does not say in its types. */
type Surface = Omit<L.Renderer, 'getEvents'> & {
  readonly _map: L.Map;
  readonly _bounds?: L.Bounds;
  readonly _zoom?: number;
  _update(): void;
  getEvents(): Record<string, L.LeafletEventHandlerFn>;
};

/**
 * Let a surface stand as it is while the map is dragged within what it holds.
 *
 * A surface reaches beyond the screen on every side. Leaflet draws it anew at the end of every
 * drag; here only once the screen has left it, which is what makes short drags smooth.
 */
export function redrawWhenLeft(renderer: L.Renderer): L.Renderer {
  const surface = renderer as unknown as Surface;
  const usual = surface.getEvents.bind(surface);
  const moveend = () => {
    if (!holdsTheScreen(surface)) surface._update();
  };
  // Leaflet takes listeners off by asking for them again: it must be the same one.
  surface.getEvents = () => ({ ...usual(), moveend });
  return renderer;
}

function holdsTheScreen({ _map: map, _bounds: drawn, _zoom: zoom, options }: Surface): boolean {
  if (drawn === undefined || zoom !== map.getZoom()) return false;
  const size = map.getSize();
  const whole = size.multiplyBy(1 + 2 * (options.padding ?? 0)).round();
  if (!drawn.getSize().equals(whole)) return false;
  const corner = map.containerPointToLayerPoint([0, 0]);
  return drawn.contains(L.bounds(corner, corner.add(size)));
}
