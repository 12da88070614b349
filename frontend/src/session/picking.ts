import { computed, effect, signal } from '@preact/signals';
import type { Polygon, Position } from 'geojson';
import { addIntervention } from '../core/actions/add-intervention';
import { deleteIntervention } from '../core/actions/delete-intervention';
import { blockAround } from '../core/home-block';
import type { Kind } from '../core/kinds';
import { newId } from '../core/new-id';
import type { Pick } from '../core/pick';
import type { DrawnGeometry, Intervention } from '../core/proposal';
import { type Inside, residentsInside } from '../core/residents-inside';
import { type StreetStretch, sameStretch } from '../core/street-stretch';
import { messages } from '../i18n/language';
import { streetTitle } from '../i18n/pick-words';
import { streetName } from '../i18n/street-words';
import { spoken, tool } from './drawing';
import { homePoints } from './prices';
import { streetPicker } from './streets';
import { act, interventions, selectedId } from './workspace';

/** Kinds that change what is there: they point first, and draw where there is nothing to point at. */
export const PICKING_KINDS: ReadonlySet<Kind> = new Set(['closure', 'change', 'demolition']);

/** What the pointer or the crosshair stands on, while a tool points. */
export const pointedAt = signal<Pick | null>(null);
/** What has been taken since the tool came into the hand. */
export const taken = signal<readonly string[]>([]);

/** Two clicks, taps or Enters mark the corners of a field, and all in it is taken. */
export const boxing = signal<'off' | 'first' | 'second'>('off');

export const isPicking = computed(() => tool.value?.pick === true);

/** The drawn change that this would repeat; null where it is new. */
export const repeated = computed<Intervention | null>(() => {
  const pick = pointedAt.value;
  const kind = tool.value?.kind;
  return pick === null || kind === undefined ? null : drawnAlready(kind, geometryOf(pick));
});

/** A closure takes what it crosses, whatever the level: that must be known before the click. */
export function closedBesides(stretch: StreetStretch): readonly string[] {
  const names = streetPicker.value
    .passed(stretch)
    .map((piece) => streetTitle(piece, messages.value));
  return [...new Set(names)];
}

export function keepPicking(): void {
  effect(() => {
    if (tool.value?.kind !== 'demolition') boxing.value = 'off';
  });
  effect(() => {
    if (!isPicking.value) {
      pointedAt.value = null;
      taken.value = [];
      boxing.value = 'off';
    }
  });
}

/** Begin a field, or leave the one that was begun. */
export function toggleBox(): void {
  const { boxFirst, boxOff } = messages.peek().editing.pick;
  boxing.value = boxing.peek() === 'off' ? 'first' : 'off';
  spoken.value = boxing.peek() === 'off' ? boxOff : boxFirst;
}

export function geometryOf(pick: Pick): DrawnGeometry {
  return pick.type === 'street'
    ? { type: 'LineString', coordinates: [...pick.stretch.line] }
    : pick.polygon;
}

export function blockPick(homes: readonly Position[]): Pick | null {
  const polygon = blockAround(homes);
  return polygon === null ? null : { type: 'block', polygon, inside: insideOf(polygon) };
}

export function buildingPick(name: string | null, polygon: Polygon): Pick {
  return { type: 'building', name, polygon, inside: insideOf(polygon) };
}

export function drawnAlready(kind: Kind, geometry: DrawnGeometry): Intervention | null {
  return (
    interventions.value.find(
      (each) => each.properties.kind === kind && sameShape(each.geometry, geometry),
    ) ?? null
  );
}

/** Take what is pointed at; the tool stays in hand for the next. */
export function take(pick: Pick): void {
  const active = tool.peek();
  if (active === null) return;
  const words = messages.peek().editing.pick;
  const geometry = geometryOf(pick);
  if (drawnAlready(active.kind, geometry) !== null) {
    spoken.value = words.already;
    return;
  }
  const drawn = { type: 'Feature', id: newId(), geometry, properties: active.properties } as const;
  act((present) => addIntervention(present, drawn));
  taken.value = [...taken.peek(), drawn.id];
  spoken.value = words.taken(pickName(pick), taken.peek().length);
}

/** Give back what was taken last. */
export function giveBack(): void {
  const last = taken.peek().at(-1);
  if (last === undefined) return;
  taken.value = taken.peek().slice(0, -1);
  act((present) => deleteIntervention(present, last));
  spoken.value = messages.peek().editing.pick.givenBack;
}

/** Put the tool down; what was taken last is selected, so that its card is there. */
export function finishPicking(): void {
  const here = new Set(interventions.peek().map(({ id }) => id));
  const last = taken.peek().findLast((id) => here.has(id));
  tool.value = null;
  if (last !== undefined) selectedId.value = last;
}

/** What it is called: the street, the building, or how many homes. */
export function pickName(pick: Pick): string {
  if (pick.type === 'street') return streetName(pick.stretch.piece, messages.value);
  if (pick.type === 'building' && pick.name !== null) return pick.name;
  return messages.value.editing.pick.homes;
}

function insideOf(polygon: Polygon): Inside {
  return residentsInside(homePoints.peek(), polygon.coordinates[0] ?? []);
}

function sameShape(one: DrawnGeometry, other: DrawnGeometry): boolean {
  if (one.type === 'LineString' && other.type === 'LineString') {
    return sameStretch(one.coordinates, other.coordinates);
  }
  return JSON.stringify(one) === JSON.stringify(other);
}
