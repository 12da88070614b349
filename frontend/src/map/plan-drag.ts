import * as L from 'leaflet';
import { movedTo, type Placement, toPlane } from '../core/placement';
import type { PlanUnderlay } from '../core/underlay';
import { rememberPlacement } from '../session/plans';
import { position } from './lat-lngs';

/** Let a plan be dragged as a whole; gives what ends that. */
export function dragWhole(
  map: L.Map,
  image: HTMLImageElement,
  plan: () => PlanUnderlay | null,
  onMove: (placement: Placement) => void,
): () => void {
  let held: { readonly x: number; readonly y: number; readonly from: Placement } | null = null;
  const under = (event: PointerEvent) => toPlane(position(map.mouseEventToLatLng(event)));
  const take = (event: PointerEvent) => {
    const now = plan();
    if (event.button !== 0 || now === null) return;
    L.DomEvent.stop(event);
    image.setPointerCapture(event.pointerId);
    rememberPlacement(now);
    held = { ...under(event), from: now.placement };
  };
  const move = (event: PointerEvent) => {
    if (held === null) return;
    const { x, y } = under(event);
    onMove(movedTo(held.from, held.from.x + x - held.x, held.from.y + y - held.y));
  };
  const letGo = () => {
    held = null;
  };
  const listeners = {
    pointerdown: take,
    pointermove: move,
    pointerup: letGo,
    pointercancel: letGo,
    // Leaflet hears these as well; a plan in hand is no ground to pan or to ask about.
    mousedown: L.DomEvent.stop,
    touchstart: L.DomEvent.stopPropagation,
    click: L.DomEvent.stopPropagation,
  } as const;
  for (const [name, heard] of Object.entries(listeners)) {
    image.addEventListener(name, heard as EventListener, { passive: false });
  }
  image.classList.add('is-in-hand');
  return () => {
    for (const [name, heard] of Object.entries(listeners)) {
      image.removeEventListener(name, heard as EventListener);
    }
    image.classList.remove('is-in-hand');
  };
}
