import { computed, effect } from '@preact/signals';
import { midway, type Stretch } from '../core/boundary-stretches';
import { type DetourPlace, detourClass, detourFate } from '../core/detour-classes';
import { formatLength } from '../i18n/format';
import { messages } from '../i18n/language';
import { type BoundaryPicture, boundaryPicture } from '../session/boundary';
import { detourRoutes } from '../session/detour-routes';
import { showingBefore } from '../session/lens';
import { servedPicture, servedShown } from '../session/served';
import { serviceNear, servicesNear } from '../session/service-near';
import { detours } from '../session/severance';
import { tripRoutes } from '../session/street-trips';
import { inspected } from '../session/things';
import { EdgeMarks } from './edge-marks';
import type { HomeLayer } from './home-layer';
import type { MapView } from './map-view';
import { palette } from './palette-signal';
import { ReachLayer } from './reach-layer';
import { RouteLayer } from './route-layer';

/** Radius of a place on a barrier, by how far round it is. */
const DETOUR_RADII_PX = [2.5, 4, 6, 8.5] as const;

/** The layers that speak of the area's edge, of places and of trips, kept in step with the session. */
export function keepLayers(view: MapView): void {
  keepBoundary(view);
  keepDetours(view);
  keepServed(view);
  keepTrips(view);
}

function keepBoundary(view: MapView): void {
  const marks = new EdgeMarks(view);
  effect(() => {
    // The line of the area steps back for the stretches drawn along it.
    const pane = view.map.getPane('boundary');
    if (pane !== undefined) pane.style.opacity = boundaryPicture.value === null ? '' : '0.25';
  });
  effect(() => {
    drawBoundary(marks, boundaryPicture.value);
  });
}

/** The stretches between the ways in, the ways, and how long the longest stretch is. */
export function drawBoundary(marks: EdgeMarks, picture: BoundaryPicture | null): void {
  const words = messages.value;
  marks.clear();
  for (const stretch of picture?.stretches ?? []) drawStretch(marks, stretch);
  for (const { lon, lat, state } of picture?.ways ?? []) {
    const [size, shapes] = WAY_GLYPHS[state];
    marks.glyph([lon, lat], `way-mark is-${state}`, size, shapes);
  }
  for (const { line, lengthM, longest } of picture?.stretches ?? []) {
    if (longest) marks.label(midway(line), 'edge-label', formatLength(lengthM, words));
  }
}

/** A dot where one gets in; a plus where one will; a struck ring where one could. */
const WAY_GLYPHS = {
  kept: [14, '<circle r=".62"/>'],
  new: [20, '<circle r=".86"/><path d="M-.45 0H.45M0-.45V.45"/>'],
  closed: [20, '<circle r=".72"/><path d="M-.95.95L.95-.95"/>'],
} as const;

/** Short stretches are a plain line, long ones a fence across which nobody gets. */
function drawStretch(marks: EdgeMarks, { line, tooLong, longest }: Stretch): void {
  const shown = longest ? ' is-longest' : '';
  marks.line(line, `gap-line${tooLong ? ' is-long' : ''}${shown}`, { weight: tooLong ? 4 : 3 });
  if (tooLong) marks.line(line, `gap-fence${shown}`, { weight: 13, dashArray: '2 8' });
}

function keepDetours(view: MapView): void {
  const marks = new EdgeMarks(view);
  const routes = new RouteLayer(view);
  effect(() => {
    const before = showingBefore.value;
    marks.clear();
    const chosen = inspected.value;
    for (const place of detours.value ?? []) drawDetour(marks, place, before);
    if (chosen?.type === 'mark' && chosen.meaning.kind === 'detour') {
      const { from, to } = chosen.meaning.place;
      marks.line([[...from], [...to]], 'detour-across', { weight: 2.4, dashArray: '2 4' });
    }
  });
  effect(() => {
    const told = detourRoutes.value;
    const after = showingBefore.value ? null : (told?.after ?? null);
    routes.show(told?.before ?? null, after, told?.longer ?? false);
  });
}

export function drawDetour(marks: EdgeMarks, place: DetourPlace, before: boolean): void {
  const step = detourClass(before ? place.beforeM : place.afterM, place.straightM);
  const fate = before ? 'same' : detourFate(place);
  marks.dot([...place.position], `detour-dot step-${step} is-${fate}`, DETOUR_RADII_PX[step] ?? 3);
}

function keepServed(view: MapView): void {
  const rings = new ReachLayer(view);
  // Of its own, so that the rings stay while nothing about them changes.
  const shown = computed(() => ({ told: servedShown.value, before: showingBefore.value }));
  effect(() => {
    const { told, before } = shown.value;
    if (told === null) {
      rings.show(null, [], [], palette.value);
      return;
    }
    const now = before ? told.before : told.after;
    const earlier = before || told.before === told.after ? null : told.before;
    // One ring alone is drawn lightly: it lies under the homes that the layer is about.
    const light = { ...palette.value, time: palette.value.time.slice(2) };
    rings.show(null, now === null ? [] : [now], earlier === null ? [] : [earlier], light);
  });
}

/** Colour the homes by what they are to a place, while one is asked about; false while none is. */
export function showServedHomes(homes: HomeLayer): boolean {
  const picture = servedPicture.value;
  if (picture === null) return false;
  homes.showServed(picture.homes, picture.roles, palette.value);
  return true;
}

/** The homes tell what leaves near them while the map speaks of that. */
export function showServiceNear(homes: HomeLayer, isBefore: boolean): boolean {
  const told = serviceNear.told.value;
  const services = servicesNear.value;
  if (told === null || services === null) return false;
  homes.showService(told.homes, services, isBefore, palette.value);
  return true;
}

/** The ways of the trips along the street that is asked about. */
function keepTrips(view: MapView): void {
  const layer = new RouteLayer(view);
  effect(() => {
    const told = tripRoutes.value;
    const after = showingBefore.value ? null : (told?.after ?? null);
    layer.show(told?.before ?? null, after, told?.longer ?? false);
  });
}
