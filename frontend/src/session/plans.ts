import { signal } from '@preact/signals';
import type { Position } from 'geojson';
import { IMAGE_BYTES, IMAGE_PIXELS, type ImageHeader, PDF_BYTES } from '../core/image-header';
import { newId } from '../core/new-id';
import {
  dragCorner,
  fitTwo,
  metresAcross,
  moveBy,
  onPlan,
  type PlanePoint,
  placeAt,
  type Size,
  toPlane,
} from '../core/placement';
import { type PlanSteps, remembered, steppedBack, steppedOn } from '../core/plan-steps';
import type { PlanUnderlay } from '../core/underlay';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { spoken, tool } from './drawing';
import { areaId } from './place';
import { groundInView, placeTaker } from './place-taker';
import { addUnderlay, alterUnderlay, chosenPlan, chosenUnderlayId } from './underlays';
import { selectedId } from './workspace';

const SHARE_OF_VIEW = 0.6;
const REST_MS = 450;

/** Lay an image on the map; gives why not where it cannot be done. */
export async function placePlan(file: File, header: ImageHeader): Promise<string | null> {
  const words = messages.peek();
  if (file.size > IMAGE_BYTES) return tooHeavy(file, IMAGE_BYTES);
  if (header.width * header.height > IMAGE_PIXELS) {
    const pixels = formatNumber(Math.round((header.width * header.height) / 1e6), words);
    return words.intake.imageTooLarge(pixels, formatNumber(IMAGE_PIXELS / 1e6, words));
  }
  const size = await unpackedSize(file);
  if (size === null) return words.intake.imageBroken;
  const image = new Blob([await file.arrayBuffer()], { type: `image/${header.kind}` });
  lay(file.name, image, size);
  spoken.value = words.intake.planPlaced(file.name);
  return null;
}

/** Lay the first page of a PDF on the map; gives why not where it cannot be done. */
export async function placePdf(file: File): Promise<string | null> {
  const words = messages.peek();
  if (file.size > PDF_BYTES) return tooHeavy(file, PDF_BYTES);
  const { planPage } = await import('./plan-page');
  const page = await planPage(file);
  if (typeof page === 'string') return words.intake.noPage[page];
  lay(file.name, page.image, { width: page.width, height: page.height });
  spoken.value = words.intake.pagePlaced(file.name, page.pages);
  return null;
}

function tooHeavy(file: File, limit: number): string {
  const words = messages.peek();
  const megabytes = formatNumber(Math.ceil(file.size / 1e6), words);
  return words.intake.planTooHeavy(megabytes, formatNumber(limit / 1e6, words));
}

/** In the middle of what is seen, ready to be moved. */
function lay(name: string, image: Blob, { width, height }: Size): void {
  const here = areaId.peek();
  const seen = groundInView.peek()?.() ?? null;
  if (here === null || seen === null) return;
  const id = newId();
  addUnderlay({
    type: 'plan',
    id,
    area: here,
    name,
    visible: true,
    opacity: 0.6,
    addedAt: new Date().toISOString(),
    image,
    width,
    height,
    placement: placeAt(seen.middle, seen.widthM * SHARE_OF_VIEW, { width, height }),
    locked: false,
  });
  choosePlan(id);
}

/** The size as the browser shows it, turned the way the camera was held. */
async function unpackedSize(file: File): Promise<Size | null> {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return { width: image.naturalWidth, height: image.naturalHeight };
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Take a plan in hand: nothing drawn is selected meanwhile. */
export function choosePlan(id: string): void {
  tool.value = null;
  selectedId.value = null;
  chosenUnderlayId.value = id;
}

/** Remember where a plan lies before it is moved. */
export function rememberPlacement(plan: PlanUnderlay): void {
  alterUnderlay(plan.id, remembered(plan));
}

/** Lay the plan in hand where it lay before it was last moved; tells whether it could be. */
export function layPlanBack(): boolean {
  return layPlan(steppedBack, messages.peek().intake.planBack);
}

/** Lay the plan in hand where it lay before it was moved back; tells whether it could be. */
export function layPlanOn(): boolean {
  return layPlan(steppedOn, messages.peek().intake.planMoved);
}

function layPlan(step: (plan: PlanUnderlay) => PlanSteps | null, said: string): boolean {
  const plan = chosenPlan.peek();
  const laid = plan === null || plan.locked ? null : step(plan);
  if (plan === null || laid === null) return false;
  alterUnderlay(plan.id, laid);
  spoken.value = said;
  return true;
}

let resting: ReturnType<typeof setTimeout> | undefined;

/** Move a corner, or the whole where `corner` is null, by keys: metres east and north. */
export function nudgePlan(
  plan: PlanUnderlay,
  corner: { readonly index: number; readonly at: PlanePoint } | null,
  eastM: number,
  northM: number,
): void {
  if (resting === undefined) rememberPlacement(plan);
  clearTimeout(resting);
  resting = setTimeout(() => {
    resting = undefined;
    spoken.value = messages.peek().intake.planMoved;
  }, REST_MS);
  const across = metresAcross(plan.placement.y);
  const placement =
    corner === null
      ? moveBy(plan.placement, eastM, northM)
      : dragCorner(plan.placement, plan, corner.index, {
          x: corner.at.x + eastM / across,
          y: corner.at.y - northM / across,
        });
  alterUnderlay(plan.id, { placement });
}

/** Two places of the plan, then the same two on the map. */
export interface Fitting {
  readonly id: string;
  readonly plan: readonly (readonly [number, number])[];
  readonly map: readonly PlanePoint[];
}

export const fitting = signal<Fitting | null>(null);

export function startFitting(plan: PlanUnderlay): void {
  choosePlan(plan.id);
  fitting.value = { id: plan.id, plan: [], map: [] };
  placeTaker.value = takePlace;
  spoken.value = messages.peek().intake.fitSteps[0] ?? '';
}

export function stopFitting(): void {
  fitting.value = null;
  placeTaker.value = null;
}

/** How many of the four places are pointed out. */
export function fittingStep({ plan, map }: Fitting): number {
  return plan.length + map.length;
}

function takePlace(place: Position): void {
  const now = fitting.peek();
  const plan = chosenPlan.peek();
  const words = messages.peek().intake;
  if (now === null || plan === null) {
    stopFitting();
    return;
  }
  const point = toPlane(place);
  if (now.plan.length < 2) {
    const [u, v] = onPlan(plan.placement, point);
    if (Math.abs(u) * 2 > plan.width || Math.abs(v) * 2 > plan.height) {
      spoken.value = words.fitOnPlan;
      return;
    }
    fitting.value = { ...now, plan: [...now.plan, [u, v]] };
  } else fitting.value = { ...now, map: [...now.map, point] };
  finishFitting(plan);
}

function finishFitting(plan: PlanUnderlay): void {
  const now = fitting.peek();
  const words = messages.peek().intake;
  if (now === null) return;
  const [a, b] = now.plan;
  const [c, d] = now.map;
  if (a === undefined || b === undefined || c === undefined || d === undefined) {
    spoken.value = words.fitSteps[fittingStep(now)] ?? '';
    return;
  }
  stopFitting();
  const placement = fitTwo([a, b], [c, d]);
  if (placement === null) {
    spoken.value = words.fitTooNear;
    return;
  }
  rememberPlacement(plan);
  alterUnderlay(plan.id, { placement });
  spoken.value = words.fitDone;
}
