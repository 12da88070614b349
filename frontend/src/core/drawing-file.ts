import type { Position } from 'geojson';
import { importProposal } from './geojson';
import { KINDS, type Kind, kindDefinition, type Shape } from './kinds';
import type { DrawnGeometry, JsonValue } from './proposal';

/** One point, line or polygon of a file from elsewhere. */
export interface FileFeature {
  readonly id: string;
  /** The kind its own `kind` means; null where it says nothing of the sort. */
  readonly kind: string | null;
  readonly geometry: DrawnGeometry;
  readonly properties: Readonly<Record<string, JsonValue>>;
}

export interface FileLayer {
  readonly name: string;
  /** How many the file has in it, those that could not be read included. */
  readonly count: number;
  readonly geometries: Readonly<Partial<Record<Shape, number>>>;
  readonly attributes: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** The kind that its name speaks of. */
  readonly kind: string | null;
  readonly features: readonly FileFeature[];
}

export interface FileFault {
  readonly layer: string | null;
  readonly feature: string | null;
  readonly message: string;
  readonly place: Position | null;
  /** Whether it is there all the same, to look at but not to draw with. */
  readonly shown: boolean;
}

/** What a file from elsewhere was understood to hold. */
export interface DrawingFile {
  readonly name: string;
  readonly bbox: readonly [number, number, number, number];
  readonly layers: readonly FileLayer[];
  readonly faults: readonly FileFault[];
  readonly faultCount: number;
  readonly notes: readonly { readonly layer: string | null; readonly message: string }[];
  readonly limits: { readonly features: number; readonly vertices: number };
}

/** What a proposal may hold where nobody has set it otherwise. */
const USUAL_LIMITS = { features: 500, vertices: 50_000 };

/** What a layer is taken as: by each feature's own kind, as one kind, to look at, or not at all. */
export type LayerUse = 'own' | Kind | 'underlay' | 'nothing';

const isKind = (kind: string | null): kind is Kind =>
  (KINDS as readonly (string | null)[]).includes(kind);

/** What a layer can be taken as, in the order of a list of choices. */
export function usesOf(layer: FileLayer): readonly LayerUse[] {
  const own: LayerUse[] = layer.features.some(({ kind }) => isKind(kind)) ? ['own'] : [];
  const kinds = KINDS.filter((kind) => shapesOf(layer).some((shape) => fits(kind, shape)));
  return [...own, ...kinds, 'underlay', 'nothing'];
}

/** What a layer is most likely meant as: drawn where file or name say so, else to look at. */
export function likelyUse(layer: FileLayer): LayerUse {
  const uses = usesOf(layer);
  if (uses.includes('own')) return 'own';
  return isKind(layer.kind) && uses.includes(layer.kind) ? layer.kind : 'underlay';
}

/** The kind a feature becomes by a use of its layer; null where it is no part of the proposal. */
export function kindBy(feature: FileFeature, use: LayerUse): Kind | null {
  const kind = use === 'own' ? feature.kind : use;
  return isKind(kind) && fits(kind, feature.geometry.type) ? kind : null;
}

/** Shapes that no tool draws and the service takes all the same. */
const ALSO_TAKEN: Readonly<Partial<Record<Kind, string>>> = {
  facility: 'Polygon',
  facility_removal: 'Polygon',
};

export function fits(kind: Kind, shape: string): boolean {
  const drawn: readonly string[] = kindDefinition(kind)?.shapes ?? [];
  return drawn.includes(shape) || ALSO_TAKEN[kind] === shape;
}

function shapesOf(layer: FileLayer): readonly string[] {
  return [...new Set(layer.features.map(({ geometry }) => geometry.type))];
}

/** How many positions a feature has. */
export function positionCount({ geometry }: FileFeature): number {
  if (geometry.type === 'Point') return 1;
  if (geometry.type === 'LineString') return geometry.coordinates.length;
  return geometry.coordinates.reduce((sum, ring) => sum + ring.length, 0);
}

/**
 * A collection of features that all say their kind, understood here and now; null for any other
 * file, which is for the service to read.
 */
export function understandOwn(text: string, name: string): DrawingFile | null {
  let number = 0;
  const read = importProposal(text, () => {
    number += 1;
    return `nr-${number}`;
  });
  if (!read.ok || read.interventions.length === 0) return null;
  const features = read.interventions.map(({ id, geometry, properties }) => ({
    id,
    kind: isKind(properties.kind) ? properties.kind : null,
    geometry,
    properties,
  }));
  if (features.some(({ kind }) => kind === null)) return null;
  const layer = {
    name,
    count: features.length,
    geometries: counted(features.map(({ geometry }) => geometry.type)),
    attributes: [],
    kind: null,
    features,
  };
  return {
    name,
    bbox: boundsOf(features),
    layers: [layer],
    faults: [],
    faultCount: 0,
    notes: [],
    limits: USUAL_LIMITS,
  };
}

function counted(shapes: readonly Shape[]): Partial<Record<Shape, number>> {
  const counts: Partial<Record<Shape, number>> = {};
  for (const shape of shapes) counts[shape] = (counts[shape] ?? 0) + 1;
  return counts;
}

/** West, south, east and north of all features. */
export function boundsOf(features: readonly FileFeature[]): [number, number, number, number] {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of features) {
    for (const [lon = 0, lat = 0] of positionsOf(geometry)) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  return [west, south, east, north];
}

function positionsOf(geometry: DrawnGeometry): readonly Position[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat();
}
