import { effect, untracked } from '@preact/signals';
import * as L from 'leaflet';
import type { LayerUse } from '../core/drawing-file';
import { onMap, toLonLat } from '../core/placement';
import type { LinesUnderlay, PlanUnderlay } from '../core/underlay';
import { tool } from '../session/drawing';
import { intake } from '../session/intake';
import { lookAt, placeTaker } from '../session/place-taker';
import { fitting, stopFitting } from '../session/plans';
import { alterUnderlay, chosenPlan, chosenUnderlayId, underlays } from '../session/underlays';
import { selectedId } from '../session/workspace';
import { freeGround, freePart } from './free-part';
import { latLng } from './lat-lngs';
import type { MapView } from './map-view';
import { palette } from './palette-signal';
import { dragWhole } from './plan-drag';
import { PlanHandles } from './plan-handles';
import { PlanLayer } from './plan-layer';
import { ShapesLayer, type ShapesStyle } from './shapes-layer';

const MARK_PX = 9;
const CLOSE_ZOOM = 18;

/** What comes from files, on the map: underlays, what a file was understood to hold, and handles. */
export function keepUnderlayStage(view: MapView): void {
  const plans = new Map<string, PlanLayer>();
  keepPlans(view, plans);
  keepLines(view);
  keepHandles(view, plans);
  keepFound(view);
  keepFittingMarks(view);
  keepLooking(view);
  keepHandFree(view);
}

function keepPlans(view: MapView, layers: Map<string, PlanLayer>): void {
  const pane = view.map.getPane('plans');
  if (pane === undefined) return;
  effect(() => {
    const fits = fitting.value;
    const shown = underlays.value.filter((one): one is PlanUnderlay => one.type === 'plan');
    for (const [id, layer] of layers) {
      if (shown.some((plan) => plan.id === id)) continue;
      layer.remove();
      layers.delete(id);
    }
    for (const plan of shown) {
      const layer = layers.get(plan.id) ?? new PlanLayer(view.map, pane, plan);
      layers.set(plan.id, layer);
      // While places are pointed out on the map below, the plan steps back.
      const behind = fits?.id === plan.id && fits.plan.length === 2;
      layer.show({ ...plan, opacity: behind ? 0.15 : plan.opacity });
    }
  });
}

function keepLines(view: MapView): void {
  const layers = new Map<string, { readonly drawn: LinesUnderlay; readonly layer: ShapesLayer }>();
  let inColour = '';
  effect(() => {
    const colour = palette.value.facilityInk;
    const shown = underlays.value.filter((one): one is LinesUnderlay => one.type === 'lines');
    for (const [id, { drawn, layer }] of layers) {
      if (shown.includes(drawn) && colour === inColour) continue;
      layer.remove();
      layers.delete(id);
    }
    inColour = colour;
    for (const drawn of shown) {
      if (layers.has(drawn.id)) continue;
      const layer = new ShapesLayer(view, 'underlays');
      layers.set(drawn.id, { drawn, layer });
      if (drawn.visible) layer.add(drawn.features, underlayStyle(colour, drawn.opacity));
    }
  });
}

function underlayStyle(colour: string, opacity: number): ShapesStyle {
  return { colour, weight: 1.2, fillOpacity: 0.08, opacity };
}

/** The plan in hand has handles, and can be dragged, as long as it is seen and not locked. */
function keepHandles(view: MapView, layers: ReadonlyMap<string, PlanLayer>): void {
  let handles: PlanHandles | null = null;
  let letGo: (() => void) | null = null;
  let inHand: string | null = null;
  effect(() => {
    const plan = chosenPlan.value;
    const free = plan?.visible && !plan.locked && fitting.value === null ? plan : null;
    if (free?.id !== inHand) {
      handles?.remove();
      letGo?.();
      handles = letGo = null;
      inHand = free?.id ?? null;
      const layer = inHand === null ? undefined : layers.get(inHand);
      if (free !== null && layer !== undefined) {
        const lay = (placement: PlanUnderlay['placement']) => alterUnderlay(free.id, { placement });
        handles = untracked(() => new PlanHandles(view, free, lay));
        letGo = dragWhole(view.map, layer.image, () => chosenPlan.peek(), lay);
      }
    } else if (free !== null) handles?.show(free);
  });
}

