import { effect, signal, untracked } from '@preact/signals';
import { isAbort } from '../api/problem';
import { explainHome, type Story } from '../api/travel';
import { answer } from './assessment';
import { lens } from './lens';
import { areaId } from './place';
import { inspected } from './things';
import { walker } from './walker';
import { interventions } from './workspace';

/** Both ways of the home that was asked about; null while none is, or nothing is known yet. */
export const story = signal<Story | null>(null);
export const storyFailed = signal(false);

let running: AbortController | null = null;

/** Tell why, as soon as a home is asked about, and anew when the question or the drawing changes. */
export function keepExplained(): void {
  effect(() => {
    const thing = inspected.value;
    const { mode, category } = lens.value;
    const ready = answer.value !== null;
    running?.abort();
    const kept = story.peek();
    const eyes = walker.value?.id ?? null;
    const same = kept?.home === thing?.id && kept?.category === category && kept?.lens === eyes;
    if (!same) story.value = null;
    // By bus and train a home has trips, not one way.
    if (mode === 'transit') story.value = null;
    else if (thing?.type === 'home' && ready)
      untracked(() => void tell(thing.id, mode, category, eyes));
  });
}

async function tell(
  home: string,
  mode: string,
  category: string,
  eyes: string | null,
): Promise<void> {
  const area = areaId.peek();
  if (area === null) return;
  const current = new AbortController();
  running = current;
  storyFailed.value = false;
  try {
    const drawn = interventions.peek();
    const { signal } = current;
    const told = await explainHome({ area, home, mode, category, drawn, walker: eyes, signal });
    if (!current.signal.aborted) story.value = told;
  } catch (error) {
    if (current.signal.aborted || isAbort(error)) return;
    story.value = null;
    storyFailed.value = true;
  }
}
