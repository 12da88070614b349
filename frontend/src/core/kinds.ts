import type { InterventionProperties, JsonValue } from './proposal';

export type Shape = 'Point' | 'LineString' | 'Polygon';

export const KINDS = [
  'connection',
  'crossing',
  'closure',
  'facility',
  'facility_removal',
  'demolition',
  'housing',
  'change',
  'service',
  'stop',
  'service_change',
] as const;

export type Kind = (typeof KINDS)[number];

export interface KindDefinition {
  readonly kind: Kind;
  /** Shapes it may be drawn as; the first is what the tool starts with. */
  readonly shapes: readonly Shape[];
  readonly key: string;
  readonly defaults: Readonly<Record<string, JsonValue>>;
}

export const CROSSING_DELAY_S: Readonly<Record<string, number>> = {
  signal: 20,
  zebra: 3,
  refuge: 8,
  none: 12,
};

/** Registry of what can be drawn, in the order of the tools. */
export const KIND_DEFINITIONS: readonly KindDefinition[] = [
  {
    kind: 'connection',
    shapes: ['LineString'],
    key: '1',
    defaults: {
      modes: ['walk', 'bike'],
      grade: 'at_grade',
      lit: true,
      steps: false,
      surface: 'asphalt',
      width_m: 3,
    },
  },
  {
    kind: 'crossing',
    shapes: ['Point', 'LineString'],
    key: '2',
    defaults: { control: 'zebra', delay_s: 3 },
  },
  {
    kind: 'closure',
    shapes: ['LineString', 'Polygon'],
    key: '3',
    defaults: { modes: ['walk', 'bike'] },
  },
  { kind: 'facility', shapes: ['Point'], key: '4', defaults: { category: 'grocery', name: '' } },
  { kind: 'facility_removal', shapes: ['Point'], key: '5', defaults: {} },
  { kind: 'demolition', shapes: ['Polygon'], key: '6', defaults: { share: 1 } },
  { kind: 'housing', shapes: ['Point', 'Polygon'], key: '7', defaults: { homes: 40 } },
  { kind: 'change', shapes: ['LineString', 'Polygon'], key: '8', defaults: { lit: true } },
  {
    kind: 'service',
    shapes: ['LineString'],
    key: '9',
    defaults: { headway_min: 10, from: '06:00', until: '24:00', speed_kmh: 20, name: '' },
  },
  { kind: 'stop', shapes: ['Point'], key: '0', defaults: { action: 'new' } },
  {
    kind: 'service_change',
    shapes: ['Point', 'LineString'],
    key: 'l',
    defaults: { headway_min: 10, from: '06:00', until: '24:00' },
  },
];

export function kindDefinition(kind: string): KindDefinition | undefined {
  return KIND_DEFINITIONS.find((definition) => definition.kind === kind);
}

export function defaultProperties(kind: Kind): InterventionProperties {
  return { kind, ...kindDefinition(kind)?.defaults };
}

export const CATEGORIES = [
  'school',
  'daycare',
  'youth_education',
  'grocery',
  'retail',
  'service',
  'health',
  'leisure',
  'culture',
  'park',
  'workplace',
  'station',
  'stop',
] as const;

export type Category = (typeof CATEGORIES)[number];