/** What a file was understood to hold, in the colour of what each layer will be. */
function keepFound(view: MapView): void {
  const layer = new ShapesLayer(view, 'found');
  effect(() => {
    layer.clear();
    const now = intake.value;
    if (now.kind !== 'found') return;
    for (const [index, { features }] of now.file.layers.entries()) {
      layer.add(features, foundStyle(now.uses[index] ?? 'nothing'));
    }
  });
}

function foundStyle(use: LayerUse): ShapesStyle {
  const { accent, facilityInk } = palette.value;
  if (use === 'nothing') {
    return { colour: facilityInk, weight: 1, dashArray: '1 5', fillOpacity: 0, opacity: 0.45 };
  }
  return use === 'underlay'
    ? { colour: facilityInk, weight: 1.4, fillOpacity: 0.1, opacity: 0.9 }
    : { colour: accent, weight: 3, dashArray: '7 4', fillOpacity: 0.16, opacity: 1 };
}

/** The places that are pointed out while a plan is fitted: ringed on the plan, filled on the map. */
function keepFittingMarks(view: MapView): void {
  const group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  effect(() => {
    group.clearLayers();
    const now = fitting.value;
    const taking = placeTaker.value !== null;
    view.map.getContainer().classList.toggle('is-taking-places', taking);
    const plan = untracked(() => chosenPlan.value);
    if (now === null || plan === null) return;
    const onPlan = now.plan.map(([u, v]) => onMap(plan.placement, u, v));
    for (const [className, places] of [
      ['fit-mark', onPlan],
      ['fit-mark is-map', now.map],
    ] as const) {
      for (const [index, place] of places.entries()) {
        const mark = L.circleMarker(latLng(toLonLat(place)), {
          renderer: view.renderer('handles'),
          radius: MARK_PX,
          className,
          interactive: false,
          pmIgnore: true,
        });
        mark.bindTooltip(String(index + 1), {
          permanent: true,
          direction: 'center',
          className: `fit-number${className.includes('map') ? ' is-map' : ''}`,
        });
        group.addLayer(mark);
      }
    }
  });
}

/** Go where the panel points. */
function keepLooking(view: MapView): void {
  const mark = L.circleMarker([0, 0], {
    renderer: view.renderer('handles'),
    radius: 14,
    className: 'look-mark',
    interactive: false,
    pmIgnore: true,
  });
  effect(() => {
    const asked = lookAt.value;
    mark.remove();
    if (asked === null) return;
    if ('place' in asked) {
      const place = latLng(asked.place);
      mark.setLatLng(place).addTo(view.map);
      view.map.setView(place, Math.max(CLOSE_ZOOM, view.map.getZoom()), { animate: false });
    } else untracked(() => showBox(view, asked.bbox));
  });
  effect(() => {
    if (intake.value.kind !== 'found' && intake.value.kind !== 'refused') mark.remove();
  });
}

/** A hand holds one thing: a plan is put down for a tool, for a drawing, or by Escape. */
function keepHandFree(view: MapView): void {
  const putDown = () => {
    stopFitting();
    chosenUnderlayId.value = null;
  };
  effect(() => {
    if (tool.value !== null || selectedId.value !== null) untracked(putDown);
  });
  view.map.getContainer().addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') putDown();
  });
}

function showBox(
  view: MapView,
  [west, south, east, north]: readonly [number, number, number, number],
) {
  const { map } = view;
  const bounds = L.latLngBounds([south, west], [north, east]);
  if (freeGround(map).contains(bounds)) return;
  const { topLeft, bottomRight } = freePart(map);
  map.fitBounds(bounds, {
    animate: false,
    maxZoom: CLOSE_ZOOM,
    paddingTopLeft: topLeft,
    paddingBottomRight: bottomRight,
  });
}
