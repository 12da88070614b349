import type * as L from 'leaflet';
import { KIND_DEFINITIONS } from '../core/kinds';
import { shortcutAt } from '../core/shortcuts';
import { tool } from '../session/drawing';
import { keyListOpen } from '../session/help';
import { showingBefore } from '../session/lens';
import { mapPlace } from '../session/navigation';
import {
  addPoint,
  nudge,
  nudging,
  removePoint,
  startNudging,
  stopNudging,
  takeNext,
} from '../session/nudge';
import { beginShow, showing } from '../session/showing';
import { stepBack, stepOn } from '../session/stepping';
import { toggleSwipe } from '../session/swipe';
import { inspected } from '../session/things';
import { locked, removeIntervention, selectedId } from '../session/workspace';
import { cancelDrawing, chooseTool, type DrawMode } from './draw-mode';
import { pressEditing } from './editing-keys';
import type { SelectMode } from './select-mode';
import { pressShowing } from './showing-keys';

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
    if (showing.peek() !== null) {
      if (pressShowing(event)) event.preventDefault();
      return;
    }
    // While another view stands in the map's place, nothing is drawn or undone behind it.
    if (!map.getContainer().isConnected) return;
    const handled =
      pressCommand(event) ||
      pressEditing(event, isMap(event.target, map)) ||
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

function pressCommand(event: KeyboardEvent): boolean {
  switch (shortcutAt('page', event)) {
    case 'undo':
      stepBack();
      return true;
    case 'redo':
      stepOn();
      return true;
    default:
      return false;
  }
}

function pressDrawing(event: KeyboardEvent, draw: DrawMode, map: L.Map): boolean {
  if (tool.peek() === null) return false;
  const crosshair = map.getContainer().classList.contains('has-crosshair');
  const onMap = isMap(event.target, map);
  switch (shortcutAt('drawing', event)) {
    case 'cancel':
      cancelDrawing();
      return true;
    case 'removeLast':
      draw.adapter.removeLast();
      return true;
    case 'setPoint':
      if (!onMap) return false;
      useCrosshair(map);
      draw.addAtCrosshair();
      return true;
    case 'finish':
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
  if (tool.peek() !== null) return false;
  const meant = shortcutAt('moving', event);
  if (meant === 'move' && selectedId.peek() !== null && !locked.peek()) {
    if (nudging.peek() === null) startNudging();
    else stopNudging();
    return true;
  }
  const now = nudging.peek();
  if (now === null) return false;
  if (meant === 'nudge' || meant === 'nudgeFar') {
    const step = isMap(event.target, map) ? ARROWS[event.key] : undefined;
    if (step === undefined) return false;
    const metres = meant === 'nudgeFar' ? 10 : 1;
    nudge(step[0] * metres, -step[1] * metres);
    return true;
  }
  return pressPoint(event, now.part);
}

function pressPoint(event: KeyboardEvent, part: number | null): boolean {
  switch (shortcutAt('moving', event)) {
    case 'nextPoint':
      takeNext(1);
      return true;
    case 'previousPoint':
      takeNext(-1);
      return true;
    case 'addPoint':
      addPoint();
      return true;
    case 'removePoint':
      if (part === null) return false;
      removePoint();
      return true;
    case 'endMoving':
      stopNudging();
      return true;
    default:
      return false;
  }
}

function pressMap(event: KeyboardEvent, map: L.Map, select: SelectMode): boolean {
  if (!isMap(event.target, map)) return false;
  const meant = shortcutAt('map', event);
  switch (meant) {
    case 'pan':
    case 'panFar':
      panBy(map, event.key, meant === 'panFar' ? LONG_STEP_PX : STEP_PX, select);
      return true;
    case 'zoomIn':
    case 'zoomOut':
      map.setZoom(map.getZoom() + (meant === 'zoomIn' ? 1 : -1));
      return true;
    case 'ask':
      if (tool.peek() !== null) return false;
      select.ask(map.getCenter());
      return true;
    default:
      return false;
  }
}

function panBy(map: L.Map, key: string, length: number, select: SelectMode): void {
  const [east, south] = ARROWS[key] ?? [0, 0];
  useCrosshair(map);
  map.panBy([east * length, south * length], { animate: false });
  if (tool.peek() === null) select.sayAtCrosshair();
  else map.fire('mousemove', { latlng: map.getCenter() });
}

function pressPlain(event: KeyboardEvent): boolean {
  const free = !(event.ctrlKey || event.metaKey || event.altKey);
  const definition = KIND_DEFINITIONS.find(({ key }) => key === event.key);
  if (free && definition !== undefined) {
    chooseTool(definition.kind);
    return true;
  }
  switch (shortcutAt('page', event)) {
    case 'before':
      showingBefore.value = true;
      return true;
    case 'select':
      chooseTool(null);
      return true;
    case 'letGo':
      keyListOpen.value = false;
      selectedId.value = null;
      inspected.value = null;
      return true;
    case 'delete':
      if (selectedId.peek() === null || locked.peek()) return false;
      removeIntervention(selectedId.peek() ?? '');
      return true;
    default:
      return pressView(event);
  }
}

/** Other ways of looking at the same page. */
function pressView(event: KeyboardEvent): boolean {
  switch (shortcutAt('page', event)) {
    case 'swipe':
      toggleSwipe();
      return true;
    case 'present':
      beginShow(mapPlace.peek());
      return true;
    case 'keys':
      keyListOpen.value = !keyListOpen.peek();
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
