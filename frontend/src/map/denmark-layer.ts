import { effect } from '@preact/signals';
import * as L from 'leaflet';
import { DENMARK_PATH, offDenmark } from '../ui/denmark-outline';
import { latLngs } from './lat-lngs';
import type { MapView } from './map-view';
import { palette } from './palette-signal';

/** The country, so that one finds the way from afar; nothing is measured on it. */
export function showDenmark(view: MapView): () => void {
  const rings = DENMARK_PATH.split('Z')
    .filter((ring) => ring !== '')
    .map((ring) =>
      latLngs(
        ring
          .slice(1)
          .split('L')
          .map((corner) => {
            const [x = 0, y = 0] = corner.split(' ').map(Number);
            return offDenmark(x, y);
          }),
      ),
    );
  const country = L.polygon(
    rings.map((ring) => [ring]),
    {
      renderer: view.renderer('land'),
      interactive: false,
      stroke: false,
      fillOpacity: 1,
      pmIgnore: true,
    },
  );
  const showFarOff = () => {
    // A coast to within 2 km would only mislead close up.
    if (view.map.getZoom() < 12) country.addTo(view.map);
    else country.remove();
  };
  view.map.on('zoomend', showFarOff);
  showFarOff();
  return effect(() => {
    country.setStyle({ fillColor: palette.value.builtUp });
  });
}
