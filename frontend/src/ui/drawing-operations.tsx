import { messages } from '../i18n/language';
import { operations } from '../session/operations';
import { type ThingOperation, thingOperations } from '../session/thing-operations';
import type { Thing } from '../session/things';
import type { IconName } from './icon-paths';
import { OperationRow } from './operation-row';

const ICONS = {
  move: 'move',
  split: 'split',
  join: 'join',
  duplicate: 'duplicate',
  delete: 'trash',
} as const satisfies Readonly<Record<string, IconName>>;

/** The same card is there afterwards, with the same button. */
const STAYS: ReadonlySet<string> = new Set(['join', 'duplicate']);

const THING_ICONS: Readonly<Record<ThingOperation['id'], IconName>> = {
  demolish: 'demolition',
  remove: 'facility_removal',
  close: 'closure',
  change: 'change',
};

/** What can be done with the selected drawing. */
export function DrawingOperations() {
  const words = messages.value.editing.operations;
  return (
    <OperationRow
      label={words.label}
      operations={operations.value.map(({ id, key, pressed, blocked, run }) => ({
        ...words[id],
        id,
        icon: ICONS[id],
        hotkey: key,
        pressed,
        blocked,
        run,
        leadsToMap: !STAYS.has(id),
      }))}
    />
  );
}

/** What can be done with something that stands on the map already. */
export function ThingOperations({ thing }: { thing: Thing }) {
  const words = messages.value.editing.things;
  return (
    <OperationRow
      label={words.label}
      operations={thingOperations(thing).map(({ id, key, blocked, run }) => ({
        ...words[id],
        id,
        icon: THING_ICONS[id],
        hotkey: key,
        blocked,
        run,
        leadsToMap: true,
      }))}
    />
  );
}
