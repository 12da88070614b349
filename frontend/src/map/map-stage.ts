import { computed, effect } from '@preact/signals';
import * as L from 'leaflet';
import { readTileUrl } from '../api/places';
import { changeGeometry } from '../core/actions/change-geometry';
import { changeProperties } from '../core/actions/change-properties';
import type { Issue } from '../core/issue';
import { journeyLine, shownJourney } from '../core/journeys';
import { SKETCH_ID } from '../core/sketch';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { DragShape } from '../modes/drag-shape';
import { DrawMode } from '../modes/draw-mode';
import { listenToKeys } from '../modes/keyboard';
import { PickMode } from '../modes/pick-mode';
import { SelectMode } from '../modes/select-mode';
import { SplitMode } from '../modes/split-mode';
import { answer, errors, issues, joins } from '../session/assessment';
import { takeFeature } from '../session/comment-writing';
import { cutting } from '../session/cutting';
import { sketchIssues, sketchJoins, tool } from '../session/drawing';
import { highlightedId } from '../session/highlight';
import { journeys } from '../session/journeys';
import { visibleLayers } from '../session/layers';
import { lens, showingBefore } from '../session/lens';
import { address, mapPlace } from '../session/navigation';
import { nudged, nudgedPoint } from '../session/nudge';
import { area, placeLayers } from '../session/place';
import { REACH, reach, reachFrom } from '../session/reach';
import { SERVICE } from '../session/service-near';
import { showing } from '../session/showing';
import { swiping } from '../session/swipe';
import { streetPicture, streetTell, theme } from '../session/theme';
import { inspected, removedFacilities } from '../session/things';
import { timetable } from '../session/timetable';
import { story } from '../session/why';
import { act, interventions, locked, selectedId } from '../session/workspace';
import { BarrierLayer } from './barrier-layer';
import { BoundaryLayer } from './boundary-layer';
import { DrawnLayer } from './drawn-layer';
import { FacilityLayer } from './facility-layer';
import { HomeLayer, type HomesTell } from './home-layer';
import { IssueLayer, type IssueOffer } from './issue-layer';
import { JoinLayer } from './join-layer';
import { keepEditing } from './keep-editing';
import { keepLayers, showServedHomes, showServiceNear } from './keep-layers';
import { LandLayer } from './land-layer';
import { latLng, position } from './lat-lngs';
import { LineLayer } from './line-layer';
import { keepMapScale } from './map-scale';
import { MapView } from './map-view';
import { NameLayer } from './name-layer';
import { palette } from './palette-signal';
import { keepPointed } from './pointed-layer';
import { ReachLayer } from './reach-layer';
import { RouteLayer } from './route-layer';
import { StreetLayer } from './street-layer';
import { StreetValueLayer } from './street-value-layer';
import { keepSwiped } from './swipe-layers';
import { keepTalk } from './talk-layers';
import { keepUnderlaysWhenWanted } from './underlays-when-wanted';

/** Issues that are worth an interruption while the hand still draws. */
const SHOWN_WHILE_DRAWING = new Set(['crosses_barrier', 'self_crossing']);

/** The map with everything on it, kept in step with the session. */
export class MapStage {
  static #only: MapStage | null = null;

  readonly container = document.createElement('div');
  readonly view: MapView;
  readonly draw: DrawMode;
  readonly select: SelectMode;

  /** The map, once the page has one. */
  static get current(): MapStage | null {
    return MapStage.#only;
  }

