import * as L from 'leaflet';
import type { AreaFeature } from '../api/places';
import type { MapPlace } from '../core/page-address';
import { polygonLatLngs } from './lat-lngs';
import { redrawWhenLeft } from './redraw-when-left';

/** Panes from the ground up. Canvas panes let the pointer through; the map finds what it meets. */
const PANES = [
  ['tiles', 205],
  ['land', 210],
  // A tunnel lies below what it passes under.
  ['tunnels', 215],
  ['streets', 220],
  ['barriers', 230],
  ['plans', 240],
  ['underlays', 250],
  ['rings', 300],
  ['rings-before', 301],
  ['flows', 400],
  ['flows-before', 401],
  ['homes', 410],
  ['homes-before', 411],
  ['boundary', 420],
  ['edges', 422],
  ['edges-before', 423],
  ['routes', 425],
  ['facilities', 430],
  ['facilities-before', 431],
  ['names', 435],
  ['edge-icons', 436],
  ['edge-icons-before', 437],
  ['found', 438],
  ['drawn', 440],
  ['ghosts', 445],
  ['joins', 450],
  ['pins', 640],
  ['handles', 650],
  ['issues', 660],
] as const;

export type PaneName = (typeof PANES)[number][0];

const CANVAS_PANES: readonly PaneName[] = [
  'land',
  'streets',
  'barriers',
  'underlays',
  'rings',
  'rings-before',
  'flows',
  'flows-before',
  'homes',
  'homes-before',
  'facilities',
  'facilities-before',
  'found',
];
const QUIET_PANES: readonly PaneName[] = [
  'tunnels',
  'boundary',
  'edges',
  'edges-before',
  'routes',
  'ghosts',
  'joins',
  'names',
  'edge-icons',
  'edge-icons-before',
];
/** Room for the tools on the left and the legend below. */
const TOP_LEFT_PX = L.point(64, 16);
const BOTTOM_RIGHT_PX = L.point(16, 40);

/** The Leaflet map with its panes, one canvas or drawing surface each. */
export class MapView {
  readonly map: L.Map;
  readonly #renderers = new Map<PaneName, L.Renderer>();

  constructor(container: HTMLElement, reducedMotion: boolean, minZoom = 11) {
    this.map = L.map(container, {
      zoomControl: false,
      attributionControl: false,
      zoomSnap: 0.5,
      minZoom,
      maxZoom: 19,
      zoomAnimation: !reducedMotion,
      fadeAnimation: !reducedMotion,
      inertia: !reducedMotion,
    });
    for (const [name, zIndex] of PANES) {
      const pane = this.map.createPane(name);
      pane.style.zIndex = String(zIndex);
      const onCanvas = CANVAS_PANES.includes(name);
      if (onCanvas || QUIET_PANES.includes(name)) pane.style.pointerEvents = 'none';
      const options = { pane: name, padding: 0.25 };
      const renderer = onCanvas ? L.canvas(options) : L.svg(options);
      this.#renderers.set(name, redrawWhenLeft(renderer));
    }
    this.map.setView([55.65, 12.3], 14);
  }

  renderer(pane: PaneName): L.Renderer {
    const renderer = this.#renderers.get(pane);
    if (renderer === undefined) throw new Error(`no pane ${pane}`);
    return renderer;
  }

  showArea(area: AreaFeature): void {
    const bounds = L.polygon(polygonLatLngs(area.geometry)).getBounds();
    this.map.fitBounds(bounds.pad(0.3), {
      paddingTopLeft: TOP_LEFT_PX,
      paddingBottomRight: BOTTOM_RIGHT_PX,
      animate: false,
    });
  }

  showPlace({ zoom, lat, lon }: MapPlace): void {
    this.map.setView([lat, lon], zoom, { animate: false });
  }

  place(): MapPlace {
    const { lat, lng } = this.map.getCenter();
    return { zoom: this.map.getZoom(), lat, lon: lng };
  }
}
