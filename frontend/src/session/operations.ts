import { computed } from '@preact/signals';
import { duplicateIntervention } from '../core/actions/duplicate-intervention';
import { joinInterventions } from '../core/actions/join-interventions';
import { joinPartner } from '../core/line-join';
import { lengthM } from '../core/measure';
import { newId } from '../core/new-id';
import type { Intervention } from '../core/proposal';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { cancelCut, cutStops, cutting, startCutting } from './cutting';
import { spoken, tool } from './drawing';
import { mapPlace } from './navigation';
import { nudging, startNudging, stopNudging } from './nudge';
import { act, interventions, locked, removeIntervention, selected, selectedId } from './workspace';

/** Something that can be done with the selected drawing, and why not where it cannot. */
export interface Operation {
  readonly id: 'move' | 'split' | 'join' | 'duplicate' | 'delete';
  readonly key: string;
  /** Whether it is under way. */
  readonly pressed?: boolean;
  readonly blocked: string | null;
  readonly run: () => void;
}

/** A copy lies this far from the first on the screen. */
const BESIDE_PX = 28;
/** Both halves of a line are at least a metre. */
const SHORTEST_LINE_M = 2;

export const operations = computed<readonly Operation[]>(() => {
  const chosen = selected.value;
  if (chosen === null) return [];
  const partner = joinPartner(interventions.value, chosen.id);
  const isLine = chosen.geometry.type === 'LineString';
  const words = messages.value.editing.blocked;
  const all: readonly Operation[] = [
    {
      id: 'move',
      key: 'M',
      pressed: nudging.value !== null,
      blocked: null,
      run: () => (nudging.peek() === null ? startNudging() : stopNudging()),
    },
    {
      id: 'split',
      key: 'X',
      pressed: cutting.value !== null,
      blocked: splitBlocked(chosen),
      run: () => (cutting.peek() === null ? startCutting() : cancelCut()),
    },
    {
      id: 'join',
      key: 'C',
      blocked: partner === null ? words.nothingToJoin : null,
      run: () => partner !== null && joinWith(chosen.id, partner.id),
    },
    {
      id: 'duplicate',
      key: 'Ctrl D',
      blocked: chosen.properties.kind === 'facility_removal' ? words.removalOnce : null,
      run: () => duplicate(chosen),
    },
    { id: 'delete', key: 'Del', blocked: null, run: () => remove(chosen) },
  ];
  const shown = isLine ? all : all.filter(({ id }) => id !== 'split' && id !== 'join');
  const readOnly = locked.value ? messages.value.tools.readOnly : null;
  return shown.map((operation) => ({ ...operation, blocked: readOnly ?? operation.blocked }));
});

/** Do it, or say why not. */
export function operate(id: Operation['id']): boolean {
  if (tool.peek() !== null) return false;
  const operation = operations.peek().find((each) => each.id === id);
  if (operation === undefined) return false;
  if (operation.blocked === null) operation.run();
  else spoken.value = operation.blocked;
  return true;
}

function splitBlocked({ geometry, properties }: Intervention): string | null {
  const words = messages.value.editing.blocked;
  if (geometry.type !== 'LineString') return words.onlyLines;
  if (properties.kind === 'crossing') return words.crossing;
  // Only where streets meet, and this one runs between two junctions.
  if (properties.kind === 'closure' && cutStops.value.length === 0) {
    return messages.value.editing.split.atJunction;
  }
  return lengthM(geometry.coordinates) < SHORTEST_LINE_M ? words.tooShort : null;
}

function joinWith(id: string, other: string): void {
  stopNudging();
  act((present) => joinInterventions(present, id, other));
  spoken.value = messages.peek().editing.operations.joined;
}

function duplicate(chosen: Intervention): void {
  stopNudging();
  const copy = newId();
  const metres = BESIDE_PX * metresPerPixel();
  act((present) => duplicateIntervention(present, chosen.id, copy, metres, -metres));
  selectedId.value = copy;
  const words = messages.peek();
  spoken.value = words.editing.operations.duplicated(interventionName(chosen, words));
}

function remove(chosen: Intervention): void {
  removeIntervention(chosen.id);
  const words = messages.peek();
  spoken.value = words.editing.operations.deleted(interventionName(chosen, words));
}

/** Web Mercator, 256-pixel tiles; before the map has moved it looks from about zoom 16. */
function metresPerPixel(): number {
  const { zoom, lat } = mapPlace.peek() ?? { zoom: 16, lat: 55.7 };
  return (156_543.034 * Math.cos((lat * Math.PI) / 180)) / 2 ** zoom;
}
