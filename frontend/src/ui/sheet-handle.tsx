import { useRef } from 'preact/hooks';
import { outFinding } from '../core/findings';
import {
  heldHeight,
  restingStep,
  type SheetHeights,
  stepDown,
  stepOnTap,
  stepUp,
} from '../core/sheet';
import { findingSentence } from '../i18n/finding-sentence';
import { messages } from '../i18n/language';
import { answer } from '../session/assessment';
import { lens } from '../session/lens';
import { allRows } from '../session/on-demand';
import { sheet } from '../session/panel-view';
import { measureName } from './measure-words';

/** As in phone.css: how much of the window the sheet takes half way up. */
const MIDDLE_SHARE = 0.46;
/** Less than this is a tap, however the finger trembles. */
const DRAG_PX = 6;

interface Drag {
  readonly startY: number;
  readonly startHeight: number;
  readonly heights: SheetHeights;
  readonly panel: HTMLElement;
  moved: boolean;
  lastY: number;
  lastMs: number;
  speed: number;
}

/** The top of the sheet on a phone: pulled to three heights by the finger, the button or the keys. */
export function SheetHandle() {
  const words = messages.value.sheet;
  const drag = useRef<Drag | null>(null);
  const moved = useRef(false);
  return (
    <button
      type="button"
      class="sheet-handle"
      aria-expanded={sheet.value !== 'low'}
      onPointerDown={(event) => {
        drag.current = startDrag(event);
        moved.current = false;
      }}
      onPointerMove={(event) => {
        if (drag.current !== null) follow(drag.current, event);
      }}
      onPointerUp={() => {
        moved.current = drag.current?.moved ?? false;
        letGo(drag.current);
        drag.current = null;
      }}
      onPointerCancel={() => {
        letGo(drag.current);
        drag.current = null;
      }}
      onClick={() => {
        if (!moved.current) sheet.value = stepOnTap(sheet.peek());
        moved.current = false;
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowUp') sheet.value = stepUp(sheet.peek());
        else if (event.key === 'ArrowDown') sheet.value = stepDown(sheet.peek());
        else return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <span class="sheet-grip" aria-hidden="true" />
      <span class="sr-only">{words[sheet.value]}</span>
    </button>
  );
}

/** What is left to read when the sheet is down: the finding that matters most. */
export function SheetHeadline() {
  const words = messages.value;
  const finding = outFinding(allRows.value, lens.value, answer.value?.homes ?? null);
  if (finding === null) return null;
  return (
    <p class="sheet-headline" aria-hidden="true">
      {findingSentence(finding, measureName(finding.row.id), words)}
    </p>
  );
}

function startDrag(event: PointerEvent & { currentTarget: HTMLElement }): Drag | null {
  const panel = event.currentTarget.closest<HTMLElement>('.panel');
  if (panel === null) return null;
  event.currentTarget.setPointerCapture(event.pointerId);
  const style = getComputedStyle(panel);
  const heights = {
    low: Number.parseFloat(style.minHeight),
    middle: window.innerHeight * MIDDLE_SHARE,
    high: Number.parseFloat(style.maxHeight),
  };
  const { clientY: startY, timeStamp: lastMs } = event;
  const startHeight = panel.offsetHeight;
  return { startY, startHeight, heights, panel, moved: false, lastY: startY, lastMs, speed: 0 };
}

function follow(drag: Drag, { clientY, timeStamp }: PointerEvent): void {
  if (!drag.moved && Math.abs(clientY - drag.startY) < DRAG_PX) return;
  drag.moved = true;
  const passedMs = Math.max(1, timeStamp - drag.lastMs);
  drag.speed = (drag.lastY - clientY) / passedMs;
  drag.lastY = clientY;
  drag.lastMs = timeStamp;
  const height = heldHeight(drag.startHeight + drag.startY - clientY, drag.heights);
  drag.panel.classList.add('is-held');
  drag.panel.style.height = `${height}px`;
}

function letGo(drag: Drag | null): void {
  if (drag === null) return;
  const { panel, moved, heights, speed } = drag;
  if (moved) sheet.value = restingStep(panel.offsetHeight, speed, heights);
  panel.classList.remove('is-held');
  panel.style.height = '';
}
