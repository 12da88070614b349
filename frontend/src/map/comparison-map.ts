import { effect, type ReadonlySignal } from '@preact/signals';
import * as L from 'leaflet';
import type { HomeColumns } from '../core/home-values';
import type { MapPlace } from '../core/page-address';
import type { Intervention } from '../core/proposal';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { lens } from '../session/lens';
import { area, placeLayers } from '../session/place';
import { BarrierLayer } from './barrier-layer';
import { BoundaryLayer } from './boundary-layer';
import { DrawnLayer } from './drawn-layer';
import { FacilityLayer } from './facility-layer';
import { HomeLayer, type HomesTell } from './home-layer';
import { LandLayer } from './land-layer';
import { polygonLatLngs } from './lat-lngs';
import { MapView } from './map-view';
import type { MapsInStep } from './maps-in-step';
import { NameLayer } from './name-layer';
import { palette } from './palette-signal';
import { StreetLayer } from './street-layer';

/** What the homes of one map tell; plain where nothing is known of them yet. */
export interface ComparedHomes {
  readonly homes: HomeColumns | null;
  readonly tell: HomesTell | 'quiet';
}

/** What one map of a comparison tells; read anew whenever a signal in it changes. */
export interface ComparedPicture {
  readonly drawn: ReadonlySignal<readonly Intervention[]>;
  readonly homes: ReadonlySignal<ComparedHomes>;
}

/** Where all maps look: a place, or everything that is drawn in any of them. */
export interface ComparedView {
  readonly place: ReadonlySignal<MapPlace | null>;
  readonly drawn: ReadonlySignal<readonly Intervention[]>;
}

/** A small map that is only looked at, in step with those beside it. */
export class ComparisonMap {
  readonly view: MapView;
  readonly #step: MapsInStep;
  readonly #disposers: (() => void)[] = [];

  constructor(
    container: HTMLElement,
    step: MapsInStep,
    view: ComparedView,
    picture: ComparedPicture,
  ) {
    this.#step = step;
    // Without animation the maps are at the same place at every moment.
    this.view = new MapView(container, true);
    this.#keepGround(picture);
    this.#keepHomes(picture);
    this.#keepDrawn(picture);
    step.add(this.view);
    const look = () =>
      step.alone(() => {
        this.view.map.invalidateSize({ animate: false });
        const asked = view.place.peek();
        if (asked === null) showWhole(this.view, view.drawn.peek());
        else this.view.showPlace(asked);
      });
    const sized = new ResizeObserver(look);
    sized.observe(container);
    this.#disposers.push(() => sized.disconnect());
    this.#keep(() => {
      view.drawn.value;
      if (view.place.peek() === null) look();
    });
  }

  remove(): void {
    this.#step.remove(this.view);
    for (const dispose of this.#disposers) dispose();
    const { map } = this.view;
    map.eachLayer((layer) => {
      if (!(layer instanceof L.Renderer)) layer.remove();
    });
    // Leaflet has frames under way that draw on the canvases: those go when the frames are over.
    requestAnimationFrame(() => requestAnimationFrame(() => map.remove()));
  }

  #keep(work: () => void): void {
    this.#disposers.push(effect(work));
  }

  #keepGround(picture: ComparedPicture): void {
    const land = new LandLayer(this.view);
    const streets = new StreetLayer(this.view);
    const barriers = new BarrierLayer(this.view);
    const boundary = new BoundaryLayer(this.view);
    const facilities = new FacilityLayer(this.view);
    const names = new NameLayer(this.view);
    this.#keep(() => land.show(placeLayers.value.land, palette.value));
    this.#keep(() => streets.show(placeLayers.value.streets, palette.value));
    this.#keep(() => barriers.show(placeLayers.value.barriers, palette.value));
    this.#keep(() => boundary.show(area.value, palette.value));
    this.#keep(() => {
      const { facilities: places, stops } = placeLayers.value;
      facilities.show(places, stops, removedBy(picture.drawn.value), palette.value);
    });
    this.#keep(() => names.show(placeLayers.value.facilities, placeLayers.value.stops));
  }

  #keepHomes(picture: ComparedPicture): void {
    const layer = new HomeLayer(this.view);
    this.#keep(() => {
      const { homes, tell } = picture.homes.value;
      if (homes === null) layer.showPlain(placeLayers.value.homes, palette.value);
      else if (tell === 'quiet') layer.showQuiet(homes, palette.value);
      else layer.showAnswer(homes, lens.value, tell, palette.value);
    });
  }

  #keepDrawn(picture: ComparedPicture): void {
    const layer = new DrawnLayer(this.view, {
      onSelect: () => undefined,
      onMove: () => undefined,
      onGrab: () => undefined,
      name: (intervention) => interventionName(intervention, messages.peek()),
    });
    // What is drawn is looked at here, not taken hold of: no key stops at it.
    const markers = this.view.map.getPane('markerPane');
    if (markers !== undefined) markers.inert = true;
    this.#keep(() => layer.show(picture.drawn.value, null, false));
  }
}

/** The area with everything that is drawn, and a little around it. */
export function showWhole({ map }: MapView, drawn: readonly Intervention[]): void {
  const shown = area.peek();
  if (shown === null) return;
  const bounds = L.polygon(polygonLatLngs(shown.geometry)).getBounds();
  for (const { geometry } of drawn) bounds.extend(L.geoJSON(geometry).getBounds());
  map.fitBounds(bounds.pad(0.08), { animate: false });
}

function removedBy(drawn: readonly Intervention[]): ReadonlySet<string> {
  return new Set(
    drawn.flatMap(({ properties: { kind, facility_id: id } }) =>
      kind === 'facility_removal' && typeof id === 'string' ? [id] : [],
    ),
  );
}
