import type { Position } from 'geojson';
import { blockAround } from '../core/home-block';
import { defaultProperties, type Kind } from '../core/kinds';
import { newId } from '../core/new-id';
import type { DrawnGeometry, InterventionProperties } from '../core/proposal';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { spoken } from './drawing';
import { drawnAlready } from './picking';
import { inspected, type Thing } from './things';
import { addAndSelect, locked } from './workspace';

/** Something that can be done with what stands on the map already. */
export interface ThingOperation {
  readonly id: 'demolish' | 'remove' | 'close' | 'change';
  readonly key: string;
  readonly blocked: string | null;
  readonly run: () => void;
}

/** What can be done with a thing; nothing with a stop. */
export function thingOperations(thing: Thing): readonly ThingOperation[] {
  const words = messages.value.editing.things;
  switch (thing.type) {
    case 'home':
      return [demolition(thing.position)];
    case 'facility':
      return [removal(thing)];
    case 'street': {
      const { line } = thing.stretch;
      const shape: DrawnGeometry = { type: 'LineString', coordinates: [...line] };
      return [
        drawing('close', 'L', 'closure', shape, words.alreadyClosed),
        drawing('change', 'E', 'change', shape, words.alreadyChanged),
      ];
    }
    default:
      return [];
  }
}

/** Do it, or say why not. False where the thing has no such key. */
export function operateOnThing(wanted: readonly ThingOperation['id'][]): boolean {
  const thing = inspected.peek();
  const operation =
    thing === null ? undefined : thingOperations(thing).find(({ id }) => wanted.includes(id));
  if (operation === undefined) return false;
  if (operation.blocked === null) operation.run();
  else spoken.value = operation.blocked;
  return true;
}

function demolition(home: Position): ThingOperation {
  const block = blockAround([home]) ?? { type: 'Point', coordinates: home };
  const words = messages.value.editing.things;
  return drawing('demolish', 'Del', 'demolition', block, words.alreadyGone);
}

function removal({
  id,
  category,
  name,
  position,
}: Extract<Thing, { type: 'facility' }>): ThingOperation {
  const properties = { ...defaultProperties('facility_removal'), facility_id: id, category, name };
  const run = () => put({ type: 'Point', coordinates: position }, properties);
  return { id: 'remove', key: 'Del', blocked: readOnly(), run };
}

function drawing(
  id: ThingOperation['id'],
  key: string,
  kind: Kind,
  geometry: DrawnGeometry,
  repeated: string,
): ThingOperation {
  const already = drawnAlready(kind, geometry) !== null ? repeated : null;
  const run = () => put(geometry, defaultProperties(kind));
  return { id, key, blocked: readOnly() ?? already, run };
}

function readOnly(): string | null {
  return locked.value ? messages.value.tools.readOnly : null;
}

function put(geometry: DrawnGeometry, properties: InterventionProperties): void {
  const drawn = { type: 'Feature', id: newId(), geometry, properties } as const;
  inspected.value = null;
  addAndSelect(drawn);
  const words = messages.peek();
  spoken.value = words.draw.finished(interventionName(drawn, words));
}
