import { computed, signal } from '@preact/signals';
import type { Position } from 'geojson';
import { readDrawingFile } from '../api/drawing-files';
import { isAbort, ServiceProblem } from '../api/problem';
import { type DrawingFile, type LayerUse, likelyUse, understandOwn } from '../core/drawing-file';
import { imageHeader } from '../core/image-header';
import { newId } from '../core/new-id';
import { addFromFile, sortFile } from '../core/take-file';
import { messages } from '../i18n/language';
import { spoken } from './drawing';
import { importFile, isOwnFile } from './files';
import { intakeOpen } from './intake-door';
import { notice, startNew } from './opening';
import { areaId } from './place';
import { lookAt } from './place-taker';
import { placePdf, placePlan } from './plans';
import { addUnderlay, chosenUnderlayId } from './underlays';
import { act, interventions, isExample, lookingAtOther } from './workspace';

export interface Refusal {
  readonly message: string;
  readonly place: Position | null;
}

/** A file on its way in: from the hand to the map. */
export type Intake =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'reading'; readonly name: string }
  | { readonly kind: 'away'; readonly file: File }
  | { readonly kind: 'refused'; readonly name: string; readonly reasons: readonly Refusal[] }
  | { readonly kind: 'found'; readonly file: DrawingFile; readonly uses: readonly LayerUse[] };

const NOTHING: Intake = { kind: 'nothing' };
const HEAD_BYTES = 300_000;

export const intake = signal<Intake>(NOTHING);

/** What taking the file now would bring. */
export const sorted = computed(() =>
  intake.value.kind === 'found' ? sortFile(intake.value.file, intake.value.uses, newId) : null,
);

/** Why what is found cannot be taken as it is chosen now; null where it can. */
export const hindrance = computed<'nothing' | 'other' | 'features' | 'vertices' | null>(() => {
  const now = intake.value;
  const parts = sorted.value;
  if (now.kind !== 'found' || parts === null) return 'nothing';
  if (parts.drawn.length === 0) return parts.underlay.length === 0 ? 'nothing' : null;
  if (lookingAtOther.value) return 'other';
  const standing = isExample.value ? 0 : interventions.value.length;
  if (standing + parts.drawn.length > now.file.limits.features) return 'features';
  return parts.vertices > now.file.limits.vertices ? 'vertices' : null;
});

let asking: AbortController | null = null;

/** Take a file in hand: a plan is placed, a proposal of ours opened, anything else understood. */
export async function takeFile(file: File): Promise<void> {
  asking?.abort();
  notice.value = '';
  lookAt.value = null;
  intake.value = { kind: 'reading', name: file.name };
  const head = new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const image = imageHeader(head);
  if (image !== 'other') {
    const refusal = image === 'pdf' ? await placePdf(file) : await placePlan(file, image);
    if (refusal !== null) return refuse(file.name, refusal);
    intake.value = NOTHING;
    return;
  }
  const text = head[0] === 0x7b || head[0] === 0xef ? await file.text() : null;
  if (text !== null && isOwnFile(text)) {
    intake.value = NOTHING;
    intakeOpen.value = false;
    await importFile(file);
    return;
  }
  const own = text === null ? null : understandOwn(text, file.name);
  if (own === null) await haveRead(file);
  else show(own);
}

async function haveRead(file: File): Promise<void> {
  const current = new AbortController();
  asking = current;
  try {
    const found = await readDrawingFile(file, current.signal);
    if (!current.signal.aborted) show(found);
  } catch (error) {
    if (isAbort(error) || current.signal.aborted) return;
    if (!(error instanceof ServiceProblem) || error.status >= 500) {
      intake.value = { kind: 'away', file };
      return;
    }
    const faults = error.body.errors ?? [];
    const reasons = faults.map(({ message, lon, lat }) => ({
      message,
      place: lon === null || lat === null ? null : [lon, lat],
    }));
    const whole = [{ message: error.message, place: null }];
    intake.value = {
      kind: 'refused',
      name: file.name,
      reasons: reasons.length === 0 ? whole : reasons,
    };
  }
}

function refuse(name: string, message: string): void {
  intake.value = { kind: 'refused', name, reasons: [{ message, place: null }] };
}

function show(file: DrawingFile): void {
  intake.value = { kind: 'found', file, uses: file.layers.map(likelyUse) };
  lookAt.value = { bbox: file.bbox };
  spoken.value = messages.peek().intake.understood(file.name, file.layers.length);
}

export function chooseUse(layer: number, use: LayerUse): void {
  const now = intake.peek();
  if (now.kind === 'found') intake.value = { ...now, uses: now.uses.with(layer, use) };
}

/** Put the file down again, unused. */
export function leaveFile(): void {
  asking?.abort();
  intake.value = NOTHING;
}

/** Take what is found: all that is drawn in one step, the rest under it. */
export function takeFound(): void {
  const now = intake.peek();
  const parts = sorted.peek();
  const area = areaId.peek();
  if (now.kind !== 'found' || parts === null || area === null || hindrance.peek() !== null) return;
  const words = messages.peek().intake;
  if (parts.drawn.length > 0) {
    if (isExample.peek()) startNew(area);
    act((present) => addFromFile(present, parts.drawn, newId));
  }
  if (parts.underlay.length > 0) {
    addUnderlay({
      type: 'lines',
      id: newId(),
      area,
      name: now.file.name,
      visible: true,
      opacity: 0.8,
      addedAt: new Date().toISOString(),
      features: parts.underlay,
    });
  }
  intake.value = NOTHING;
  intakeOpen.value = false;
  chosenUnderlayId.value = null;
  notice.value = words.taken(parts.drawn.length, parts.underlay.length);
}
