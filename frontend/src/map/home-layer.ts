import * as L from 'leaflet';
import type { Homes } from '../api/places';
import { type HomeColumns, travelTimes } from '../core/home-values';
import type { Lens } from '../core/indicator-row';
import type { ServedColumns, ServedRole } from '../core/served-homes';
import type { ServiceClass, ServiceOfHome } from '../core/service-classes';
import { changeClass, timeClass } from '../core/travel-time-classes';
import type { MapView, PaneName } from './map-view';
import type { Palette } from './palette';

/** What the homes tell: how far they have, before or after, or what changed for them. */
export type HomesTell = 'before' | 'after' | 'change';

interface HomePlace {
  readonly lon: number;
  readonly lat: number;
  readonly residents: number;
}

interface HomeDot {
  readonly circle: L.CircleMarker;
  readonly radius: number;
  /** As it is drawn now; what stays the same is not drawn again. */
  style: DotStyle | null;
}

interface DotStyle {
  readonly grow: number;
  readonly fill: string;
  readonly edge: string;
  readonly weight: number;
  readonly opacity: number;
}

/** Homes as small circles: size by residents, colour by time or change; a loss is a ring. */
export class HomeLayer {
  readonly #view: MapView;
  readonly #pane: PaneName;
  readonly #group: L.LayerGroup;
  #dots: HomeDot[] = [];
  #places: readonly HomePlace[] = [];

  constructor(view: MapView, pane: PaneName = 'homes') {
    this.#view = view;
    this.#pane = pane;
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
    view.map.on('zoomend', () => this.#resize());
  }

  /** Plain homes, until there is an answer about them. */
  showPlain(homes: Homes | null, palette: Palette): void {
    this.#place(
      (homes?.features ?? []).map(({ geometry, properties }) => ({
        lon: geometry.coordinates[0] ?? 0,
        lat: geometry.coordinates[1] ?? 0,
        residents: properties.residents,
      })),
    );
    for (const dot of this.#dots) this.#style(dot, plain(palette));
  }

  showAnswer(homes: HomeColumns, lens: Lens, tell: HomesTell, palette: Palette): void {
    this.#placeAnswer(homes);
    const times = travelTimes(homes, lens.mode, lens.category);
    this.#dots.forEach((dot, index) => {
      const before = times?.baseline[index] ?? null;
      const after = times?.proposal[index] ?? null;
      const fate = tell === 'before' ? 'stays' : fateOf(homes, index);
      const style =
        fate === 'stays' ? byTimes(before, after, tell, palette) : byFate(fate, palette);
      this.#style(dot, style);
    });
  }

  /** Where people live, told without colour. */
  showQuiet(homes: HomeColumns, palette: Palette): void {
    this.#placeAnswer(homes);
    for (const dot of this.#dots) this.#style(dot, plain(palette));
  }

  /** What each home is to one place: a full dot where it is the nearest, a ring where it was. */
  showServed(homes: ServedColumns, roles: readonly ServedRole[], palette: Palette): void {
    this.#place(placesOf(homes));
    this.#dots.forEach((dot, index) => {
      this.#style(dot, byRole(roles[index] ?? 'elsewhere', palette));
    });
  }

  /** What leaves near each home; where that changes, an edge says so. */
  showService(
    homes: HomeColumns,
    services: readonly ServiceOfHome[],
    isBefore: boolean,
    palette: Palette,
  ): void {
    this.#placeAnswer(homes);
    this.#dots.forEach((dot, index) => {
      const { before, after } = services[index] ?? { before: 0, after: 0 };
      const stays = isBefore || fateOf(homes, index) !== 'stays';
      this.#style(dot, byService(isBefore ? before : after, stays ? 0 : after - before, palette));
    });
  }

  setVisible(visible: boolean): void {
    if (visible) this.#group.addTo(this.#view.map);
    else this.#group.remove();
  }

  #placeAnswer(homes: HomeColumns): void {
    this.#place(placesOf(homes));
  }

  /** One circle for each home; those that stand where they stood are kept. */
  #place(places: readonly HomePlace[]): void {
    if (samePlaces(places, this.#places)) return;
    this.#places = places;
    this.#group.clearLayers();
    this.#dots = places.map(({ lon, lat, residents }) => {
      const radius = 1.6 + Math.min(3.4, Math.sqrt(residents) / 4.5);
      const circle = L.circleMarker([lat, lon], {
        renderer: this.#view.renderer(this.#pane),
        interactive: false,
        radius,
        pmIgnore: true,
      });
      return { circle, radius, style: null };
    });
    for (const { circle } of this.#dots) this.#group.addLayer(circle);
  }

  #style(dot: HomeDot, style: DotStyle): void {
    if (dot.style !== null && sameStyle(dot.style, style)) return;
    dot.style = style;
    dot.circle.options.radius = this.#scaled(dot.radius + style.grow);
    dot.circle.setStyle({
      color: style.edge,
      weight: style.weight,
      fillColor: style.fill,
      fillOpacity: style.opacity,
      opacity: style.opacity,
      radius: this.#scaled(dot.radius + style.grow),
    });
  }

  #scaled(radius: number): number {
    return radius * 1.28 ** (this.#view.map.getZoom() - 15);
  }

  #resize(): void {
    for (const { circle, radius, style } of this.#dots) {
      circle.setRadius(this.#scaled(radius + (style?.grow ?? 0)));
    }
  }
}

