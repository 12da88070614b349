import * as L from 'leaflet';
import {
  cornersOf,
  dragCorner,
  movedTo,
  type Placement,
  type PlanePoint,
  toLonLat,
  toPlane,
} from '../core/placement';
import type { PlanUnderlay } from '../core/underlay';
import { messages } from '../i18n/language';
import { nudgePlan, rememberPlacement } from '../session/plans';
import { latLng, position } from './lat-lngs';
import type { MapView } from './map-view';

const CORNER_PX = 18;
const WHOLE_PX = 30;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};
const MOVE_ICON =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M12 3v18M3 12h18M9 6l3-3l3 3M9 18l3 3l3-3M6 9l-3 3l3 3M18 9l3 3l-3 3"/></svg>';

/** Five handles on a plan: a corner turns and sizes it, the middle moves it; by hand or by keys. */
export class PlanHandles {
  readonly #view: MapView;
  readonly #onMove: (placement: Placement) => void;
  readonly #corners: readonly L.Marker[];
  readonly #whole: L.Marker;
  readonly #frame: L.Polygon;
  #plan: PlanUnderlay;
  /** The handle under the hand is where the hand is; it is not put anywhere else. */
  #held: L.Marker | null = null;

  constructor(view: MapView, plan: PlanUnderlay, onMove: (placement: Placement) => void) {
    this.#view = view;
    this.#plan = plan;
    this.#onMove = onMove;
    const words = messages.peek().intake;
    this.#frame = L.polygon([], {
      renderer: view.renderer('handles'),
      className: 'plan-frame',
      fill: false,
      interactive: false,
      pmIgnore: true,
    }).addTo(view.map);
    this.#corners = [0, 1, 2, 3].map((index) => this.#corner(index, words.handles[index] ?? ''));
    this.#whole = this.#handle('plan-handle is-whole', WHOLE_PX, words.handleWhole, MOVE_ICON);
    this.#whole.on('drag', () => {
      const { x, y } = planePoint(this.#whole);
      this.#onMove(movedTo(this.#plan.placement, x, y));
    });
    this.#listenToKeys(this.#whole, () => null);
    this.show(plan);
  }

  show(plan: PlanUnderlay): void {
    this.#plan = plan;
    const corners = cornersOf(plan.placement, plan);
    this.#frame.setLatLngs(corners.map(onGround));
    for (const [index, marker] of this.#corners.entries()) {
      const corner = corners[index];
      if (corner !== undefined && marker !== this.#held) marker.setLatLng(onGround(corner));
    }
    if (this.#whole !== this.#held) this.#whole.setLatLng(onGround(plan.placement));
  }

  remove(): void {
    for (const marker of [...this.#corners, this.#whole]) marker.remove();
    this.#frame.remove();
  }

  #corner(index: number, label: string): L.Marker {
    const marker = this.#handle('plan-handle', CORNER_PX, label, '');
    marker.on('drag', () => {
      this.#onMove(dragCorner(this.#plan.placement, this.#plan, index, planePoint(marker)));
    });
    this.#listenToKeys(marker, () => {
      const at = cornersOf(this.#plan.placement, this.#plan)[index];
      return at === undefined ? null : { index, at };
    });
    return marker;
  }

  #handle(className: string, sizePx: number, label: string, html: string): L.Marker {
    const marker = L.marker(onGround(this.#plan.placement), {
      icon: L.divIcon({ className, iconSize: [sizePx, sizePx], html }),
      pane: 'handles',
      draggable: true,
      autoPan: false,
      pmIgnore: true,
      zIndexOffset: 1000,
    }).addTo(this.#view.map);
    const element = marker.getElement();
    element?.setAttribute('aria-label', `${label}. ${messages.peek().intake.handleKeys}`);
    marker.on('dragstart', () => {
      rememberPlacement(this.#plan);
      this.#held = marker;
    });
    marker.on('dragend', () => {
      this.#held = null;
      this.show(this.#plan);
    });
    // What is asked of a handle is not asked of the ground below it.
    marker.on('click', (event) => L.DomEvent.stopPropagation(event));
    return marker;
  }

  #listenToKeys(
    marker: L.Marker,
    corner: () => { readonly index: number; readonly at: PlanePoint } | null,
  ): void {
    marker.getElement()?.addEventListener('keydown', (event) => {
      const step = ARROWS[event.key];
      if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      const metres = event.shiftKey ? 10 : 1;
      nudgePlan(this.#plan, corner(), step[0] * metres, step[1] * metres);
    });
  }
}

function onGround(point: PlanePoint): L.LatLng {
  return latLng(toLonLat(point));
}

function planePoint(marker: L.Marker): PlanePoint {
  return toPlane(position(marker.getLatLng()));
}
