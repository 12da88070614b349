import { cancelCut, cutting, finishCut, moveCut, stepCut } from '../session/cutting';
import { tool } from '../session/drawing';
import { operate } from '../session/operations';
import { giveBack, isPicking } from '../session/picking';
import { operateOnThing } from '../session/thing-operations';
import { inspected } from '../session/things';
import { selectedId } from '../session/workspace';

/** Metres along the line, by key. */
const ALONG: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};

/** Keys for what is selected: split, join, copy; and for what was asked about. */
export function pressEditing(event: KeyboardEvent, onMap: boolean): boolean {
  const { key, ctrlKey, metaKey, altKey } = event;
  const letter = key.toLowerCase();
  if ((ctrlKey || metaKey) && letter === 'd') return operate('duplicate');
  if (ctrlKey || metaKey || altKey) return false;
  if (cutting.peek() !== null) return pressCutting(event, onMap);
  if (isPicking.peek() && key === 'Backspace') {
    giveBack();
    return true;
  }
  if (tool.peek() !== null) return false;
  if (selectedId.peek() !== null) {
    if (letter === 'x') return operate('split');
    return letter === 'c' && operate('join');
  }
  if (inspected.peek() === null) return false;
  return operateOnThing(key === 'Delete' ? 'Del' : key.toUpperCase());
}

/** While a place to cut is looked for, arrows follow the line. */
function pressCutting({ key, shiftKey }: KeyboardEvent, onMap: boolean): boolean {
  const along = ALONG[key];
  if (along !== undefined && onMap) {
    moveCut(along * (shiftKey ? 10 : 1));
    return true;
  }
  switch (key) {
    case '.':
    case ',':
      stepCut(key === '.' ? 1 : -1);
      return true;
    case 'Enter':
      return onMap && (finishCut() || true);
    case 'Escape':
    case 'x':
    case 'X':
      cancelCut();
      return true;
    default:
      return false;
  }
}
