import type { Position } from 'geojson';
import { clampStep } from './presentation';

/**
 * What a shared link holds: `#/area?proposal=…&mode=…&category=…&cutoff=…&when=…&stop=…&lens=…&layer=…`
 * `&reach=from/lat/lon&at=zoom/lat/lon&view=show&step=n`, or `#/area?compare=id,id…` for proposals side by side.
 */
export interface PageAddress {
  readonly area: string | null;
  readonly proposal: string | null;
  /** The proposals that are compared; null when none are, empty before any is chosen. */
  readonly compare: readonly string[] | null;
  readonly mode: string | null;
  readonly category: string | null;
  readonly cutoffMin: number | null;
  /** When one sets out by bus and train; null for the usual time. */
  readonly when: string | null;
  /** How one gets to the first stop; null on foot. */
  readonly toStop: string | null;
  readonly walker: string | null;
  /** What the map is coloured by; null for the homes. */
  readonly layer: string | null;
  /** The point of the layer that tells how far one gets, and which way it is asked. */
  readonly reach: ReachPoint | null;
  readonly at: MapPlace | null;
  /** Which step of the presentation is on the wall; null while it is not shown. */
  readonly showStep: number | null;
}

/** More columns than these cannot be read side by side. */
export const MOST_COMPARED = 5;

export interface ReachPoint {
  readonly direction: 'from' | 'to';
  readonly place: Position;
}

export interface MapPlace {
  readonly zoom: number;
  readonly lat: number;
  readonly lon: number;
}

export function readAddress(hash: string): PageAddress {
  const [path = '', query = ''] = hash.replace(/^#\/?/, '').split('?');
  const members = new URLSearchParams(query);
  const cutoff = Number(members.get('cutoff'));
  return {
    // A page beside the map is no area (see `readSitePage`).
    area: path === '' || path.startsWith('~') ? null : decodeURIComponent(path),
    proposal: members.get('proposal'),
    compare: readCompared(members.get('compare')),
    mode: members.get('mode'),
    category: members.get('category'),
    cutoffMin: Number.isInteger(cutoff) && cutoff > 0 ? cutoff : null,
    when: members.get('when'),
    toStop: members.get('stop'),
    walker: members.get('lens'),
    layer: readLayer(members.get('layer')),
    reach: readReach(members.get('reach')),
    at: readPlace(members.get('at')),
    showStep: members.get('view') === 'show' ? readStep(members.get('step')) : null,
  };
}

export function writeAddress(address: PageAddress): string {
  const members = new URLSearchParams();
  if (address.proposal !== null) members.set('proposal', address.proposal);
  if (address.compare !== null) members.set('compare', address.compare.join(','));
  if (address.mode !== null) members.set('mode', address.mode);
  if (address.category !== null) members.set('category', address.category);
  if (address.cutoffMin !== null) members.set('cutoff', String(address.cutoffMin));
  if (address.when !== null) members.set('when', address.when);
  if (address.toStop !== null) members.set('stop', address.toStop);
  if (address.walker !== null) members.set('lens', address.walker);
  if (address.layer !== null) members.set('layer', address.layer);
  if (address.reach !== null) {
    const [lon = 0, lat = 0] = address.reach.place;
    members.set('reach', `${address.reach.direction}/${lat.toFixed(5)}/${lon.toFixed(5)}`);
  }
  if (address.at !== null) {
    const { zoom, lat, lon } = address.at;
    members.set('at', `${zoom}/${lat.toFixed(5)}/${lon.toFixed(5)}`);
  }
  if (address.showStep !== null) {
    members.set('view', 'show');
    if (address.showStep > 0) members.set('step', String(address.showStep));
  }
  const query = members.toString().replaceAll('%2F', '/').replaceAll('%2C', ',');
  return `#/${encodeURIComponent(address.area ?? '')}${query === '' ? '' : `?${query}`}`;
}

function readCompared(text: string | null): readonly string[] | null {
  if (text === null) return null;
  const ids = text.split(',').filter((id) => /^[\w-]{1,64}$/.test(id));
  return [...new Set(ids)].slice(0, MOST_COMPARED);
}

/** A layer is named like an indicator; anything else is no layer. */
function readLayer(text: string | null): string | null {
  return text !== null && /^[a-z][a-z_]{0,63}$/.test(text) ? text : null;
}

function readReach(text: string | null): ReachPoint | null {
  const [direction, ...degrees] = (text ?? '').split('/');
  const [lat, lon] = degrees.map(Number);
  if ((direction !== 'from' && direction !== 'to') || lat === undefined || lon === undefined)
    return null;
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { direction, place: [lon, lat] } : null;
}

/** `zoom/lat/lon`, or null for what is no place of a map. */
export function readPlace(text: string | null): MapPlace | null {
  const [zoom, lat, lon] = (text ?? '').split('/').map(Number);
  if (zoom === undefined || lat === undefined || lon === undefined) return null;
  const fits = zoom > 0 && zoom <= 22 && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return fits ? { zoom, lat, lon } : null;
}

function readStep(text: string | null): number {
  const step = Number(text);
  return Number.isInteger(step) && step > 0 ? clampStep(step) : 0;
}
