/** Departures an hour where a better class begins: after none and low come medium and high. */
export const SERVICE_BOUNDS: readonly [number, number] = [4, 10];

/** 0 none, 1 low, 2 medium, 3 high; what is not known is none. */
export type ServiceClass = 0 | 1 | 2 | 3;

export function serviceClass(anHour: number | null): ServiceClass {
  if (anHour === null || anHour <= 0) return 0;
  const [medium, high] = SERVICE_BOUNDS;
  if (anHour < medium) return 1;
  return anHour < high ? 2 : 3;
}

/** What a home has and had; a home that is drawn had nothing. */
export interface ServiceOfHome {
  readonly before: ServiceClass;
  readonly after: ServiceClass;
}

export function servicesOf(
  baseline: readonly (number | null)[],
  proposal: readonly (number | null)[],
): readonly ServiceOfHome[] {
  return proposal.map((after, index) => ({
    before: serviceClass(baseline[index] ?? null),
    after: serviceClass(after),
  }));
}
