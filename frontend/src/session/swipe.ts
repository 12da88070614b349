import { computed, effect, signal } from '@preact/signals';
import { messages } from '../i18n/language';
import { spoken, tool } from './drawing';
import { showingBefore } from './lens';
import { areaId } from './place';
import { interventions } from './workspace';

/** Whether the person asked for the map in two halves. Of the page only: neither saved nor linked. */
const asked = signal(false);
/** Where the handle stands, in parts of the map's width from the left. */
export const swipeAt = signal(0.5);

/** Today on the left, the proposal on the right. Holding “before” shows today on both sides. */
export const swiping = computed(
  () => asked.value && interventions.value.length > 0 && !showingBefore.value,
);
/** The handle stays while “before” is held, so that nothing jumps. */
export const swipeAsked = computed(() => asked.value && interventions.value.length > 0);

export function toggleSwipe(): void {
  const words = messages.peek().swipe;
  if (interventions.peek().length === 0) {
    spoken.value = words.nothing;
    return;
  }
  asked.value = !asked.peek();
  swipeAt.value = 0.5;
  spoken.value = asked.peek() ? words.on : words.off;
}

export function moveSwipe(at: number): void {
  swipeAt.value = Math.min(1, Math.max(0, at));
}

/** Another area, or a tool in hand, ends the comparison: what is drawn must be seen on all the map. */
export function keepSwipe(): void {
  effect(() => {
    areaId.value;
    if (tool.value !== null || areaId.value === null) asked.value = false;
  });
}
