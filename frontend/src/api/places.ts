import type {
  FeatureCollection,
  LineString,
  MultiLineString,
  MultiPolygon,
  Point,
  Polygon,
} from 'geojson';
import { request } from './request';

export interface AreaProperties {
  readonly name: string;
  readonly place: string;
  readonly municipality: string;
  readonly homes: number | null;
  readonly residents: number | null;
}
export interface StreetProperties {
  readonly street_class: string;
  readonly grade: string;
  readonly name: string | null;
}
export interface FacilityProperties {
  readonly category: string;
  readonly name: string | null;
}
export interface StopProperties {
  readonly name: string;
  readonly departures_weekday: number | null;
  readonly is_station: boolean;
}
export interface BarrierProperties {
  readonly kind: string;
  readonly name: string | null;
}
export interface HomeProperties {
  readonly residents: number;
  readonly area: string | null;
}
export interface LandProperties {
  readonly kind: string;
}
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly attribution: string;
  readonly date: string | null;
  readonly modelled: boolean;
}

export type Areas = FeatureCollection<Polygon | MultiPolygon, AreaProperties>;
export type AreaFeature = Areas['features'][number];
export type Streets = FeatureCollection<LineString, StreetProperties>;
export type Facilities = FeatureCollection<Point, FacilityProperties>;
export type FacilityFeature = Facilities['features'][number];
export type Stops = FeatureCollection<Point, StopProperties>;
export type Barriers = FeatureCollection<
  LineString | MultiLineString | Polygon | MultiPolygon,
  BarrierProperties
>;
export type Homes = FeatureCollection<Point, HomeProperties>;
export type LandCover = FeatureCollection<Polygon | MultiPolygon, LandProperties>;

export type PlaceLayerName =
  | 'streets'
  | 'facilities'
  | 'stops'
  | 'barriers'
  | 'homes'
  | 'land-cover';

/** Largest page the service gives. */
const PAGE = 10_000;

interface Page {
  readonly numberMatched?: number;
}

export async function readAreas(signal?: AbortSignal): Promise<Areas> {
  return (await request<Areas>('/api/areas', withSignal(signal))).data;
}

/** Every feature of a layer around an area, page by page. */
export async function readLayer<Layer extends FeatureCollection>(
  layer: PlaceLayerName,
  area: string,
  signal?: AbortSignal,
): Promise<Layer> {
  const path = (offset: number) =>
    `/api/${layer}?area=${encodeURIComponent(area)}&limit=${PAGE}&offset=${offset}`;
  const { data } = await request<Layer & Page>(path(0), withSignal(signal));
  const features = [...data.features];
  const matched = data.numberMatched ?? features.length;
  while (features.length < matched) {
    const { data: next } = await request<Layer>(path(features.length), withSignal(signal));
    if (next.features.length === 0) break;
    features.push(...next.features);
  }
  return { ...data, features };
}

export async function readSources(signal?: AbortSignal): Promise<readonly Source[]> {
  const { data } = await request<readonly Source[] | { sources: readonly Source[] }>(
    '/api/sources',
    withSignal(signal),
  );
  return 'sources' in data ? data.sources : data;
}

function withSignal(signal: AbortSignal | undefined): { signal?: AbortSignal } {
  return signal === undefined ? {} : { signal };
}
