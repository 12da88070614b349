import type { contributions as danish } from '../da/contributions';

/** What is said of what each drawn change contributes. */
export const contributions: typeof danish = {
  contributions: {
    title: 'What contributes what?',
    measure: 'Measured in',
    savedAll: 'Time saved to all kinds of places',
    saved: (what: string) => `Time saved to ${what}`,
    median: (what: string) => `The typical time to ${what}`,
    savedHelp: 'Minutes saved on a trip to the nearest, summed over all residents.',
    medianHelp: 'Half of the residents have at most this far. Less is better.',
    exactHelp:
      'Each change gets its mean over all orders they can be built in. Together the numbers make the whole effect.',
    leftOutHelp: (most: string) =>
      `With more than ${most} changes you see what is lost when one is left out. Those numbers cannot be added up.`,
    total: 'In all',
    whole: 'The whole proposal',
    without: (value: string) => `without it: ${value}`,
    list: 'The changes by what they give',
    compute: 'Work out',
    computing: 'Working out the changes apart and together …',
    stop: 'Stop',
    again: 'Work out again',
    stale: 'The drawing has changed since this was worked out.',
    failed: 'It could not be worked out.',
    idle: 'See how much each change gives.',
    cannot: (what: string) =>
      `Cannot be shared out: without some of the changes half of the residents cannot reach ${what}.`,
    pairs: 'Together and apart',
    onlyTogether: (one: string, two: string) => `${one} and ${two} work only together`,
    needsTheOther: (one: string, two: string) => `${one} works only together with ${two}`,
    reinforces: (one: string, two: string) => `${one} and ${two} give more together than apart`,
    overlaps: (one: string, two: string) => `${one} and ${two} do some of the same`,
    hinders: (one: string, two: string) => `${one} and ${two} give less together than apart`,
    pairNumbers: (one: string, two: string, both: string) =>
      `apart ${one} and ${two}, together ${both}`,
    select: (name: string) => `Show ${name} on the map`,
  },
};
