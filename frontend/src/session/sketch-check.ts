import { effect } from '@preact/signals';
import { resolve } from '../api/assess';
import { SKETCH_ID, sketchGeometry, sketchIntervention } from '../core/sketch';
import { sketch, sketchIssues, sketchJoins, tool } from './drawing';
import { areaId } from './place';
import { interventions } from './workspace';

const SETTLE_MS = 90;

/** Ask, while the hand draws, what the line will join and what is wrong with it. */
export function keepSketchChecked(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: AbortController | null = null;
  effect(() => {
    const active = tool.value;
    const { vertices, pointer } = sketch.value;
    clearTimeout(timer);
    const area = areaId.peek();
    const geometry = active === null ? null : sketchGeometry(active.shape, vertices, pointer);
    if (active === null || area === null || geometry === null) {
      running?.abort();
      sketchIssues.value = [];
      sketchJoins.value = [];
      return;
    }
    const drawn = [...interventions.peek(), sketchIntervention(geometry, active.properties)];
    timer = setTimeout(async () => {
      running?.abort();
      const current = new AbortController();
      running = current;
      try {
        const { issues, joins } = await resolve(area, drawn, current.signal);
        if (current.signal.aborted) return;
        sketchIssues.value = issues.filter(({ feature }) => feature === SKETCH_ID);
        sketchJoins.value = joins.filter(({ feature }) => feature === SKETCH_ID);
      } catch {
        // Live advice only: when it cannot be had, drawing goes on without it, and the finished
        // drawing is judged by the assessment, which says when the service is away.
      }
    }, SETTLE_MS);
  });
}
