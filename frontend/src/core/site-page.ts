import { type MapPlace, readPlace } from './page-address';

/** Pages beside the map of an area, as a link names them: `#/~area?change=id&at=zoom/lat/lon`. */
export type SitePage =
  | { readonly page: 'area'; readonly change: string | null; readonly at: MapPlace | null }
  | { readonly page: 'data'; readonly place: string | null };

/** The page that a link asks for; null for an area's own and the first one. */
export function readSitePage(hash: string): SitePage | null {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const members = new URLSearchParams(query);
  if (path === '~area') {
    return { page: 'area', change: members.get('change'), at: readPlace(members.get('at')) };
  }
  return path === '~data' ? { page: 'data', place: members.get('place') } : null;
}

export function addressOfNewArea(at: MapPlace | null): string {
  if (at === null) return '#/~area';
  return `#/~area?at=${at.zoom}/${at.lat.toFixed(5)}/${at.lon.toFixed(5)}`;
}

export function addressOfChange(area: string): string {
  return `#/~area?change=${encodeURIComponent(area)}`;
}

export function addressOfData(place: string | null): string {
  return place === null ? '#/~data' : `#/~data?place=${encodeURIComponent(place)}`;
}
