import type { numbers as danish } from '../da/numbers';
import { plural } from '../plural';

/** What is said of the numbers. */
export const numbers: typeof danish = {
  cards: {
    label: 'What it does',
    out: 'Out',
    in: 'In',
    through: 'Through',
    tied: 'Tied',
    fair: 'Safe & fair',
    outHelp: 'What residents reach',
    inHelp: 'Who gets an errand here',
    throughHelp: 'Everyday trips through the area',
    tiedHelp: 'How closely the area hangs together with its city',
    fairHelp: 'The area beside the rest of the municipality',
    showThis: (what: string) => `Show ${what} on the map`,
    method: 'How this is worked out',
    before: 'before',
    after: 'after',
    now: 'now',
    unknown: 'Cannot be worked out here',
    unknownFor: (share: string) => `unknown for ${share}`,
  },

  measures: {
    more: (n: number) => `${n} ${plural('en', n, 'measure', 'measures')} in all`,
    compute: 'Work out',
    computeHelp: (n: number) =>
      `${n} ${plural('en', n, 'measure takes', 'measures take')} longer and ${plural('en', n, 'is', 'are')} worked out when you ask.`,
    computing: 'Working it out …',
    stop: 'Stop',
    again: 'Work out again',
    stale: 'The drawing has changed since these were worked out.',
    failed: 'They could not be worked out.',
    notYet: 'not worked out yet',
    noValue: 'no number here',
    formula: 'Formula',
    source: 'Source',
    parameters: 'Worked out with',
    promise: 'Promise',
    promised: 'Something new never makes the number worse.',
    notPromised: 'No promise:',
    better: { higher: 'Higher is better.', lower: 'Lower is better.' },
    ownValue: 'set by you',
    usual: (value: string) => `usually ${value}`,
    reset: 'Set back',
    own: 'with own values',
  },

  find: {
    rises: (name: string, before: string, after: string) =>
      `${name} rises from ${before} to ${after}`,
    falls: (name: string, before: string, after: string) =>
      `${name} falls from ${before} to ${after}`,
    turns: (name: string, before: string, after: string) => `${name}: ${before} becomes ${after}`,
    stays: (name: string, value: string) => `${name}: ${value}`,
    shareReaching: (what: string, minutes: string) =>
      `The share who reach ${what} in under ${minutes} minutes`,
    moreReach: (n: number, formatted: string, what: string, minutes: string) =>
      `${formatted} more ${plural('en', n, 'resident reaches', 'residents reach')} ${what} in under ${minutes} minutes`,
    fewerReach: (n: number, formatted: string, what: string, minutes: string) =>
      `${formatted} fewer ${plural('en', n, 'resident reaches', 'residents reach')} ${what} in under ${minutes} minutes`,
    sameReach: (share: string, what: string, minutes: string) =>
      `${share} of residents reach ${what} in under ${minutes} minutes`,
    noneReach: (what: string, minutes: string) =>
      `No residents reach ${what} in under ${minutes} minutes`,
    allReach: (what: string, minutes: string) =>
      `All residents reach ${what} in under ${minutes} minutes`,
    nearer: (what: string, saved: string) => `The way to ${what} gets ${saved} shorter for most`,
    farther: (what: string, lost: string) => `The way to ${what} gets ${lost} longer for most`,
    usualTime: (what: string, time: string) => `Most have at most ${time} to ${what}`,
    notReachable: (what: string) => `Most cannot reach ${what}`,
    newlyReachable: (what: string) => `Most can now reach ${what}`,
    noLongerReachable: (what: string) => `Most can no longer reach ${what}`,
    moreVisitors: (n: number, formatted: string, minutes: string) =>
      `${formatted} more ${plural('en', n, 'neighbour has', 'neighbours have')} something to come for within ${minutes} minutes`,
    fewerVisitors: (n: number, formatted: string, minutes: string) =>
      `${formatted} fewer ${plural('en', n, 'neighbour has', 'neighbours have')} something to come for within ${minutes} minutes`,
    sameVisitors: (n: number, formatted: string, minutes: string) =>
      `${formatted} ${plural('en', n, 'neighbour has', 'neighbours have')} something to come for within ${minutes} minutes`,
    noVisitors: (minutes: string) =>
      `No neighbours have anything to come for within ${minutes} minutes`,
    moreEntrances: 'There will be more ways in',
    fewerEntrances: 'There will be fewer ways in',
    sameEntrances: (value: string) => `There are ${value} ways in for each kilometre of edge`,
    shorterGap: 'The longest edge without a way in gets shorter',
    longerGap: 'The longest edge without a way in gets longer',
    sameGap: (value: string) => `The longest edge without a way in is ${value}`,
    lessDetour: (metres: string) => `The detour to the city ${metres} m away gets smaller`,
    moreDetour: (metres: string) => `The detour to the city ${metres} m away gets larger`,
    sameDetour: (metres: string, value: string) =>
      `The walk to the city ${metres} m away is ${value} times the straight line`,
    gapFarther: (what: string, value: string) =>
      `Residents have ${value} times as far to ${what} as the rest of the municipality`,
    gapNearer: (what: string, value: string) =>
      `Residents have only ${value} times as far to ${what} as the rest of the municipality`,
  },

  charts: {
    reach: (what: string) => `Share who reach ${what}, by minutes`,
    visitors: 'Neighbours with something to come for, by kind',
    detour: 'Detour: times the straight line',
    gap: 'Beside the municipality (1 = the same)',
    minutes: 'min',
    asCity: 'as the municipality',
  },

  table: {
    show: 'All numbers',
    hide: 'Hide numbers',
    title: 'All numbers',
    measure: 'Measure',
    before: 'Before',
    after: 'After',
    change: 'Change',
    onlyChanged: 'Show only what changes',
    allModes: 'All modes',
    nothing: 'No number changes.',
    caption: 'Numbers for the area, before and after',
  },

  variants: {
    longest: 'longest',
    median: 'typical',
    mean: 'mean',
    low: 'at least low',
    medium: 'at least medium',
    high: 'at least high',
    very_high: 'very high',
    highest: 'highest',
    gini: 'Gini',
    palma: 'Palma',
    travel_time_nearest: 'time to the nearest',
    share_within: 'share within the time',
    opportunities_within: 'places within the time',
    city_reach: 'residents of the city within the time',
  },

  units: {
    minutes: (value: string) => `${value} min`,
    seconds: (value: string) => `${value} s`,
    metres: (value: string) => `${value} m`,
    kilometres: (value: string) => `${value} km`,
    hectares: (value: string) => `${value} ha`,
    squareKilometres: (value: string) => `${value} km²`,
    per: 'per',
    points: (value: string) => `${value} points`,
    perKm: (value: string) => `${value} per km`,
    perKm2: (value: string) => `${value} per km²`,
    places: (value: string) => `${value} places`,
    trips: (value: string) => `${value} trips`,
    kinds: (value: string) => `${value} kinds`,
    underpasses: (value: string) => `${value} underpasses`,
    perHour: (value: string) => `${value} an hour`,
    kroner: (value: string) => `DKK ${value}`,
    unknown: 'unknown',
    unreachable: 'cannot be reached',
  },
};
