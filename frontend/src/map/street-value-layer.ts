import * as L from 'leaflet';
import type { StreetValue } from '../core/street-values';
import { valueChangeClass, valueClass } from '../core/value-classes';
import type { StreetPicture, Tell } from '../session/theme';
import { latLngs } from './lat-lngs';
import type { MapView, PaneName } from './map-view';
import type { Palette } from './palette';

/** Widths in pixels at zoom 15, least first. */
const WIDTHS_PX = [1.6, 2.6, 4, 6, 8.5] as const;
const CHANGE_WIDTHS_PX = [2.4, 4.4, 7] as const;

interface ClassStyle {
  readonly width: number;
  readonly colour: string;
  readonly dashed: boolean;
}

/** Streets by a number of theirs: wider and darker is more; a fall is dashed. */
export class StreetValueLayer {
  readonly #view: MapView;
  readonly #pane: PaneName;
  readonly #group: L.LayerGroup;
  #drawn: { line: L.Polyline; width: number; dashed: boolean }[] = [];

  constructor(view: MapView, pane: PaneName = 'flows') {
    this.#view = view;
    this.#pane = pane;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    view.map.on('zoomend', () => this.#resize());
  }

  show(picture: StreetPicture | null, tell: Tell, palette: Palette): void {
    this.#group.clearLayers();
    this.#drawn = [];
    if (picture === null) return;
    const classes = new Map<number, L.LatLng[][]>();
    for (const street of picture.streets) {
      const step = classOf(street, picture, tell);
      if (step === null) continue;
      const lines = classes.get(step) ?? [];
      lines.push(latLngs(street.line));
      classes.set(step, lines);
    }
    // The strongest lies on top.
    for (const step of [...classes.keys()].sort((a, b) => Math.abs(a) - Math.abs(b))) {
      const style = tell === 'change' ? changeStyle(step, palette) : valueStyle(step, palette);
      this.#add(classes.get(step) ?? [], style);
    }
    this.#resize();
  }

  #add(lines: L.LatLng[][], { width, colour, dashed }: ClassStyle): void {
    const line = L.polyline(lines, {
      renderer: this.#view.renderer(this.#pane),
      interactive: false,
      color: colour,
      lineCap: dashed ? 'butt' : 'round',
      smoothFactor: 0.8,
      pmIgnore: true,
    });
    this.#drawn.push({ line, width, dashed });
    this.#group.addLayer(line);
  }

  #resize(): void {
    const scale = 1.3 ** (this.#view.map.getZoom() - 15);
    for (const { line, width, dashed } of this.#drawn) {
      const weight = Math.max(1, width * scale);
      line.setStyle({ weight, ...(dashed ? { dashArray: `${weight * 1.6} ${weight}` } : {}) });
    }
  }
}

/** Null where there is nothing to draw. */
function classOf(street: StreetValue, picture: StreetPicture, tell: Tell): number | null {
  const { before, after } = street;
  if (tell === 'change') return valueChangeClass(before, after, picture.changes) || null;
  const step = valueClass(tell === 'before' ? before : after, picture.breaks);
  return step === -1 ? null : step;
}

function valueStyle(step: number, palette: Palette): ClassStyle {
  return { width: WIDTHS_PX[step] ?? 1, colour: palette.flow[step] ?? palette.ink, dashed: false };
}

function changeStyle(step: number, palette: Palette): ClassStyle {
  return {
    width: CHANGE_WIDTHS_PX[Math.abs(step) - 1] ?? 2,
    colour: palette.change[step + 3] ?? palette.ink,
    dashed: step < 0,
  };
}