  /** The page has one map; it is moved into the frame that asks for it. */
  static in(frame: HTMLElement): MapStage {
    MapStage.#only ??= new MapStage(frame);
    frame.append(MapStage.#only.container);
    MapStage.#only.view.map.invalidateSize({ pan: false });
    return MapStage.#only;
  }

  private constructor(frame: HTMLElement) {
    const { container } = this;
    container.id = 'map';
    container.className = 'map';
    container.setAttribute('role', 'application');
    frame.append(container);
    effect(() => container.setAttribute('aria-label', messages.value.map.label));
    const reducedMotion = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.view = new MapView(container, reducedMotion);
    const drawn: DrawnLayer = new DrawnLayer(this.view, {
      onGrab: (shape, event) => drag.grab(shape, event),
      onSelect: (id, place) => {
        if (tool.peek() !== null || takeFeature(id)) return;
        if (cutting.peek() !== null) {
          split.click(place);
          return;
        }
        inspected.value = null;
        selectedId.value = id;
      },
      onMove: (id, place) =>
        act((present) =>
          changeGeometry(present, id, { type: 'Point', coordinates: position(place) }),
        ),
      onPoint: (id) => {
        highlightedId.value = id;
      },
      name: (intervention) => interventionName(intervention, messages.peek()),
    });
    // Heard before the tools hear it: a click that ends a drawing asks about nothing.
    this.view.map.on('click', ({ latlng }) => {
      const free = tool.peek() === null && cutting.peek() === null && showing.peek() === null;
      if (free) this.select.ask(latlng);
    });
    const drag = new DragShape(this.view, drawn);
    this.draw = new DrawMode(this.view);
    new PickMode(this.view);
    const split = new SplitMode(this.view);
    this.select = new SelectMode(this.view, this.draw.adapter, drawn);
    listenToKeys({ map: this.view.map, draw: this.draw, select: this.select });
    keepGround(this.view);
    keepHomes(this.view);
    keepStreetValues(this.view);
    keepReachShown(this.view);
    keepLines(this.view);
    keepRoutes(this.view);
    keepLayers(this.view);
    keepDrawn(this.view, drawn);
    keepEditing(this.view);
    keepNudged(this.view, drawn);
    keepPointed(this.view);
    keepTalk(this.view);
    keepPlace(this.view);
    keepMapScale(this.view);
    keepSwiped(this.view);
    keepUnderlaysWhenWanted(this.view);
    new ResizeObserver(() => this.view.map.invalidateSize({ pan: false })).observe(container);
  }
}

function keepGround(view: MapView): void {
  const land = new LandLayer(view);
  const streets = new StreetLayer(view);
  const barriers = new BarrierLayer(view);
  const boundary = new BoundaryLayer(view);
  const facilities = new FacilityLayer(view);
  const names = new NameLayer(view);
  effect(() => land.show(placeLayers.value.land, palette.peek()));
  effect(() => streets.show(placeLayers.value.streets, palette.peek()));
  effect(() => barriers.show(placeLayers.value.barriers, palette.peek()));
  effect(() => boundary.show(area.value, palette.peek()));
  effect(() => {
    const { facilities: places, stops } = placeLayers.value;
    const removed = showingBefore.value ? new Set<string>() : removedFacilities.value;
    facilities.show(places, stops, removed, palette.peek());
  });
  effect(() => names.show(placeLayers.value.facilities, placeLayers.value.stops));
  void addOutsideTiles(view);
  effect(() => {
    for (const layer of [land, streets, barriers, boundary, facilities]) {
      layer.restyle(palette.value);
    }
  });
  effect(() => {
    const visible = visibleLayers.value;
    land.setVisible(visible.has('land'));
    streets.setVisible(visible.has('streets'));
    barriers.setVisible(visible.has('barriers'));
    facilities.setVisible(visible.has('facilities'), visible.has('stops'));
  });
}

/** Tiles from outside lie below our own ground, and only where the service names an address. */
async function addOutsideTiles(view: MapView): Promise<void> {
  const url = await readTileUrl().catch(() => null);
  if (url !== null) L.tileLayer(url, { pane: 'tiles', maxZoom: 19 }).addTo(view.map);
}

function keepHomes(view: MapView): void {
  const homes = new HomeLayer(view);
  // Of its own, so that the dots are not styled anew while the answer to an edit is awaited.
  const tell = computed((): HomesTell => {
    if (showingBefore.value) return 'before';
    return interventions.value.length === 0 || swiping.value ? 'after' : 'change';
  });
  effect(() => homes.setVisible(visibleLayers.value.has('homes')));
  effect(() => {
    const told = answer.value?.homes;
    if (showServedHomes(homes) || showServiceNear(homes, tell.value === 'before')) return;
    // Coloured streets speak alone: the homes stand by quietly.
    if (theme.value !== 'homes' && told) {
      homes.showQuiet(told, palette.value);
      return;
    }
    if (told === null || told === undefined) {
      homes.showPlain(placeLayers.value.homes, palette.value);
      return;
    }
    homes.showAnswer(told, lens.value, tell.value, palette.value);
  });
}

function keepStreetValues(view: MapView): void {
  const streets = new StreetValueLayer(view);
  effect(() => {
    const picture = streetPicture.value;
    streets.show(picture, streetTell.value, palette.value);
  });
}

function keepReachShown(view: MapView): void {
  const layer = new ReachLayer(view);
  effect(() => {
    const told = reach.value;
    const from = theme.value === REACH ? reachFrom.value : null;
    if (told === null) layer.show(from, [], [], palette.value);
    else if (showingBefore.value) layer.show(from, told.before, [], palette.value);
    else {
      const earlier = told.after === told.before || swiping.value ? [] : told.before;
      layer.show(from, told.after, earlier, palette.value);
    }
  });
}

/** Both ways of the home that was asked about; while “before” is held, only the one it has today. */
function keepRoutes(view: MapView): void {
  const layer = new RouteLayer(view);
  effect(() => {
    if (lens.value.mode === 'transit') {
      showJourneys(layer);
      return;
    }
    const told = story.value;
    const changed = told?.change_ms !== 0 && !showingBefore.value;
    const after = changed ? (told?.proposal?.route.geometry ?? null) : null;
    const longer = (told?.change_ms ?? 0) > 0;
    layer.show(told?.baseline?.route.geometry ?? null, after, longer);
  });
}

/** The quickest trip of the home by bus and train, before and after. */
function showJourneys(layer: RouteLayer): void {
  const told = journeys.told.value;
  const thing = inspected.value;
  if (told === null || thing?.type !== 'home') {
    layer.show(null, null, false);
    return;
  }
  const [lon = 0, lat = 0] = thing.position;
  const lineOf = (side: typeof told.proposal) => {
    const shown = side === null ? null : shownJourney(side.journeys);
    if (side === null || shown === null) return null;
    return { coordinates: journeyLine([lon, lat], side.facility, shown.legs) };
  };
  const before = lineOf(told.baseline);
  const after = showingBefore.value ? null : lineOf(told.proposal);
  const same = JSON.stringify(before) === JSON.stringify(after);
  layer.show(before, same ? null : after, false);
}

function keepLines(view: MapView): void {
  const layer = new LineLayer(view);
  effect(() => layer.show(theme.value === SERVICE ? timetable.value : null, palette.value));
}

function keepDrawn(view: MapView, drawn: DrawnLayer): void {
  const joinLayer = new JoinLayer(view);
  const issueLayer = new IssueLayer(view);
  effect(() => drawn.show(interventions.value, selectedId.value, !locked.value));
  effect(() => {
    interventions.value;
    selectedId.value;
    drawn.highlight(highlightedId.value);
  });
  effect(() => drawn.setVisible(!showingBefore.value));
  effect(() => {
    if (showingBefore.value) joinLayer.show([], false);
    else if (tool.value !== null) joinLayer.show(sketchJoins.value, true);
    else joinLayer.show(joins.value, false);
  });
  effect(() => {
    messages.value;
    const shown =
      tool.value !== null
        ? sketchIssues.value.filter(({ code }) => SHOWN_WHILE_DRAWING.has(code))
        : [...errors.value, ...warningsAt(selectedId.value)];
    issueLayer.show(showingBefore.value ? [] : shown, offersFor);
  });
}

/** What the keys move is seen where it is now, with its point marked. */
function keepNudged(view: MapView, drawn: DrawnLayer): void {
  const mark = L.circleMarker([0, 0], {
    renderer: view.renderer('joins'),
    radius: 10,
    className: 'nudge-mark',
    interactive: false,
    pmIgnore: true,
  });
  effect(() => {
    const now = nudged.value;
    if (now !== null) drawn.preview(now.id, now.geometry);
  });
  effect(() => {
    const place = nudgedPoint.value;
    if (place === null) mark.remove();
    else mark.setLatLng(latLng(place)).addTo(view.map);
  });
}

/** What is worth knowing stands on the map while its drawing is selected. */
function warningsAt(feature: string | null): readonly Issue[] {
  return issues.value.filter(
    (issue) => issue.severity === 'warning' && feature !== null && issue.feature === feature,
  );
}

/** A line that meets a barrier can go over it or under it. */
function offersFor(issue: Issue): readonly IssueOffer[] {
  const { feature } = issue;
  if (issue.code !== 'crosses_barrier' || feature === null || locked.peek()) return [];
  const make = (grade: 'bridge' | 'tunnel') => () => {
    const active = tool.peek();
    if (feature !== SKETCH_ID) act((present) => changeProperties(present, feature, { grade }));
    else if (active !== null) {
      tool.value = { ...active, properties: { ...active.properties, grade } };
    }
  };
  const words = messages.peek().draw;
  return [
    { label: words.makeBridge, accept: make('bridge') },
    { label: words.makeTunnel, accept: make('tunnel') },
  ];
}

/** Where the map looks: the area when it is opened, or the place a link asked for. */
function keepPlace(view: MapView): void {
  let shown: string | null = null;
  effect(() => {
    const opened = area.value;
    if (opened === null || opened.id === shown) return;
    shown = String(opened.id);
    const asked = address.peek().area === shown ? address.peek().at : null;
    if (asked === null) view.showArea(opened);
    else view.showPlace(asked);
  });
  view.map.on('moveend', ({ target }) => {
    if (target === view.map && shown !== null) mapPlace.value = view.place();
  });
}
