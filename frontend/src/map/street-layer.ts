import * as L from 'leaflet';
import type { Streets } from '../api/places';
import { latLngs } from './lat-lngs';
import type { MapView } from './map-view';
import type { Palette } from './palette';

interface StreetStyle {
  /** Width in pixels at zoom 15. */
  readonly width: number;
  readonly cased: boolean;
}

/** From the quietest to the widest: what is drawn later lies on top. */
const STYLES: readonly (readonly [string, StreetStyle])[] = [
  ['track', { width: 1, cased: false }],
  ['path', { width: 1.2, cased: false }],
  ['cycleway', { width: 1.4, cased: false }],
  ['private', { width: 2, cased: true }],
  ['local', { width: 3, cased: true }],
  ['main', { width: 5, cased: true }],
  ['motorway', { width: 7, cased: true }],
];
const CASING_PX = 1.4;

interface DrawnClass {
  readonly line: L.Polyline;
  readonly style: StreetStyle;
  readonly part: 'casing' | 'street' | 'path' | 'bridge';
}

/** Streets as thin light lines: one path per class, bridges once more above the rest. */
export class StreetLayer {
  readonly #view: MapView;
  readonly #group: L.LayerGroup;
  #drawn: DrawnClass[] = [];

  constructor(view: MapView) {
    this.#view = view;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    view.map.on('zoomend', () => this.#resize());
  }

  show(streets: Streets | null, palette: Palette): void {
    this.#group.clearLayers();
    this.#drawn = [];
    const lines = (name: string, grade: (grade: string) => boolean) =>
      (streets?.features ?? [])
        .filter(({ properties }) => properties.street_class === name && grade(properties.grade))
        .map((feature) => latLngs(feature.geometry.coordinates));
    const onGround = (grade: string) => grade !== 'bridge';
    for (const [name, style] of STYLES) {
      if (style.cased) this.#add(lines(name, onGround), style, 'casing');
    }
    for (const [name, style] of STYLES) {
      this.#add(lines(name, onGround), style, style.cased ? 'street' : 'path');
    }
    for (const [name, style] of STYLES) {
      const bridges = lines(name, (grade) => grade === 'bridge');
      this.#add(bridges, style, 'bridge');
      this.#add(bridges, style, style.cased ? 'street' : 'path');
    }
    this.restyle(palette);
    this.#resize();
  }

  restyle(palette: Palette): void {
    const colours = {
      casing: palette.casing,
      street: palette.street,
      path: palette.path,
      bridge: palette.path,
    };
    for (const { line, part } of this.#drawn) line.setStyle({ color: colours[part] });
  }

  setVisible(visible: boolean): void {
    if (visible) this.#group.addTo(this.#view.map);
    else this.#group.remove();
  }

  #add(lines: L.LatLng[][], style: StreetStyle, part: DrawnClass['part']): void {
    if (lines.length === 0) return;
    const line = L.polyline(lines, {
      renderer: this.#view.renderer('streets'),
      interactive: false,
      lineCap: part === 'bridge' ? 'butt' : 'round',
      smoothFactor: 0.8,
      pmIgnore: true,
    });
    this.#drawn.push({ line, style, part });
    this.#group.addLayer(line);
  }

  #resize(): void {
    const scale = 1.55 ** (this.#view.map.getZoom() - 15);
    for (const { line, style, part } of this.#drawn) {
      const width = Math.max(0.7, style.width * scale);
      const extra = part === 'casing' ? CASING_PX : part === 'bridge' ? 2 * CASING_PX + 1 : 0;
      line.setStyle({ weight: width + extra });
    }
  }
}
