import * as L from 'leaflet';
import type { DrawnGeometry, Intervention } from '../core/proposal';
import { CATEGORY_PATHS, KIND_PATHS } from '../ui/icon-paths';
import { type DrawnPath, drawnPaths } from './drawn-style';
import { latLng, latLngs } from './lat-lngs';
import type { MapView } from './map-view';
import { spanEnds } from './span-ends';

export interface DrawnEvents {
  readonly onSelect: (id: string, place: L.LatLng) => void;
  readonly onMove: (id: string, place: L.LatLng) => void;
  /** A hand is put on a line or a surface. */
  readonly onGrab: (intervention: Intervention, event: PointerEvent) => void;
  /** The pointer is over a change, or over none any more. */
  readonly onPoint?: (id: string | null) => void;
  readonly name: (intervention: Intervention) => string;
}

const ICON_PX = 30;

/** A wall at the end of a bridge, or the mouth of a tunnel: no part of the line itself. */
class SpanEnd extends L.Polyline {}

/** Where a drawn line of buses stops. */
class StopDot extends L.CircleMarker {}

const SPAN_END_STROKES = [
  { className: 'span-end-casing', weight: 6 },
  { className: 'span-end', weight: 3 },
] as const;

/** Everything drawn, as shapes of the page: few, crisp, and restyled by the style sheet. */
export class DrawnLayer {
  readonly #view: MapView;
  readonly #events: DrawnEvents;
  readonly #groups = new Map<
    string,
    { drawn: Intervention; selected: boolean; group: L.LayerGroup }
  >();

  constructor(view: MapView, events: DrawnEvents) {
    this.#view = view;
    this.#events = events;
    addPatterns(view.renderer('drawn'), view.map);
    // What stands at the ends of a bridge is as large on the screen at every zoom.
    view.map.on('zoomend', () => this.#replaceEnds());
  }

  /** Show these changes; a change that stayed the same keeps its shapes. */
  show(interventions: readonly Intervention[], selectedId: string | null, movable: boolean): void {
    const wanted = new Map(interventions.map((intervention) => [intervention.id, intervention]));
    for (const [id, { drawn, selected, group }] of this.#groups) {
      if (wanted.get(id) === drawn && selected === (id === selectedId)) continue;
      group.remove();
      this.#groups.delete(id);
    }
    for (const intervention of interventions) {
      if (this.#groups.has(intervention.id)) continue;
      const selected = intervention.id === selectedId;
      const group = this.#draw(intervention, selected, selected && movable);
      this.#groups.set(intervention.id, { drawn: intervention, selected, group });
    }
  }

  /** Show a shape where the hand has it now, before it is let go. */
  preview(id: string, geometry: DrawnGeometry): void {
    const shown = this.#groups.get(id);
    if (shown === undefined) return;
    this.#placeEnds(shown.group, geometry, shown.drawn.properties.grade);
    const corners = shapeLatLngs(geometry);
    let corner = 0;
    shown.group.eachLayer((layer) => {
      if (layer instanceof SpanEnd) return;
      if (layer instanceof StopDot) layer.setLatLng(corners[corner++] ?? layer.getLatLng());
      if (layer instanceof L.Polyline) layer.setLatLngs(shapeLatLngs(geometry));
      else if (layer instanceof L.Marker && geometry.type === 'Point') {
        layer.setLatLng(latLng(geometry.coordinates));
      }
    });
  }

  setVisible(visible: boolean): void {
    for (const name of ['drawn', 'tunnels']) {
      const pane = this.#view.map.getPane(name);
      if (pane !== undefined) pane.style.display = visible ? '' : 'none';
    }
    for (const { group } of this.#groups.values()) {
      group.eachLayer((layer) => {
        if (layer instanceof L.Marker) layer.setOpacity(visible ? 1 : 0);
      });
    }
  }

  /** Mark the change that is pointed at elsewhere. */
  highlight(pointed: string | null): void {
    for (const [id, { group }] of this.#groups) {
      group.eachLayer((layer) => {
        const shape =
          layer instanceof L.Path || layer instanceof L.Marker ? layer.getElement() : undefined;
        shape?.classList.toggle('is-pointed', id === pointed);
      });
    }
  }

  #draw(intervention: Intervention, selected: boolean, movable: boolean): L.LayerGroup {
    const { geometry } = intervention;
    const layers =
      geometry.type === 'Point'
        ? [this.#marker(intervention, selected, movable)]
        : this.#shapes(intervention, selected);
    for (const layer of layers) {
      layer.on('click', (event: L.LeafletMouseEvent) => {
        L.DomEvent.stopPropagation(event);
        this.#events.onSelect(intervention.id, event.latlng);
      });
      layer.on('mouseover', () => this.#events.onPoint?.(intervention.id));
      layer.on('mouseout', () => this.#events.onPoint?.(null));
    }
    const group = L.layerGroup(layers, { pmIgnore: true }).addTo(this.#view.map);
    this.#placeEnds(group, geometry, intervention.properties.grade);
    if (selected && geometry.type !== 'Point') this.#listenForHand(intervention, layers);
    return group;
  }

  #listenForHand(intervention: Intervention, layers: readonly L.Layer[]): void {
    for (const layer of layers) {
      const element = layer instanceof L.Path ? layer.getElement() : undefined;
      element?.classList.add('drawn-held');
      element?.addEventListener('pointerdown', (event) =>
        this.#events.onGrab(intervention, event as PointerEvent),
      );
    }
  }

  #replaceEnds(): void {
    for (const { drawn, group } of this.#groups.values()) {
      this.#placeEnds(group, drawn.geometry, drawn.properties.grade);
    }
  }

  /** Abutments of a bridge and mouths of a tunnel, where the line now ends. */
  #placeEnds(group: L.LayerGroup, geometry: DrawnGeometry, grade: unknown): void {
    if (geometry.type !== 'LineString' || (grade !== 'bridge' && grade !== 'tunnel')) return;
    const old = group.getLayers().filter((layer) => layer instanceof SpanEnd);
    for (const layer of old) group.removeLayer(layer);
    const renderer = this.#view.renderer('drawn');
    for (const line of spanEnds(this.#view.map, latLngs(geometry.coordinates), grade)) {
      for (const { className, weight } of SPAN_END_STROKES) {
        const options = { renderer, className, weight, fill: false, interactive: false };
        group.addLayer(new SpanEnd(line, { ...options, pmIgnore: true }));
      }
    }
  }

  #shapes(intervention: Intervention, selected: boolean): L.Path[] {
    const halo: DrawnPath = { fill: false, weight: 16, className: 'drawn-halo', lineJoin: 'round' };
    const paths = drawnPaths(intervention);
    return [
      ...this.#lines(intervention, [...(selected ? [halo] : []), ...paths]),
      ...this.#stops(intervention),
    ];
  }

  /** A line of buses stops at each of its corners. */
  #stops({ geometry, properties }: Intervention): L.Path[] {
    const isLine = properties.kind === 'service' || properties.kind === 'service_change';
    if (!isLine || geometry.type !== 'LineString') return [];
    const renderer = this.#view.renderer('drawn');
    return latLngs(geometry.coordinates).map(
      (place) =>
        new StopDot(place, { renderer, radius: 5, className: 'drawn-stop', pmIgnore: true }),
    );
  }

  #lines(intervention: Intervention, paths: readonly DrawnPath[]): L.Path[] {
    return paths.map(({ under, ...options }) => {
      const renderer = this.#view.renderer(under === true ? 'tunnels' : 'drawn');
      const all = { ...options, renderer, pmIgnore: true };
      return intervention.geometry.type === 'Polygon'
        ? L.polygon(shapeLatLngs(intervention.geometry), all)
        : L.polyline(shapeLatLngs(intervention.geometry), all);
    });
  }