function placesOf(
  homes: Pick<HomeColumns, 'ids' | 'lon' | 'lat' | 'residents' | 'residents_proposal'>,
): readonly HomePlace[] {
  return homes.ids.map((_, index) => ({
    lon: homes.lon[index] ?? 0,
    lat: homes.lat[index] ?? 0,
    residents: Math.max(homes.residents[index] ?? 0, homes.residents_proposal[index] ?? 0),
  }));
}

function samePlaces(some: readonly HomePlace[], others: readonly HomePlace[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ lon, lat, residents }, index) => {
      const other = others[index];
      return other?.lon === lon && other.lat === lat && other.residents === residents;
    })
  );
}

function sameStyle(one: DotStyle, other: DotStyle): boolean {
  return (
    one.fill === other.fill &&
    one.edge === other.edge &&
    one.grow === other.grow &&
    one.weight === other.weight &&
    one.opacity === other.opacity
  );
}

function plain(palette: Palette): DotStyle {
  return { grow: 0, fill: palette.home, edge: palette.homeEdge, weight: 0.8, opacity: 0.9 };
}

function byTimes(
  before: number | null,
  after: number | null,
  tell: HomesTell,
  palette: Palette,
): DotStyle {
  if (tell === 'change') return byChange(changeClass(before, after), palette);
  return byTime(timeClass(tell === 'before' ? before : after), palette);
}

type Fate = 'stays' | 'new' | 'gone';

function fateOf(homes: HomeColumns, index: number): Fate {
  if ((homes.residents[index] ?? 0) === 0) return 'new';
  return (homes.residents_proposal[index] ?? 0) === 0 ? 'gone' : 'stays';
}

/** Drawn homes carry the colour of what is drawn; demolished ones are left as an empty ring. */
function byFate(fate: 'new' | 'gone', palette: Palette): DotStyle {
  return fate === 'new'
    ? { grow: 0.5, fill: palette.accent, edge: palette.paper, weight: 1.2, opacity: 1 }
    : { grow: -0.6, fill: palette.paper, edge: palette.accent, weight: 1, opacity: 0.7 };
}

/** Gains are filled discs, losses are rings: told apart in grey print too. */
function byChange(step: number, palette: Palette): DotStyle {
  const colour = palette.change[step + 3] ?? palette.home;
  const size = Math.abs(step);
  if (step === 0) {
    return { grow: 0, fill: colour, edge: palette.homeEdge, weight: 0.8, opacity: 0.75 };
  }
  if (step > 0) {
    return { grow: 0.6 * size, fill: colour, edge: palette.paper, weight: 0.8, opacity: 1 };
  }
  return {
    grow: 0.6 * size,
    fill: palette.paper,
    edge: colour,
    weight: 1.6 + 0.6 * size,
    opacity: 1,
  };
}

function byRole(role: ServedRole, palette: Palette): DotStyle {
  const [none, most] = [palette.change[0] ?? palette.home, palette.change[6] ?? palette.home];
  switch (role) {
    case 'nearest':
      return {
        grow: 0.8,
        fill: palette.time[1] ?? palette.ink,
        edge: palette.paper,
        weight: 0.8,
        opacity: 1,
      };
    case 'gained':
      return { grow: 2, fill: most, edge: palette.paper, weight: 1, opacity: 1 };
    case 'lost':
      return { grow: 1.4, fill: palette.paper, edge: none, weight: 2.6, opacity: 1 };
    case 'within':
      return {
        grow: 0,
        fill: palette.time[3] ?? palette.home,
        edge: palette.homeEdge,
        weight: 0.6,
        opacity: 0.95,
      };
    default:
      return { grow: -0.4, fill: palette.home, edge: palette.homeEdge, weight: 0.6, opacity: 0.5 };
  }
}

function byService(step: ServiceClass, change: number, palette: Palette): DotStyle {
  const [worse, better] = [palette.change[0] ?? palette.home, palette.change[6] ?? palette.home];
  const fill = step === 0 ? palette.paper : (palette.service[step - 1] ?? palette.home);
  if (change === 0) {
    return { grow: 0.3, fill, edge: palette.homeEdge, weight: 0.8, opacity: 0.95 };
  }
  return { grow: 1.6, fill, edge: change > 0 ? better : worse, weight: 2.6, opacity: 1 };
}

function byTime(step: number, palette: Palette): DotStyle {
  const fill = palette.time[step] ?? palette.home;
  return { grow: 0.3, fill, edge: palette.homeEdge, weight: 0.6, opacity: 0.95 };
}
