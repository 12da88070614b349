import { CATEGORIES, type Kind } from './kinds';
import type { InterventionProperties, JsonValue } from './proposal';

type Reader = (value: JsonValue) => JsonValue | undefined;

const YES = new Set(['ja', 'yes', 'true', 'sand', '1', 'j', 'y']);
const NO = new Set(['nej', 'no', 'false', 'falsk', '0', 'n']);

function flag(value: JsonValue): JsonValue | undefined {
  if (typeof value === 'boolean') return value;
  const word = String(value).trim().toLowerCase();
  if (YES.has(word)) return true;
  return NO.has(word) ? false : undefined;
}

/** A number, also one that was written as text in Danish: “2,5”. */
function number(value: JsonValue): JsonValue | undefined {
  const text = typeof value === 'string' ? value.trim().replace(',', '.') : value;
  const read = typeof text === 'string' && text !== '' ? Number(text) : text;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

function oneOf(...words: readonly string[]): Reader {
  return (value) => (typeof value === 'string' && words.includes(value) ? value : undefined);
}

function modes(value: JsonValue): JsonValue | undefined {
  if (Array.isArray(value)) return value;
  const list = typeof value === 'string' ? listIn(value) : null;
  if (!Array.isArray(list) || list.length === 0) return undefined;
  return list.every((mode) => mode === 'walk' || mode === 'bike') ? list : undefined;
}

/** A list that a table holds as text: `["walk","bike"]` or `walk, bike`. */
function listIn(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text.split(/[,;]/).map((word) => word.trim());
  }
}

const text: Reader = (value) => (typeof value === 'string' ? value : undefined);

/** How each property that the service reads is read out of what a file says. */
const READERS: ReadonlyMap<string, Reader> = new Map(
  Object.entries<Reader>({
    modes,
    grade: oneOf('at_grade', 'bridge', 'tunnel'),
    lit: flag,
    steps: flag,
    surface: text,
    width_m: number,
    control: oneOf('signal', 'zebra', 'refuge', 'none'),
    delay_s: number,
    category: oneOf(...CATEGORIES),
    name: text,
    capacity: number,
    share: number,
    homes: number,
    residents: number,
    speed_kmh: number,
    facility_id: text,
    headway_min: number,
    from: text,
    until: text,
    line: text,
    action: oneOf('new', 'closed', 'moved'),
    stop_id: text,
  }),
);

/** Where a value that the service could not read is kept. */
export const AS_IN_FILE = 'fil:';

/**
 * The properties of a drawing that comes from a file: the usual ones of its kind, then the file's.
 *
 * Nothing the file says is lost. What cannot be read as the property it is named for is kept beside
 * it, with `fil:` before its name; what the file leaves empty is as usual. Whether a number makes
 * sense is for the service to say, as for anything that is drawn.
 */
export function propertiesFrom(
  kind: Kind,
  usual: Readonly<Record<string, JsonValue>>,
  file: Readonly<Record<string, JsonValue>>,
): InterventionProperties {
  // A map, since a table may have a column by any name: “valueOf”, “__proto__”.
  const kept = new Map<string, JsonValue>(Object.entries(usual));
  for (const [name, value] of Object.entries(file)) {
    const reader = READERS.get(name);
    if (name === 'kind' || (value === null && reader !== undefined)) continue;
    const read = reader === undefined ? value : reader(value);
    if (read === undefined) kept.set(`${AS_IN_FILE}${name}`, value);
    else kept.set(name, read);
  }
  return { ...Object.fromEntries(kept), kind };
}
