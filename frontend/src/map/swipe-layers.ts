import { effect } from '@preact/signals';
import type { Facilities } from '../api/places';
import { answer } from '../session/assessment';
import { boundaryBefore } from '../session/boundary';
import { visibleLayers } from '../session/layers';
import { lens } from '../session/lens';
import { placeLayers } from '../session/place';
import { reach } from '../session/reach';
import { servedPicture } from '../session/served';
import { detours } from '../session/severance';
import { swipeAt, swiping } from '../session/swipe';
import { streetPicture, theme } from '../session/theme';
import { removedFacilities } from '../session/things';
import { EdgeMarks } from './edge-marks';
import { FacilityLayer } from './facility-layer';
import { HomeLayer } from './home-layer';
import { drawBoundary, drawDetour, showServiceNear } from './keep-layers';
import type { MapView } from './map-view';
import { palette } from './palette-signal';
import { ReachLayer } from './reach-layer';
import { StreetValueLayer } from './street-value-layer';

const BEFORE_PANES = [
  'rings-before',
  'flows-before',
  'homes-before',
  'edges-before',
  'facilities-before',
  'edge-icons-before',
] as const;
/** What changes with the proposal; the ground and the names are the same on both sides. */
const AFTER_PANES = [
  'tunnels',
  'rings',
  'flows',
  'homes',
  'edges',
  'routes',
  'edge-icons',
  'drawn',
  'joins',
  'markerPane',
] as const;
/** Whom a place serves is one picture of before and after: it is not cut in two. */
const SERVED_PANES: ReadonlySet<string> = new Set(['rings', 'homes']);
/** Farther than any map is wide. */
const FAR_PX = 100_000;

/** The map in two halves: a second set of layers tells today, and both are cut at the handle. */
export function keepSwiped(view: MapView): void {
  const cut = () => cutPanes(view, swiping.peek() ? swipeAt.peek() : null);
  effect(() => {
    swipeAt.value;
    swiping.value;
    servedPicture.value;
    cut();
  });
  view.map.on('move zoom viewreset resize', cut);
  keepHomesBefore(view);
  keepStreetsBefore(view);
  keepReachBefore(view);
  keepRemovedFacilities(view);
  keepEdgesBefore(view);
}

/** Ways in and barriers as they are today. */
function keepEdgesBefore(view: MapView): void {
  let marks: EdgeMarks | null = null;
  effect(() => {
    const picture = swiping.value ? boundaryBefore.value : null;
    const places = swiping.value ? (detours.value ?? []) : [];
    if (picture !== null || places.length > 0) {
      marks ??= new EdgeMarks(view, 'edges-before', 'edge-icons-before');
    }
    if (marks === null) return;
    drawBoundary(marks, picture);
    for (const place of places) drawDetour(marks, place, true);
  });
}

function cutPanes({ map }: MapView, at: number | null): void {
  const origin = map.containerPointToLayerPoint([0, 0]);
  const x = at === null ? 0 : origin.x + at * map.getSize().x;
  for (const name of BEFORE_PANES) {
    const pane = map.getPane(name);
    if (pane !== undefined) pane.style.clipPath = at === null ? '' : strip(-FAR_PX, x);
  }
  for (const name of AFTER_PANES) {
    const pane = map.getPane(name);
    const whole = at === null || (servedPicture.peek() !== null && SERVED_PANES.has(name));
    if (pane !== undefined) pane.style.clipPath = whole ? '' : strip(x, FAR_PX);
  }
}

/** Panes have no size of their own, so the strip is given corner by corner. */
function strip(from: number, to: number): string {
  const corners = [
    [from, -FAR_PX],
    [to, -FAR_PX],
    [to, FAR_PX],
    [from, FAR_PX],
  ];
  return `polygon(${corners.map(([x, y]) => `${x}px ${y}px`).join(', ')})`;
}

function keepHomesBefore(view: MapView): void {
  let layer: HomeLayer | null = null;
  effect(() => {
    const told = answer.value?.homes;
    const shown = swiping.value && visibleLayers.value.has('homes') && servedPicture.value === null;
    if (!shown || !told) {
      layer?.setVisible(false);
      return;
    }
    layer ??= new HomeLayer(view, 'homes-before');
    layer.setVisible(true);
    if (showServiceNear(layer, true)) return;
    if (theme.value === 'homes') layer.showAnswer(told, lens.value, 'before', palette.value);
    else layer.showQuiet(told, palette.value);
  });
}

function keepStreetsBefore(view: MapView): void {
  let layer: StreetValueLayer | null = null;
  effect(() => {
    const picture = swiping.value ? streetPicture.value : null;
    if (picture !== null) layer ??= new StreetValueLayer(view, 'flows-before');
    layer?.show(picture, 'before', palette.value);
  });
}

function keepReachBefore(view: MapView): void {
  let layer: ReachLayer | null = null;
  effect(() => {
    const rings = swiping.value ? (reach.value?.before ?? []) : [];
    if (rings.length > 0) layer ??= new ReachLayer(view, 'rings-before');
    layer?.show(null, rings, [], palette.value);
  });
}

/** Places the proposal takes away still stand on the left. */
function keepRemovedFacilities(view: MapView): void {
  let layer: FacilityLayer | null = null;
  effect(() => {
    const all = placeLayers.value.facilities;
    const removed = removedFacilities.value;
    const shown = swiping.value && visibleLayers.value.has('facilities') && removed.size > 0;
    if (!shown || all === null) {
      layer?.setVisible(false, false);
      return;
    }
    layer ??= new FacilityLayer(view, 'facilities-before');
    const features = all.features.filter(({ id }) => removed.has(String(id)));
    const standing: Facilities = { ...all, features };
    layer.show(standing, null, new Set(), palette.value);
    layer.setVisible(true, false);
  });
}
