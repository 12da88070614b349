import type * as L from 'leaflet';
import { KIND_DEFINITIONS } from '../core/kinds';
import { tool } from '../session/drawing';
import { showingBefore } from '../session/lens';
import {
  addPoint,
  nudge,
  nudging,
  removePoint,
  startNudging,
  stopNudging,
  takeNext,
} from '../session/nudge';
import { inspected } from '../session/things';
import { locked, redoNext, removeIntervention, selectedId, undoLast } from '../session/workspace';
import { cancelDrawing, chooseTool, type DrawMode } from './draw-mode';
import type { SelectMode } from './select-mode';

const STEP_PX = 20;
const LONG_STEP_PX = 100;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

interface KeyboardParts {
  readonly map: L.Map;
  readonly draw: DrawMode;
  readonly select: SelectMode;
}

/** Every key of the page: tools by number, drawing from a crosshair, undo, and “before”. */
export function listenToKeys({ map, draw, select }: KeyboardParts): void {
  // The crosshair moves by steps of our own, so that a step is the same wherever it is drawn.
  map.keyboard.disable();
  document.addEventListener('keydown', (event) => {
    if (isTyping(event.target)) return;
    const handled =
      pressCommand(event) ||
      pressDrawing(event, draw, map) ||
      pressNudging(event, map) ||
      pressMap(event, map, select) ||
      pressPlain(event);
    if (handled) event.preventDefault();
  });
  document.addEventListener('keyup', ({ key }) => {
    if (key.toLowerCase() === 'b') showingBefore.value = false;
  });
  window.addEventListener('blur', () => {
    showingBefore.value = false;
  });
  // Whoever draws on the map means the map by the next key.
  map.on('mousedown', () => map.getContainer().focus({ preventScroll: true }));
  map.on('mousemove', ({ originalEvent }) => {
    if (originalEvent !== undefined) map.getContainer().classList.remove('has-crosshair');
  });
}

function pressCommand({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  if (!(ctrlKey || metaKey)) return false;
  const letter = key.toLowerCase();
  if (letter === 'y' || (letter === 'z' && shiftKey)) redoNext();
  else if (letter === 'z') undoLast();
  else return false;
  return true;
}

function pressDrawing(event: KeyboardEvent, draw: DrawMode, map: L.Map): boolean {
  if (tool.peek() === null) return false;
  const crosshair = map.getContainer().classList.contains('has-crosshair');
  const onMap = isMap(event.target, map);
  switch (event.key) {
    case 'Escape':
      cancelDrawing();
      return true;
    case 'Backspace':
      draw.adapter.removeLast();
      return true;
    case ' ':
      if (!onMap) return false;
      useCrosshair(map);
      draw.addAtCrosshair();
      return true;
    case 'Enter':
      if (!onMap) return false;
      if (crosshair && !draw.crosshairOnLast) draw.addAtCrosshair();
      else draw.finish();
      return true;
    default:
      return false;
  }
}

/** Moving the selected drawing, or one of its points, by the metre. */
function pressNudging(event: KeyboardEvent, map: L.Map): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey || tool.peek() !== null) return false;
  if (event.key.toLowerCase() === 'm' && selectedId.peek() !== null && !locked.peek()) {
    if (nudging.peek() === null) startNudging();
    else stopNudging();
    return true;
  }
  const now = nudging.peek();
  if (now === null) return false;
  const step = isMap(event.target, map) ? ARROWS[event.key] : undefined;
  if (step !== undefined) {
    const metres = event.shiftKey ? 10 : 1;
    nudge(step[0] * metres, -step[1] * metres);
    return true;
  }
  return pressPoint(event.key, now.part);
}

function pressPoint(key: string, part: number | null): boolean {
  switch (key) {
    case '.':
      takeNext(1);
      return true;
    case ',':
      takeNext(-1);
      return true;
    case 'Insert':
      addPoint();
      return true;
    case 'Delete':
      if (part === null) return false;
      removePoint();
      return true;
    case 'Escape':
      stopNudging();
      return true;
    default:
      return false;
  }
}

function pressMap(event: KeyboardEvent, map: L.Map, select: SelectMode): boolean {
  if (!isMap(event.target, map)) return false;
  const step = ARROWS[event.key];
  if (step !== undefined) {
    const length = event.shiftKey ? LONG_STEP_PX : STEP_PX;
    useCrosshair(map);
    map.panBy([step[0] * length, step[1] * length], { animate: false });
    if (tool.peek() === null) select.sayAtCrosshair();
    else map.fire('mousemove', { latlng: map.getCenter() });
    return true;
  }
  if (event.key === '+' || event.key === '-') {
    map.setZoom(map.getZoom() + (event.key === '+' ? 1 : -1));
    return true;
  }
  if (event.key === 'Enter' && tool.peek() === null) {
    select.ask(map.getCenter());
    return true;
  }
  return false;
}

function pressPlain(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const definition = KIND_DEFINITIONS.find(({ key }) => key === event.key);
  if (definition !== undefined) {
    chooseTool(definition.kind);
    return true;
  }
  switch (event.key) {
    case 'b':
    case 'B':
      showingBefore.value = true;
      return true;
    case 'v':
    case 'V':
      chooseTool(null);
      return true;
    case 'Escape':
      selectedId.value = null;
      inspected.value = null;
      return true;
    case 'Delete':
      if (selectedId.peek() === null || locked.peek()) return false;
      removeIntervention(selectedId.peek() ?? '');
      return true;
    default:
      return false;
  }
}

function useCrosshair(map: L.Map): void {
  map.getContainer().classList.add('has-crosshair');
}

function isMap(target: EventTarget | null, map: L.Map): boolean {
  return target === map.getContainer() || target === document.body;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) {
    return !['checkbox', 'radio', 'button'].includes(target.type);
  }
  return target.matches('select, textarea, [contenteditable]');
}
