import { type ShortcutId, shortcutAt } from '../core/shortcuts';
import { cancelCut, cutting, finishCut, moveCut, stepCut } from '../session/cutting';
import { tool } from '../session/drawing';
import { type Operation, operate } from '../session/operations';
import { giveBack, isPicking } from '../session/picking';
import { operateOnThing, type ThingOperation } from '../session/thing-operations';
import { inspected } from '../session/things';
import { selectedId } from '../session/workspace';

/** Which way along the line an arrow goes. */
const ALONG: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowUp: 1,
  ArrowLeft: -1,
  ArrowDown: -1,
};
const FAR_M = 10;
/** Moving and deleting have keys of their own. */
const OPERATIONS: Readonly<Partial<Record<ShortcutId, Operation['id']>>> = {
  split: 'split',
  join: 'join',
  duplicate: 'duplicate',
};
const ON_THINGS: Readonly<Partial<Record<ShortcutId, readonly ThingOperation['id'][]>>> = {
  closeStreet: ['close'],
  changeStreet: ['change'],
  takeAway: ['demolish', 'remove'],
};

/** Keys for what is selected: split, join, copy; and for what was asked about. */
export function pressEditing(event: KeyboardEvent, onMap: boolean): boolean {
  if (cutting.peek() !== null) return pressCutting(event, onMap);
  if (isPicking.peek() && shortcutAt('drawing', event) === 'removeLast') {
    giveBack();
    return true;
  }
  if (tool.peek() !== null) return false;
  if (selectedId.peek() !== null) {
    const operation = OPERATIONS[shortcutAt('moving', event) ?? 'select'];
    return operation !== undefined && operate(operation);
  }
  const wanted = ON_THINGS[shortcutAt('thing', event) ?? 'select'];
  return inspected.peek() !== null && wanted !== undefined && operateOnThing(wanted);
}

/** While a place to cut is looked for, arrows follow the line. */
function pressCutting(event: KeyboardEvent, onMap: boolean): boolean {
  const meant = shortcutAt('cutting', event);
  switch (meant) {
    case 'moveCut':
    case 'moveCutFar':
      if (!onMap) return false;
      moveCut((ALONG[event.key] ?? 0) * (meant === 'moveCutFar' ? FAR_M : 1));
      return true;
    case 'nextStop':
    case 'previousStop':
      stepCut(meant === 'nextStop' ? 1 : -1);
      return true;
    case 'cutHere':
      if (onMap) finishCut();
      return onMap;
    case 'cancelCut':
      cancelCut();
      return true;
    default:
      return false;
  }
}
