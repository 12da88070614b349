import { effect } from '@preact/signals';
import type { Polygon, Position } from 'geojson';
import * as L from 'leaflet';
import type { Areas } from '../api/places';
import type { MapPlace } from '../core/page-address';
import { shortcutAt } from '../core/shortcuts';
import { middleOf, type Surface } from '../core/surface';
import { keepGroundWhereItLooks } from './bbox-ground';
import { showDenmark } from './denmark-layer';
import { GeomanAdapter } from './draw/geoman-adapter';
import { latLng, polygonLatLngs } from './lat-lngs';
import { MapView } from './map-view';
import { palette } from './palette-signal';

const FURTHEST_ZOOM = 6.5;
/** From here on an area is more than a dot. */
const NEAR_ZOOM = 12;
const DENMARK: L.LatLngBoundsLiteral = [
  [54.5, 8],
  [57.8, 13],
];
const STEP_PX = 20;
const LONG_STEP_PX = 100;
const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

export interface BorderEvents {
  /** Corners set so far. */
  readonly onCorners: (corners: readonly Position[]) => void;
  readonly onBorder: (border: Polygon) => void;
  readonly onTooFew: () => void;
}

/** A map on which one border is drawn, by mouse, touch or keys, and then taken hold of. */
export class BorderMap {
  readonly view: MapView;
  readonly #adapter: GeomanAdapter;
  readonly #events: BorderEvents;
  readonly #stops: (() => void)[];
  readonly #line: L.Polygon;

  constructor(container: HTMLElement, events: BorderEvents) {
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.#events = events;
    this.view = new MapView(container, reducedMotion, FURTHEST_ZOOM);
    const { map } = this.view;
    map.fitBounds(DENMARK, { animate: false });
    this.#adapter = new GeomanAdapter(map, {
      onSketch: (corners) => events.onCorners(corners),
      onFinish: (geometry) => events.onBorder(geometry as Polygon),
      onCancel: () => this.begin(),
      bend: (place) => place,
    });
    this.#line = L.polygon([], {
      renderer: this.view.renderer('boundary'),
      interactive: false,
      weight: 2.6,
      fillOpacity: 0.14,
      pmIgnore: true,
    }).addTo(map);
    this.#stops = [
      showDenmark(this.view),
      keepGroundWhereItLooks(this.view),
      effect(() => {
        this.#line.setStyle({ color: palette.value.ink });
      }),
    ];
    map.keyboard.disable();
    container.addEventListener('keydown', (event) => {
      if (this.#press(event)) event.preventDefault();
    });
    // Before the hand is over the map, nothing stands for it there.
    container.classList.add('is-untouched');
    map.on('mousemove', ({ originalEvent }) => {
      container.classList.remove('is-untouched');
      if (originalEvent !== undefined) container.classList.remove('has-crosshair');
    });
  }

  /** The areas that are there already: a border cannot go over them. */
  showOthers(areas: Areas | null, except: string | null): void {
    for (const area of areas?.features ?? []) {
      if (area.id === except) continue;
      L.polygon(polygonLatLngs(area.geometry as Surface), {
        renderer: this.view.renderer('boundary'),
        interactive: false,
        className: 'other-area',
        weight: 1.5,
        pmIgnore: true,
      }).addTo(this.view.map);
      // Seen from afar it is a point.
      L.circleMarker(latLng(middleOf(area.geometry as Surface)), {
        renderer: this.view.renderer('boundary'),
        interactive: false,
        className: 'other-area-far',
        radius: 4,
        pmIgnore: true,
      }).addTo(this.view.map);
    }
    this.view.map.on('zoomend', () => this.#markFar());
    this.#markFar();
  }

  #markFar(): void {
    const isFar = this.view.map.getZoom() < NEAR_ZOOM;
    this.view.map.getContainer().classList.toggle('is-far', isFar);
  }

  look(at: MapPlace): void {
    this.view.showPlace(at);
  }

  zoom(steps: number): void {
    this.view.map.setZoom(this.view.map.getZoom() + steps);
  }

  /** Show a border and let its corners be moved; null begins a new one. */
  show(border: Surface | null): void {
    this.#adapter.endReshape();
    this.#line.setLatLngs(border === null ? [] : polygonLatLngs(border));
    if (border === null) {
      this.begin();
      return;
    }
    this.#adapter.stop();
    this.#mark(false);
    if (border.type !== 'Polygon') return;
    this.#adapter.reshape(
      border,
      (moved) => this.#line.setLatLngs(polygonLatLngs(moved as Polygon)),
      (moved) => this.#events.onBorder(moved as Polygon),
    );
  }

  showWhole(border: Surface): void {
    const bounds = L.latLngBounds(polygonLatLngs(border).flat(2));
    this.view.map.fitBounds(bounds.pad(0.5), { animate: false, maxZoom: 16 });
  }

  begin(): void {
    this.#adapter.start('Polygon');
    this.#mark(true);
    this.#events.onCorners([]);
  }

  finish(): void {
    if (!this.#adapter.finish()) this.#events.onTooFew();
  }

  removeLast(): void {
    this.#adapter.removeLast();
  }

  leave(): void {
    for (const stop of this.#stops) stop();
    this.#adapter.stop();
    this.view.map.remove();
  }

  #mark(isDrawing: boolean): void {
    this.view.map.getContainer().classList.toggle('is-drawing', isDrawing);
  }

  #press(event: KeyboardEvent): boolean {
    const { map } = this.view;
    const step = STEPS[event.key];
    if (step !== undefined && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const px = event.shiftKey ? LONG_STEP_PX : STEP_PX;
      map.getContainer().classList.add('has-crosshair');
      map.panBy([step[0] * px, step[1] * px], { animate: false });
      this.#adapter.pointAt(map.getCenter());
      return true;
    }
    const onMap = shortcutAt('map', event);
    if (onMap === 'zoomIn' || onMap === 'zoomOut') {
      this.zoom(onMap === 'zoomIn' ? 1 : -1);
      return true;
    }
    return this.#adapter.drawing && this.#pressDrawing(event);
  }

  #pressDrawing(event: KeyboardEvent): boolean {
    const { map } = this.view;
    switch (shortcutAt('drawing', event)) {
      case 'setPoint':
        map.getContainer().classList.add('has-crosshair');
        this.#adapter.addAt(map.getCenter());
        return true;
      case 'finish':
        this.#finishAtCrosshair();
        return true;
      case 'removeLast':
        this.#adapter.removeLast();
        return true;
      case 'cancel':
        this.begin();
        return true;
      default:
        return false;
    }
  }

  /** The corner under the crosshair belongs to the border, as on the map of an area. */
  #finishAtCrosshair(): void {
    const { map } = this.view;
    const last = this.#adapter.vertices.at(-1);
    const here = map.latLngToContainerPoint(map.getCenter());
    const isThere =
      last !== undefined && here.distanceTo(map.latLngToContainerPoint(latLng(last))) < 2;
    if (map.getContainer().classList.contains('has-crosshair') && !isThere) {
      this.#adapter.addAt(map.getCenter());
      return;
    }
    this.finish();
  }
}
