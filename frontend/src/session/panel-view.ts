import { signal } from '@preact/signals';
import { type SheetStep, stepUp } from '../core/sheet';

export const PANEL_VIEWS = ['answers', 'drawn', 'comments', 'versions'] as const;
export type PanelView = (typeof PANEL_VIEWS)[number];

/** What the panel beside the map shows; what is drawn has a view of its own on a phone only. */
export const panelView = signal<PanelView>('answers');
/** How far the sheet is pulled up on a phone. */
export const sheet = signal<SheetStep>('middle');
/** The tools are tucked away on a phone until somebody wants to draw. */
export const toolsOpen = signal(false);

/** Show a view; a sheet that is all the way down comes up so that it can be seen. */
export function showView(view: PanelView): void {
  panelView.value = view;
  if (sheet.peek() === 'low') sheet.value = stepUp('low');
}
