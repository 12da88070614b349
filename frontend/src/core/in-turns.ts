/** Runs what is handed in, a few at a time, in the order it came. */
export type InTurns = <T>(work: () => Promise<T>) => Promise<T>;

/** As many at once as `most`; the others wait until one of them is done. */
export function inTurns(most: number): InTurns {
  let running = 0;
  const waiting: (() => void)[] = [];
  const takePlace = () => {
    if (running < most) {
      running += 1;
      return Promise.resolve();
    }
    return new Promise<void>((resolve) => waiting.push(resolve));
  };
  // Who waits takes over the place that is left, so that nobody comes in between.
  const leavePlace = () => {
    const first = waiting.shift();
    if (first === undefined) running -= 1;
    else first();
  };
  return async (work) => {
    await takePlace();
    try {
      return await work();
    } finally {
      leavePlace();
    }
  };
}
