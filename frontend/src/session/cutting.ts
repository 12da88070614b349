import { computed, effect, signal, untracked } from '@preact/signals';
import type { Position } from 'geojson';
import { splitIntervention } from '../core/actions/split-intervention';
import { alongM, cutAt, type LineCut, nearestCut, splitLine } from '../core/line-cut';
import { distanceM, lengthM } from '../core/measure';
import { newId } from '../core/new-id';
import type { Intervention } from '../core/proposal';
import { formatLength } from '../i18n/format';
import { messages } from '../i18n/language';
import { joins } from './assessment';
import { spoken, tool } from './drawing';
import { nudging, stopNudging } from './nudge';
import { streetPicker } from './streets';
import { act, interventions, locked, selected } from './workspace';

/** Where the selected line would be cut, while the hand looks for the place; null when it does not. */
export const cutting = signal<LineCut | null>(null);

/** What the service joins by itself: a new end this near a street, or another line, is tied to it. */
const JOIN_REACH_M = 15;
const SAME_PLACE_M = 1;
/** A closure is decided for whole pieces of street, a change for ten metres or more. */
const BESIDE_M = 4;
const CHANGED_LEAST_M = 10;

const line = computed<readonly Position[] | null>(() => {
  const geometry = selected.value?.geometry;
  return geometry?.type === 'LineString' ? geometry.coordinates : null;
});

/** Both halves in metres, why the line cannot be cut here, and what else the cut would do. */
export interface CutVerdict {
  readonly halvesM: readonly [number, number];
  readonly blocked: string | null;
  readonly note: string | null;
}

export const cutVerdict = computed<CutVerdict | null>(() => {
  const cut = cutting.value;
  const chosen = selected.value;
  if (cut === null || chosen === null || line.value === null) return null;
  const first = alongM(line.value, cut);
  const halvesM = [first, Math.max(0, lengthM(line.value) - first)] as const;
  return { halvesM, blocked: blockedAt(chosen, cut, halvesM), note: noteAt(chosen, cut) };
});

/** Places a cut likes to be at: the line's own points, its joins, and junctions along it. */
export const cutStops = computed<readonly LineCut[]>(() => {
  const chosen = selected.value;
  const places = line.value;
  if (chosen === null || places === null) return [];
  const found =
    chosen.properties.kind === 'closure'
      ? streetPicker.value.nodesBeside(places, BESIDE_M)
      : [...places.slice(1, -1), ...ownJoins(chosen.id)];
  const stops = found.flatMap((place) => nearestCut(places, place) ?? []);
  return stops
    .filter((stop) => splitLine(places, stop) !== null)
    .toSorted((one, other) => alongM(places, one) - alongM(places, other));
});

export function keepCutting(): void {
  effect(() => {
    line.value;
    tool.value;
    locked.value;
    untracked(() => {
      cutting.value = null;
    });
  });
}

/** Begin to look for a place to cut; at a chosen point it is cut at once. */
export function startCutting(): void {
  const part = nudging.peek()?.part ?? null;
  stopNudging();
  const places = line.peek();
  if (places === null || locked.peek()) return;
  if (part !== null && part > 0 && part < places.length - 1) {
    cutting.value = { segment: part, place: places[part] ?? [] };
    finishCut();
    return;
  }
  cutting.value = bent(cutAt(places, lengthM(places) / 2), Infinity);
  spoken.value = messages.peek().editing.split.started;
}

/** Move the cut to the place on the line nearest to the pointer, or to a stop beside that. */
export function pointCut(place: Position, bendM: number): number {
  const places = line.peek();
  const near = places === null ? null : nearestCut(places, place);
  if (near === null) return Infinity;
  cutting.value = bent({ segment: near.segment, place: near.place }, bendM);
  return near.distanceM;
}

/** Move the cut along the line by metres. */
export function moveCut(metres: number): void {
  const places = line.peek();
  const cut = cutting.peek();
  if (places === null || cut === null) return;
  const length = lengthM(places);
  const to = Math.min(length - 1, Math.max(1, alongM(places, cut) + metres));
  cutting.value = cutAt(places, to);
  sayCut();
}

