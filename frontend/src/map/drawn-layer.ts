import * as L from 'leaflet';
import type { DrawnGeometry, Intervention } from '../core/proposal';
import { CATEGORY_PATHS, KIND_PATHS } from '../ui/icon-paths';
import { drawnPaths } from './drawn-style';
import { latLng, latLngs } from './lat-lngs';
import type { MapView } from './map-view';

export interface DrawnEvents {
  readonly onSelect: (id: string) => void;
  readonly onMove: (id: string, place: L.LatLng) => void;
  readonly name: (intervention: Intervention) => string;
}

const ICON_PX = 30;

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
    shown.group.eachLayer((layer) => {
      if (layer instanceof L.Polyline) layer.setLatLngs(shapeLatLngs(geometry));
      else if (layer instanceof L.Marker && geometry.type === 'Point') {
        layer.setLatLng(latLng(geometry.coordinates));
      }
    });
  }

  setVisible(visible: boolean): void {
    const pane = this.#view.map.getPane('drawn');
    if (pane !== undefined) pane.style.display = visible ? '' : 'none';
    for (const { group } of this.#groups.values()) {
      group.eachLayer((layer) => {
        if (layer instanceof L.Marker) layer.setOpacity(visible ? 1 : 0);
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
      layer.on('click', (event) => {
        L.DomEvent.stopPropagation(event);
        this.#events.onSelect(intervention.id);
      });
    }
    return L.layerGroup(layers, { pmIgnore: true }).addTo(this.#view.map);
  }

  #shapes(intervention: Intervention, selected: boolean): L.Path[] {
    const halo = { fill: false, weight: 16, className: 'drawn-halo', lineJoin: 'round' } as const;
    const paths = drawnPaths(intervention);
    return [...(selected ? [halo] : []), ...paths].map((options) => {
      const all = { ...options, renderer: this.#view.renderer('drawn'), pmIgnore: true };
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
  const path = (kind === 'facility' ? paths[String(category)] : undefined) ?? paths[kind] ?? '';
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
