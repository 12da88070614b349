/** Classes of travel time, nearest first: the upper bound of each in ms, the last is open. */
export const TIME_BREAKS_MS: readonly number[] = [5, 10, 15, 20, 30].map((min) => min * 60_000);

/** Index of the class a travel time falls in; unreachable falls in the last. */
export function timeClass(timeMs: number | null): number {
  if (timeMs === null) return TIME_BREAKS_MS.length;
  const index = TIME_BREAKS_MS.findIndex((bound) => timeMs <= bound);
  return index === -1 ? TIME_BREAKS_MS.length : index;
}

/** Changes below this are drawn as none: nobody notices five seconds. */
export const NOTICED_MS = 5_000;
export const CHANGE_BREAKS_MS: readonly [number, number] = [60_000, 180_000];

/**
 * −3 … 3: how much a home loses (below zero) or gains (above zero).
 *
 * Becoming reachable at all is the strongest gain, becoming unreachable the strongest loss.
 */
export function changeClass(beforeMs: number | null, afterMs: number | null): number {
  if (beforeMs === afterMs) return 0;
  if (beforeMs === null) return 3;
  if (afterMs === null) return -3;
  const saved = beforeMs - afterMs;
  const size = Math.abs(saved);
  if (size < NOTICED_MS) return 0;
  const [small, large] = CHANGE_BREAKS_MS;
  const step = size < small ? 1 : size < large ? 2 : 3;
  return saved > 0 ? step : -step;
}
