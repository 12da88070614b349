import type { Stretch } from './boundary-stretches';
import type { DetourPlace } from './detour-classes';

/** What a mark of the map's chosen layer stands for. */
export type MarkMeaning =
  | { readonly kind: 'way'; readonly state: 'kept' | 'new' | 'closed' }
  | { readonly kind: 'gap'; readonly stretch: Stretch }
  | { readonly kind: 'detour'; readonly place: DetourPlace };
