import { changedLengthM } from '../core/issue';
import type { Kind } from '../core/kinds';
import { areaM2, lengthM, walkMs } from '../core/measure';
import type { Pick } from '../core/pick';
import type { DrawnGeometry, Intervention, InterventionProperties } from '../core/proposal';
import { residentsInside } from '../core/residents-inside';
import { SKETCH_ID, sketchGeometry } from '../core/sketch';
import { formatDuration, formatLength } from '../i18n/format';
import { messages } from '../i18n/language';
import { comingSentence, goingSentence, pickSentence } from '../i18n/pick-words';
import { formatRoughKroner, formatSurface } from '../i18n/rough-money';
import { issues } from '../session/assessment';
import { type ActiveTool, type Sketch, sketchIssues, sketchJoins } from '../session/drawing';
import { geometryOf } from '../session/picking';
import { homePoints, roughCostOf } from '../session/prices';
import { TRANSIT_KINDS } from '../session/timetable';

/** What a finished drawing measures: metres and minutes, or m², people, and about what it costs. */
export function drawnMeasure({ id, geometry, properties }: Intervention): string {
  return told([
    ...measures(geometry, properties),
    cost(geometry, properties, changedLengthM(issues.value, id)),
  ]);
}

/** What an unfinished drawing measures where it is now, and what it will join. */
export function sketchMeasure(active: ActiveTool, { vertices, pointer }: Sketch): string {
  const { kind, shape, properties } = active;
  if (shape !== 'Point' && vertices.length === 0) return '';
  const geometry = sketchGeometry(shape, vertices, pointer);
  if (geometry === null) return '';
  const changed = changedLengthM(sketchIssues.value, SKETCH_ID);
  return told([
    ...measures(geometry, properties),
    kind === 'connection' ? joined() : null,
    cost(geometry, properties, changed),
  ]);
}

/** What would be taken by a click. */
export function pickMeasure(pick: Pick, { kind, properties }: ActiveTool): string {
  const { share } = properties;
  const part = kind === 'demolition' && typeof share === 'number' ? share : 1;
  const changed = pick.type === 'street' ? pick.stretch.lengthM : null;
  return told([
    pickSentence(pick, messages.value, part),
    cost(geometryOf(pick), properties, changed),
  ]);
}

function measures(
  geometry: DrawnGeometry,
  properties: InterventionProperties,
): readonly (string | null)[] {
  const words = messages.value;
  const people = peopleOf(geometry, properties);
  if (geometry.type === 'Point') return [people];
  if (geometry.type === 'Polygon') {
    return [formatSurface(areaM2(geometry.coordinates[0] ?? []), words), people];
  }
  const length = lengthM(geometry.coordinates);
  if (TRANSIT_KINDS.has(properties.kind))
    return [lineSentence(geometry.coordinates.length, length)];
  return [words.draw.measure(formatLength(length, words), formatDuration(walkMs(length), words))];
}

/** A line of buses is told by its stops; nobody walks along it. */
function lineSentence(stops: number, length: number): string {
  const words = messages.value;
  return words.draw.measureLine(formatLength(length, words), stops);
}

function peopleOf(geometry: DrawnGeometry, properties: InterventionProperties): string | null {
  const kind = properties.kind as Kind;
  if (kind === 'housing' && typeof properties.homes === 'number') {
    return comingSentence(properties.homes, messages.value);
  }
  if (kind !== 'demolition' || geometry.type !== 'Polygon') return null;
  const share = typeof properties.share === 'number' ? properties.share : 1;
  const { residents } = residentsInside(homePoints.value, geometry.coordinates[0] ?? []);
  return goingSentence(residents * share, messages.value);
}

/** A barrier in the way is told on the map, where it is. */
function joined(): string | null {
  if (sketchIssues.value.some(({ code }) => code === 'crosses_barrier')) return null;
  return messages.value.draw.joins(sketchJoins.value.length);
}

function cost(
  geometry: DrawnGeometry,
  properties: InterventionProperties,
  changedM: number | null,
): string | null {
  const kr = roughCostOf({ geometry, properties }, changedM);
  return kr === null || kr === 0 ? null : formatRoughKroner(kr, messages.value);
}

function told(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null).join(' · ');
}
