import type { DrawnGeometry, InterventionProperties } from './proposal';
import { type HomePoints, residentsInside } from './residents-inside';
import { planeLengthM } from './utm32';

/** So much of something that has a unit price; null where nobody knows how much. */
export interface PricedItem {
  readonly price: string;
  readonly quantity: number | null;
}

/** What a drawing alone does not tell. */
export interface CostGround {
  readonly homes: HomePoints;
  /** Metres of street a change takes hold of, told by the service; null before it has. */
  readonly changedLengthM: number | null;
}

/** The service's own figures: a path's width where nothing is said, and people in a home. */
const PATH_WIDTH_M = 3;
export const RESIDENTS_A_HOME = 2.1;

/** The whole price as the planner states it, which goes before the unit prices. */
const STATED = 'stated';

const GRADE_PRICES: Readonly<Record<string, string>> = {
  bridge: 'bridge_kr_per_m2',
  tunnel: 'tunnel_kr_per_m2',
};

interface Drawn {
  readonly geometry: DrawnGeometry;
  readonly properties: InterventionProperties;
}

/** Quantities of one drawn change, as the service's indicator `cost` counts them. */
export function pricedItems(drawn: Drawn, ground: CostGround): readonly PricedItem[] {
  const { properties } = drawn;
  const stated = numberOf(properties.cost_kr);
  if (stated !== null) return [{ price: STATED, quantity: stated }];
  switch (properties.kind) {
    case 'connection':
      return connectionItems(drawn);
    case 'crossing':
      return [{ price: `crossing_${textOf(properties.control) ?? 'none'}_kr`, quantity: 1 }];
    case 'closure':
      return [{ price: 'closure_kr', quantity: 1 }];
    case 'change':
      return changeItems(properties, ground.changedLengthM);
    case 'facility':
      return [{ price: 'facility_kr_per_m2', quantity: numberOf(properties.floor_area_m2) }];
    case 'demolition':
      return [{ price: 'demolition_kr_per_home', quantity: demolishedHomes(drawn, ground.homes) }];
    case 'housing':
      return [{ price: 'housing_kr_per_home', quantity: builtHomes(properties) }];
    default:
      return [{ price: '', quantity: null }];
  }
}

/** Kroner for some items; null where none of them can be priced. */
export function roughCostKr(
  items: readonly PricedItem[],
  unitPriceKr: (price: string) => number | null,
): number | null {
  const bills = items.flatMap(({ price, quantity }) => {
    const unit = price === STATED ? 1 : unitPriceKr(price);
    return quantity === null || unit === null ? [] : [quantity * unit];
  });
  return bills.length === 0 ? null : bills.reduce((sum, bill) => sum + bill, 0);
}

function connectionItems({ geometry, properties }: Drawn): readonly PricedItem[] {
  if (geometry.type !== 'LineString') return [];
  const length = planeLengthM(geometry.coordinates);
  const width = numberOf(properties.width_m) || PATH_WIDTH_M;
  const price = GRADE_PRICES[textOf(properties.grade) ?? ''] ?? 'path_kr_per_m2';
  const light = { price: 'light_kr_per_m', quantity: length };
  return [{ price, quantity: length * width }, ...(properties.lit === true ? [light] : [])];
}

/** Lamps and surfacing by the metre; the rest has no unit price. */
function changeItems(
  properties: InterventionProperties,
  length: number | null,
): readonly PricedItem[] {
  const items: PricedItem[] = [];
  if (properties.lit === true) items.push({ price: 'light_kr_per_m', quantity: length });
  if (typeof properties.surface === 'string') {
    const quantity = length === null ? null : length * PATH_WIDTH_M;
    items.push({ price: 'surface_kr_per_m2', quantity });
  }
  return items;
}

/** Homes that go, counted by the people who move. */
export function demolishedHomes({ geometry, properties }: Drawn, homes: HomePoints): number | null {
  if (geometry.type !== 'Polygon') return null;
  const share = numberOf(properties.share) ?? 1;
  const { residents } = residentsInside(homes, geometry.coordinates[0] ?? []);
  return (residents * share) / RESIDENTS_A_HOME;
}

function builtHomes(properties: InterventionProperties): number | null {
  const people = numberOf(properties.residents);
  return numberOf(properties.homes) ?? (people === null ? null : people / RESIDENTS_A_HOME);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