/** Move the cut to the next or the previous stop. */
export function stepCut(step: 1 | -1): void {
  const places = line.peek();
  const cut = cutting.peek();
  if (places === null || cut === null) return;
  const here = alongM(places, cut);
  const beyond = (stop: LineCut) => step * (alongM(places, stop) - here) > 0.1;
  const stops = cutStops.peek();
  const next = step === 1 ? stops.find(beyond) : stops.findLast(beyond);
  if (next !== undefined) cutting.value = next;
  sayCut();
}

export function cancelCut(): void {
  if (cutting.peek() === null) return;
  cutting.value = null;
  spoken.value = messages.peek().editing.split.cancelled;
}

/** Cut: one step of the history. False where it cannot be cut. */
export function finishCut(): boolean {
  const chosen = selected.peek();
  const cut = cutting.peek();
  const verdict = cutVerdict.peek();
  if (chosen === null || cut === null || verdict === null) return false;
  if (verdict.blocked !== null) {
    spoken.value = verdict.blocked;
    return false;
  }
  cutting.value = null;
  act((present) => splitIntervention(present, chosen.id, cut, newId()));
  const words = messages.peek();
  const [first, second] = verdict.halvesM.map((metres) => formatLength(metres, words));
  spoken.value = words.editing.split.done(first ?? '', second ?? '');
  return true;
}

function sayCut(): void {
  const verdict = cutVerdict.peek();
  if (verdict === null) return;
  const words = messages.peek();
  const [first, second] = verdict.halvesM.map((metres) => formatLength(metres, words));
  const said = words.editing.split.at(first ?? '', second ?? '');
  spoken.value = [said, verdict.blocked ?? verdict.note].filter(Boolean).join('. ');
}

function bent(cut: LineCut, reachM: number): LineCut {
  const places = line.peek();
  const chosen = selected.peek();
  if (places === null || chosen === null) return cut;
  // A closure goes to the nearest junction however far: nowhere else can it be cut.
  const reach = chosen.properties.kind === 'closure' ? Infinity : Math.min(reachM, JOIN_REACH_M);
  const nearest = cutStops
    .peek()
    .map((stop) => ({ stop, away: distanceM(stop.place, cut.place) }))
    .toSorted((one, other) => one.away - other.away)[0];
  return nearest !== undefined && nearest.away <= reach ? nearest.stop : cut;
}

function blockedAt(
  chosen: Intervention,
  cut: LineCut,
  halvesM: readonly [number, number],
): string | null {
  const words = messages.value.editing.split;
  const places = line.value ?? [];
  if (splitLine(places, cut) === null) return words.nearEnd;
  const { kind } = chosen.properties;
  if (kind === 'change' && Math.min(...halvesM) < CHANGED_LEAST_M) return words.needsTenMetres;
  if (kind !== 'closure') return null;
  const atStop = cutStops.value.some(({ place }) => distanceM(place, cut.place) < SAME_PLACE_M);
  return atStop ? null : words.atJunction;
}

/** A new end beside a street is tied to it: that must be known before the click. */
function noteAt({ id, properties }: Intervention, { place }: LineCut): string | null {
  if (properties.kind !== 'connection') return null;
  const joined = ownJoins(id).some((own) => distanceM(own, place) < SAME_PLACE_M);
  if (joined) return null;
  const street = streetPicker.value.pick(place, JOIN_REACH_M, ({ grade }) => grade === 'at_grade');
  const streetM = street === null ? Infinity : (nearestCut(street.line, place)?.distanceM ?? 0);
  const linesM = interventions.value
    .filter((other) => other.id !== id && other.properties.kind === 'connection')
    .map(({ geometry }) =>
      geometry.type === 'LineString'
        ? (nearestCut(geometry.coordinates, place)?.distanceM ?? Infinity)
        : Infinity,
    );
  const away = Math.min(streetM, ...linesM);
  if (away > JOIN_REACH_M) return null;
  return messages.value.editing.split.alsoJoins(formatLength(away, messages.value));
}

function ownJoins(id: string): readonly Position[] {
  return joins.value.filter(({ feature }) => feature === id).map(({ lon, lat }) => [lon, lat]);
}
