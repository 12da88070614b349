import { deepFreeze } from './freeze';
import type {
  DrawnGeometry,
  Intervention,
  JsonValue,
  Proposal,
  ProposalSettings,
} from './proposal';
import { readSettings } from './proposal-settings';

export interface ProposalFile {
  readonly type: 'FeatureCollection';
  readonly forbind: {
    readonly area: string;
    readonly name: string;
    readonly description: string;
    readonly settings?: ProposalSettings;
  };
  readonly features: readonly Intervention[];
}

/** What an import could not use: a reason with the feature's place in the file. */
export interface ImportFault {
  readonly code:
    | 'not_json'
    | 'not_collection'
    | 'not_feature'
    | 'no_kind'
    | 'geometry'
    | 'degrees'
    | 'settings';
  readonly position: number | null;
}

export type ImportResult =
  | {
      readonly ok: true;
      readonly area: string | null;
      readonly name: string | null;
      readonly description: string;
      readonly interventions: readonly Intervention[];
      readonly settings: ProposalSettings;
    }
  | { readonly ok: false; readonly faults: readonly ImportFault[] };

export function exportProposal(proposal: Proposal): ProposalFile {
  const { area, name, description, settings } = proposal;
  return {
    type: 'FeatureCollection',
    forbind: { area, name, description, ...(settings === undefined ? {} : { settings }) },
    features: proposal.interventions,
  };
}

/** Read a proposal file. All faults are collected; a file with one fault is not half loaded. */
export function importProposal(text: string, newId: () => string): ImportResult {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return { ok: false, faults: [{ code: 'not_json', position: null }] };
  }
  if (!isRecord(parsed) || parsed.type !== 'FeatureCollection' || !Array.isArray(parsed.features)) {
    return { ok: false, faults: [{ code: 'not_collection', position: null }] };
  }
  const faults: ImportFault[] = [];
  const interventions: Intervention[] = [];
  const taken = new Set<string>();
  parsed.features.forEach((feature: unknown, position) => {
    const code = faultOf(feature);
    if (code !== null) faults.push({ code, position });
    else interventions.push(readFeature(feature as RawFeature, taken, newId));
  });
  const words = isRecord(parsed.forbind) ? parsed.forbind : {};
  const settings = readSettings(words.settings);
  if (settings === null) faults.push({ code: 'settings', position: null });
  if (faults.length > 0 || settings === null) return { ok: false, faults };
  return {
    ok: true,
    area: asText(words.area),
    name: asText(words.name) ?? asText(words.name_da),
    description: asText(words.description) ?? asText(words.description_da) ?? '',
    interventions: deepFreeze(interventions),
    settings,
  };
}

interface RawFeature {
  readonly id?: unknown;
  readonly geometry: DrawnGeometry;
  readonly properties: { readonly kind: string; readonly [key: string]: JsonValue };
}

function faultOf(feature: unknown): ImportFault['code'] | null {
  if (!isRecord(feature) || feature.type !== 'Feature') return 'not_feature';
  if (!isRecord(feature.properties) || typeof feature.properties.kind !== 'string')
    return 'no_kind';
  const geometry = feature.geometry;
  if (!isRecord(geometry) || !['Point', 'LineString', 'Polygon'].includes(String(geometry.type))) {
    return 'geometry';
  }
  const places = positions(geometry.coordinates);
  if (places.length === 0) return 'geometry';
  const inDegrees = places.every(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90);
  return inDegrees ? null : 'degrees';
}

/** Every [lon, lat] of a coordinates member, however deep; empty when something is no number. */
function positions(coordinates: unknown): [number, number][] {
  if (!Array.isArray(coordinates)) return [];
  const [first, second] = coordinates;
  if (typeof first === 'number') {
    return typeof second === 'number' && Number.isFinite(first) && Number.isFinite(second)
      ? [[first, second]]
      : [];
  }
  const nested = coordinates.map(positions);
  return nested.some((part) => part.length === 0) ? [] : nested.flat();
}

function readFeature(feature: RawFeature, taken: Set<string>, newId: () => string): Intervention {
  const stated = feature.id === undefined || feature.id === null ? '' : String(feature.id);
  const id = stated === '' || taken.has(stated) ? newId() : stated;
  taken.add(id);
  return { type: 'Feature', id, geometry: feature.geometry, properties: feature.properties };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
