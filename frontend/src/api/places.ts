import { answered, service } from './request';

type Around = ReturnType<typeof layersAround>;
type Layer<Name extends keyof Around> = Awaited<ReturnType<Around[Name]>>;

export type Areas = Awaited<ReturnType<typeof readAreas>>;
export type AreaFeature = Areas['features'][number];
export type Streets = Layer<'streets'>;
export type Facilities = Layer<'facilities'>;
export type Stops = Layer<'stops'>;
export type Barriers = Layer<'barriers'>;
export type Homes = Layer<'homes'>;
export type LandCover = Layer<'land'>;
export type Source = Awaited<ReturnType<typeof readSources>>[number];

interface Page {
  readonly features: readonly unknown[];
  readonly numberMatched: number;
}

/** Largest page the service gives. */
const PAGE = 10_000;

export async function readAreas() {
  return answered(service.GET('/api/areas', { params: { query: { limit: PAGE } } }));
}

export async function readSources() {
  return (await answered(service.GET('/api/sources'))).sources;
}

/** Address of an outside tile service, when the people who run this one have set one. */
export async function readTileUrl(): Promise<string | null> {
  return (await answered(service.GET('/health'))).tile_url;
}

/** What is around an area, layer by layer. */
export function layersAround(area: string, signal: AbortSignal) {
  const at = (offset: number) => ({
    params: { query: { area, limit: PAGE, offset } },
    signal,
  });
  return {
    land: () => allPages((offset) => answered(service.GET('/api/land-cover', at(offset)))),
    streets: () => allPages((offset) => answered(service.GET('/api/streets', at(offset)))),
    barriers: () => allPages((offset) => answered(service.GET('/api/barriers', at(offset)))),
    facilities: () => allPages((offset) => answered(service.GET('/api/facilities', at(offset)))),
    stops: () => allPages((offset) => answered(service.GET('/api/stops', at(offset)))),
    homes: () => allPages((offset) => answered(service.GET('/api/homes', at(offset)))),
  };
}

/** The ground within `west,south,east,north`, whatever place it belongs to; one page of each. */
export function groundIn(bbox: string, signal: AbortSignal) {
  const options = { params: { query: { bbox, limit: PAGE } }, signal };
  return {
    land: () => answered(service.GET('/api/land-cover', options)),
    streets: () => answered(service.GET('/api/streets', options)),
    barriers: () => answered(service.GET('/api/barriers', options)),
  };
}

/** Buildings whose outline is known: asked for only by whoever is about to tear down. */
export async function readBuildings(area: string, signal: AbortSignal) {
  return allPages((offset) =>
    answered(
      service.GET('/api/buildings', { params: { query: { area, limit: PAGE, offset } }, signal }),
    ),
  );
}

async function allPages<Layer extends Page>(
  read: (offset: number) => Promise<Layer>,
): Promise<Layer> {
  const first = await read(0);
  const features = [...first.features];
  while (features.length < first.numberMatched) {
    const next = await read(features.length);
    if (next.features.length === 0) break;
    features.push(...next.features);
  }
  return { ...first, features };
}
