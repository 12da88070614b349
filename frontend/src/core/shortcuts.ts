/** Where a key is heard. The same key may mean one thing on the page and another while drawing. */
export type ShortcutPlace = 'page' | 'map' | 'drawing' | 'moving' | 'cutting' | 'thing' | 'showing';

interface ShortcutRow {
  readonly id: string;
  readonly place: ShortcutPlace;
  /** Strokes as `strokeOf` writes them; any of them will do. */
  readonly strokes: readonly string[];
}

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const;
const FAR_ARROWS = ['Shift+ArrowLeft', 'Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowDown'];

/**
 * Every key of the page but the tools' own (see `KIND_DEFINITIONS`).
 *
 * The keyboard asks this table what a key means and the list behind “?” prints it: a key that is
 * not here does nothing, and one that is here is told.
 */
export const SHORTCUTS = [
  { id: 'select', place: 'page', strokes: ['v'] },
  { id: 'undo', place: 'page', strokes: ['Ctrl+z'] },
  { id: 'redo', place: 'page', strokes: ['Ctrl+Shift+z', 'Ctrl+y'] },
  { id: 'delete', place: 'page', strokes: ['Delete'] },
  { id: 'before', place: 'page', strokes: ['b'] },
  { id: 'swipe', place: 'page', strokes: ['s'] },
  { id: 'present', place: 'page', strokes: ['p'] },
  { id: 'print', place: 'page', strokes: ['Ctrl+p'] },
  { id: 'keys', place: 'page', strokes: ['?'] },
  { id: 'letGo', place: 'page', strokes: ['Escape'] },

  { id: 'pan', place: 'map', strokes: ARROWS },
  { id: 'panFar', place: 'map', strokes: FAR_ARROWS },
  { id: 'zoomIn', place: 'map', strokes: ['+'] },
  { id: 'zoomOut', place: 'map', strokes: ['-'] },
  { id: 'ask', place: 'map', strokes: ['Enter'] },

  { id: 'setPoint', place: 'drawing', strokes: [' '] },
  { id: 'finish', place: 'drawing', strokes: ['Enter'] },
  { id: 'removeLast', place: 'drawing', strokes: ['Backspace'] },
  { id: 'cancel', place: 'drawing', strokes: ['Escape'] },

  { id: 'move', place: 'moving', strokes: ['m'] },
  { id: 'nudge', place: 'moving', strokes: ARROWS },
  { id: 'nudgeFar', place: 'moving', strokes: FAR_ARROWS },
  { id: 'nextPoint', place: 'moving', strokes: ['.'] },
  { id: 'previousPoint', place: 'moving', strokes: [','] },
  { id: 'addPoint', place: 'moving', strokes: ['Insert'] },
  { id: 'removePoint', place: 'moving', strokes: ['Delete'] },
  { id: 'endMoving', place: 'moving', strokes: ['Escape'] },

  { id: 'split', place: 'moving', strokes: ['x'] },
  { id: 'join', place: 'moving', strokes: ['c'] },
  { id: 'duplicate', place: 'moving', strokes: ['Ctrl+d'] },

  { id: 'moveCut', place: 'cutting', strokes: ARROWS },
  { id: 'moveCutFar', place: 'cutting', strokes: FAR_ARROWS },
  { id: 'nextStop', place: 'cutting', strokes: ['.'] },
  { id: 'previousStop', place: 'cutting', strokes: [','] },
  { id: 'cutHere', place: 'cutting', strokes: ['Enter'] },
  { id: 'cancelCut', place: 'cutting', strokes: ['Escape', 'x'] },

  { id: 'closeStreet', place: 'thing', strokes: ['l'] },
  { id: 'changeStreet', place: 'thing', strokes: ['e'] },
  { id: 'takeAway', place: 'thing', strokes: ['Delete'] },

  { id: 'nextStep', place: 'showing', strokes: ['ArrowRight', ' ', 'PageDown'] },
  { id: 'previousStep', place: 'showing', strokes: ['ArrowLeft', 'PageUp'] },
  { id: 'firstStep', place: 'showing', strokes: ['Home'] },
  { id: 'lastStep', place: 'showing', strokes: ['End'] },
  { id: 'fullScreen', place: 'showing', strokes: ['f'] },
  { id: 'leaveShow', place: 'showing', strokes: ['Escape', 'p'] },
] as const satisfies readonly ShortcutRow[];

export type ShortcutId = (typeof SHORTCUTS)[number]['id'];

export interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/**
 * A key press as the table writes it: `Ctrl+Shift+z`, `Shift+ArrowLeft`, `?`.
 *
 * Shift is part of a plain character already (`?`, `+`, a capital letter) and is named only beside
 * Ctrl and with keys that have a name. The command key of a Mac counts as Ctrl.
 */
export function strokeOf({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const named = key.length > 1;
  const ctrl = ctrlKey || metaKey;
  return [
    ctrl ? 'Ctrl+' : '',
    altKey ? 'Alt+' : '',
    shiftKey && (named || ctrl) ? 'Shift+' : '',
    named ? key : key.toLowerCase(),
  ].join('');
}

/** What a key means in a place; null where it means nothing. */
export function shortcutAt(place: ShortcutPlace, press: KeyPress): ShortcutId | null {
  const stroke = strokeOf(press);
  const found = SHORTCUTS.find(
    (row) => row.place === place && (row.strokes as readonly string[]).includes(stroke),
  );
  return found?.id ?? null;
}

/** The table by place, in the order it is read. */
export const SHORTCUT_PLACES: readonly ShortcutPlace[] = [
  'page',
  'map',
  'drawing',
  'moving',
  'cutting',
  'thing',
  'showing',
];

export function shortcutsOf(place: ShortcutPlace) {
  return SHORTCUTS.filter((row) => row.place === place);
}
