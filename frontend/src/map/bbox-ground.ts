import { effect } from '@preact/signals';
import type * as L from 'leaflet';
import { groundIn } from '../api/places';
import { isAbort } from '../api/problem';
import { BarrierLayer } from './barrier-layer';
import { LandLayer } from './land-layer';
import type { MapView } from './map-view';
import { palette } from './palette-signal';
import { StreetLayer } from './street-layer';

/** Further out than this there is more to draw than one can see. */
const NEAREST_ZOOM = 12;

/** Ground and streets wherever the map looks, as far as the service knows them. */
export function keepGroundWhereItLooks(view: MapView): () => void {
  const { map } = view;
  const land = new LandLayer(view);
  const streets = new StreetLayer(view);
  const barriers = new BarrierLayer(view);
  let reading: AbortController | null = null;
  let shown: L.LatLngBounds | null = null;

  async function look(): Promise<void> {
    if (map.getZoom() < NEAREST_ZOOM || shown?.contains(map.getBounds())) return;
    reading?.abort();
    const current = new AbortController();
    reading = current;
    const bounds = map.getBounds().pad(0.5);
    const read = groundIn(bounds.toBBoxString(), current.signal);
    try {
      const [ground, ways, walls] = await Promise.all([
        read.land(),
        read.streets(),
        read.barriers(),
      ]);
      land.show(ground, palette.peek());
      streets.show(ways, palette.peek());
      barriers.show(walls, palette.peek());
      shown = bounds;
    } catch (error) {
      // Without its ground the map still takes a border; the next move asks again.
      if (!isAbort(error)) shown = null;
    }
  }

  map.on('moveend', () => void look());
  const stop = effect(() => {
    for (const layer of [land, streets, barriers]) layer.restyle(palette.value);
  });
  void look();
  return () => {
    reading?.abort();
    stop();
  };
}
