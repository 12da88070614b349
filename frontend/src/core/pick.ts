import type { Polygon } from 'geojson';
import type { Inside } from './residents-inside';
import type { StreetStretch } from './street-stretch';

/** Something that is there already and can be taken as it is. */
export type Pick =
  | { readonly type: 'street'; readonly stretch: StreetStretch }
  | { readonly type: 'block'; readonly polygon: Polygon; readonly inside: Inside }
  | {
      readonly type: 'building';
      readonly name: string | null;
      readonly polygon: Polygon;
      readonly inside: Inside;
    };