  #marker(intervention: Intervention, selected: boolean, movable: boolean): L.Marker {
    const { geometry, properties } = intervention;
    const place = geometry.type === 'Point' ? latLng(geometry.coordinates) : L.latLng(0, 0);
    const name = this.#events.name(intervention);
    const marker = L.marker(place, {
      icon: drawnIcon(properties.kind, properties.category, selected),
      draggable: movable,
      title: name,
      alt: name,
      pmIgnore: true,
    });
    marker.on('dragend', () => this.#events.onMove(intervention.id, marker.getLatLng()));
    return marker;
  }
}

function shapeLatLngs(geometry: DrawnGeometry): L.LatLng[] {
  if (geometry.type === 'LineString') return latLngs(geometry.coordinates);
  if (geometry.type === 'Polygon') return latLngs((geometry.coordinates[0] ?? []).slice(0, -1));
  return [latLng(geometry.coordinates)];
}

function drawnIcon(kind: string, category: unknown, selected: boolean): L.DivIcon {
  const paths: Readonly<Record<string, string>> = { ...KIND_PATHS, ...CATEGORY_PATHS };
  const own: Readonly<Record<string, string>> = KIND_PATHS;
  const path = (kind === 'facility' ? paths[String(category)] : own[kind]) ?? paths[kind] ?? '';
  const state = `${kind === 'facility_removal' ? ' is-removed' : ''}${selected ? ' is-selected' : ''}`;
  return L.divIcon({
    className: `drawn-icon${state}`,
    iconSize: [ICON_PX, ICON_PX],
    html: `<svg viewBox="0 0 24 24" aria-hidden="true"><path d="${path}"/></svg>`,
  });
}

/** A hatch for what goes and a light dotting for what comes, usable as a fill. */
function addPatterns(renderer: L.Renderer, map: L.Map): void {
  renderer.addTo(map);
  const svg = map.getPane('drawn')?.querySelector('svg');
  svg?.insertAdjacentHTML(
    'afterbegin',
    `<defs>
      <pattern id="hatch-removed" width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="9" height="9" class="hatch-ground"/><line y2="9" class="hatch-line"/>
      </pattern>
    </defs>`,
  );
}
