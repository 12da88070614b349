import { effect, signal, untracked } from '@preact/signals';
import type { Polygon } from 'geojson';
import { readBuildings } from '../api/places';
import { isAbort } from '../api/problem';
import { tool } from './drawing';
import { areaId } from './place';

/** A building whose outline is known. */
export interface Building {
  readonly id: string;
  readonly name: string | null;
  readonly outline: Polygon;
}

/** Outlines around the open area; none until somebody is about to tear down. */
export const buildings = signal<readonly Building[]>([]);

let loadedFor: string | null = null;
let running: AbortController | null = null;

/** Fetch outlines when the demolition tool is taken up for the first time in an area. */
export function keepBuildings(): void {
  effect(() => {
    const area = areaId.value;
    const wanted = tool.value?.kind === 'demolition';
    if (area !== loadedFor) {
      running?.abort();
      loadedFor = null;
      buildings.value = [];
    }
    if (wanted && area !== null && area !== loadedFor) untracked(() => void load(area));
  });
}

async function load(area: string): Promise<void> {
  loadedFor = area;
  const current = new AbortController();
  running = current;
  try {
    const { features } = await readBuildings(area, current.signal);
    if (current.signal.aborted) return;
    buildings.value = features.map(({ id, geometry, properties }) => ({
      id: String(id),
      name: properties.name,
      outline: largestOf(
        geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates,
      ),
    }));
  } catch (error) {
    // Homes can still be pointed at; the outlines are asked for again with the next tool.
    if (!isAbort(error)) loadedFor = null;
  }
}

/** A drawn demolition is one polygon: of several, the one with the longest outline. */
function largestOf(polygons: readonly Polygon['coordinates'][]): Polygon {
  const [coordinates = []] = polygons.toSorted(
    ([one = []], [other = []]) => other.length - one.length,
  );
  return { type: 'Polygon', coordinates };
}
