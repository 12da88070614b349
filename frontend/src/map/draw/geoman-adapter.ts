import * as L from 'leaflet';
import '@geoman-io/leaflet-geoman-free';
import '@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css';
import type { LineString, Polygon, Position } from 'geojson';
import type { DrawnGeometry } from '../../core/proposal';
import { latLngs, position } from '../lat-lngs';

export type SketchShape = 'LineString' | 'Polygon';

export interface DrawEvents {
  readonly onSketch: (vertices: readonly Position[], pointer: Position | null) => void;
  readonly onFinish: (geometry: LineString | Polygon) => void;
  readonly onCancel: () => void;
  /** Where the hand means, given where it is. */
  readonly bend: (place: L.LatLng) => L.LatLng;
}

type DrawnShape = L.Polyline | L.Polygon;

interface SketchTool {
  _removeLastVertex(): void;
}

const GEOMAN_SHAPE = { LineString: 'Line', Polygon: 'Polygon' } as const;
const FEWEST_VERTICES = { LineString: 2, Polygon: 3 } as const;
const QUIET = { snappable: false, allowSelfIntersection: true } as const;

/**
 * The one place that knows Leaflet-Geoman.
 *
 * Geoman draws with the mouse and by touch. Two things are added here: pointer events are bent
 * towards streets before Geoman hears them (its own snapping measures every layer on the map), and
 * the keyboard draws by sending the same events from the crosshair.
 */
export class GeomanAdapter {
  readonly #map: L.Map;
  readonly #events: DrawEvents;
  #shape: SketchShape | null = null;
  #sketch: L.Polyline | null = null;
  #pointer: L.LatLng | null = null;
  #handles: DrawnShape | null = null;

  constructor(map: L.Map, events: DrawEvents) {
    this.#map = map;
    this.#events = events;
    // Registered before Geoman's own listeners, so these are called first.
    map.on('mousemove', (event) => this.#point(event));
    map.on('click', (event) => this.#bendClick(event));
    map.on('pm:drawstart', ({ workingLayer }) => {
      const sketch = workingLayer as L.Polyline;
      this.#sketch = sketch;
      sketch.on('pm:vertexadded pm:vertexremoved', () => this.#report());
    });
    map.on('layeradd', ({ layer }) => quietHandle(layer));
    map.on('pm:create', ({ layer }) => this.#finished(layer as DrawnShape));
  }

  get drawing(): boolean {
    return this.#shape !== null;
  }

  get vertices(): readonly Position[] {
    return ((this.#sketch?.getLatLngs() ?? []) as L.LatLng[]).map(position);
  }

  start(shape: SketchShape): void {
    this.stop();
    this.#shape = shape;
    this.#map.doubleClickZoom.disable();
    this.#map.pm.enableDraw(GEOMAN_SHAPE[shape], {
      ...QUIET,
      tooltips: false,
      templineStyle: { className: 'sketch-line', weight: 4.5, interactive: false, pane: 'drawn' },
      hintlineStyle: { className: 'sketch-hint', weight: 3, interactive: false, pane: 'drawn' },
      pathOptions: { className: 'sketch-line', weight: 4.5 },
    });
  }

  stop(): void {
    if (this.#shape === null) return;
    this.#shape = null;
    this.#sketch = null;
    this.#pointer = null;
    this.#map.pm.disableDraw();
    this.#map.doubleClickZoom.enable();
  }

  /** Move the pen as the mouse would. */
  pointAt(place: L.LatLng): void {
    this.#map.fire('mousemove', { latlng: place });
  }

  /** Set a point as a click would. */
  addAt(place: L.LatLng): void {
    this.#map.fire('mousemove', { latlng: place });
    this.#map.fire('click', { latlng: place });
  }

  /** End the line at its last point. False when it has too few. */
  finish(): boolean {
    const last = this.vertices.at(-1);
    if (this.#shape === null || last === undefined) return false;
    if (this.vertices.length < FEWEST_VERTICES[this.#shape]) return false;
    const sketch = (this.#sketch?.getLatLngs() ?? []) as L.LatLng[];
    // A click on the last point is how Geoman ends a shape.
    this.#map.fire('click', { latlng: sketch.at(-1), finishing: true });
    return true;
  }

  removeLast(): void {
    if (this.#shape === null) return;
    if (this.vertices.length <= 1) {
      const shape = this.#shape;
      this.start(shape);
      this.#report();
      return;
    }
    const tools = this.#map.pm.Draw as unknown as Record<string, SketchTool>;
    tools[GEOMAN_SHAPE[this.#shape]]?._removeLastVertex();
    this.#report();
  }

  /** Handles on a finished shape: drag a point, drag a middle to add one, right click to remove. */
  reshape(
    geometry: LineString | Polygon,
    onPreview: (geometry: DrawnGeometry) => void,
    onDone: (geometry: DrawnGeometry) => void,
  ): void {
    this.endReshape();
    const options = { className: 'handles-line', weight: 1, interactive: false, pmIgnore: false };
    const shape =
      geometry.type === 'LineString'
        ? L.polyline(latLngs(geometry.coordinates), options)
        : L.polygon(latLngs((geometry.coordinates[0] ?? []).slice(0, -1)), options);
    shape.addTo(this.#map);
    shape.pm.enable({
      ...QUIET,
      preventMarkerRemoval: false,
      removeLayerBelowMinVertexCount: false,
    });
    shape.on('pm:markerdrag', () => onPreview(readGeometry(shape)));
    shape.on('pm:markerdragend pm:vertexremoved', () => onDone(readGeometry(shape)));
    this.#handles = shape;
  }

  endReshape(): void {
    this.#handles?.pm.disable();
    this.#handles?.remove();
    this.#handles = null;
  }

  #point(event: L.LeafletMouseEvent): void {
    if (this.#shape === null) return;
    event.latlng = this.#events.bend(event.latlng);
    this.#pointer = event.latlng;
    this.#report();
  }

  #bendClick(event: L.LeafletMouseEvent & { finishing?: boolean }): void {
    if (this.#shape === null || event.finishing) return;
    event.latlng = this.#events.bend(event.latlng);
    this.#pointer = event.latlng;
  }

  #report(): void {
    const pointer = this.#pointer === null ? null : position(this.#pointer);
    this.#events.onSketch(this.vertices, pointer);
  }

  #finished(layer: DrawnShape): void {
    const geometry = readGeometry(layer);
    layer.remove();
    this.stop();
    this.#events.onFinish(geometry);
  }
}

/** Handles are for the pointer; the keyboard has the crosshair, so they are no stops on its way. */
function quietHandle(layer: L.Layer): void {
  if (!(layer instanceof L.Marker)) return;
  const element = layer.getElement();
  if (element === undefined || !element.classList.contains('marker-icon')) return;
  element.removeAttribute('tabindex');
  element.removeAttribute('role');
  element.setAttribute('aria-hidden', 'true');
}

/** A drawn layer as GeoJSON, rings closed. */
function readGeometry(layer: DrawnShape): LineString | Polygon {
  if (layer instanceof L.Polygon) {
    const [ring = []] = layer.getLatLngs() as L.LatLng[][];
    const corners = ring.map(position);
    const [first] = corners;
    return { type: 'Polygon', coordinates: [first === undefined ? [] : [...corners, first]] };
  }
  return { type: 'LineString', coordinates: (layer.getLatLngs() as L.LatLng[]).map(position) };
}
