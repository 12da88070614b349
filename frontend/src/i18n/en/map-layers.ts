import type { mapLayers as danish } from '../da/map-layers';
import { plural } from '../plural';

const residents = (n: number, formatted: string) =>
  `${formatted} ${plural('en', n, 'resident', 'residents')}`;
const trips = (n: number, formatted: string) => `${formatted} ${plural('en', n, 'trip', 'trips')}`;

export const mapLayers: typeof danish = {
  noSuchLayer: (name: string) =>
    `The link asks for the map layer “${name}”, which does not exist here. The map shows the homes.`,
  topics: {
    streets: 'Streets',
    boundary: 'Ways in: where one gets into the area',
    severance: 'Barriers: the detour to the other side',
    served: 'Places: who has a short way there',
    service: 'Bus and train: departures near home',
  },

  facts: {
    data: (years: string) => `data ${years}`,
    within: (minutes: string) => `within ${minutes} min`,
    table: 'The numbers',
    failed: 'It could not be worked out.',
    computing: 'Working it out …',
    measure: 'Measure',
    before: 'Before',
    after: 'After',
    now: 'Today',
  },

  edge: {
    title: (how: string) => `Ways into the area, ${how}`,
    kept: 'way in',
    new: 'new way in',
    closed: 'closed',
    short: (bound: string) => `at most ${bound} without a way in`,
    long: (bound: string) => `over ${bound} without a way in`,
    longest: 'the longest stretch',
    advice: 'LEED advises 120 m at most. Ways within 10 m of each other count as one.',
    sum: (n: number, entrances: string, longest: string) =>
      `${entrances} ${plural('en', n, 'way', 'ways')} in. The longest stretch without is ${longest}.`,
    sumChange: (before: string, after: string, longestBefore: string, longestAfter: string) =>
      `${before} → ${after} ways in. The longest stretch without: ${longestBefore} → ${longestAfter}.`,
    entrances: 'Ways in',
    perKm: 'Ways in per km of boundary',
    longestRow: 'Longest stretch without a way in',
    medianRow: 'The median stretch',
    tooLongRow: (bound: string) => `Stretches over ${bound}`,
    tooLong: (n: string, length: string) => `${n} (${length})`,
    markTitle: { way: 'Way in', gap: 'The boundary', detour: 'Barrier' },
    tellKept: 'A way leads into the area here.',
    tellNew: 'A new way leads into the area here.',
    tellClosed: 'One could get in here before. Not any longer.',
    tellGap: (length: string) => `${length} of boundary without a way in.`,
    tellLongGap: (length: string, bound: string) =>
      `${length} of boundary without a way in. At most ${bound} is advised.`,
    tellLongest: (length: string) => `The longest stretch without a way in: ${length}.`,
    none: 'The area has no boundary to measure.',
  },

  across: {
    title: 'The walk to the other side of the barrier',
    upTo: (times: string) => `up to ${times} times`,
    between: (low: string, high: string) => `${low}–${high} times`,
    over: (times: string) => `over ${times} times`,
    shorter: 'the walk gets shorter',
    longer: 'the walk gets longer',
    sum: (mean: string, worst: string) =>
      `On average ${mean} times as far as straight across, at the worst place ${worst}.`,
    sumChange: (before: string, after: string) =>
      `On average ${before} → ${after} times as far as straight across.`,
    mean: 'On average',
    worst: 'The worst place',
    times: (n: string) => `${n} times`,
    places: 'places',
    atLeast: (length: string) => `over ${length}`,
    tell: (walk: string, straight: string) =>
      `From here it is ${walk} to the other side, ${straight} away.`,
    tellChange: (before: string, after: string, straight: string) =>
      `It is ${straight} to the other side. The walk was ${before}. Now it is ${after}.`,
    none: 'There are no barriers near the area.',
    unknown: (share: string) =>
      `${share} of the places have no street on one side and are left out.`,
    way: 'The walk there is drawn on the map.',
  },

  service: {
    title: 'Departures an hour within 500 m on foot, weekdays 6 to 20',
    noService: 'none',
    below: (n: string) => `below ${n}`,
    between: (low: string, high: string) => `${low} to below ${high}`,
    from: (n: string) => `${n} and more`,
    better: 'better than before',
    worse: 'worse than before',
    mean: 'Departures an hour on average',
    how: 'The best stop counts. The numbers are the residents of the area.',
    none: 'The departures here are not known.',
    unknown: (share: string) => `${share} is not known.`,
    lines: (n: string) => `${n} lines`,
    line: 'Line',
    anHour: 'An hour, 7–9',
    noLines: 'There is no timetable of the place.',
    modelled:
      'The lines are modelled on the departures of their stops and drawn straight from stop to stop. A real timetable can be loaded.',
    day: (day: string) => `The timetable is of ${day}. Lines are drawn straight from stop to stop.`,
  },

  served: {
    pick: 'Click a place to see who has a short way there.',
    title: (place: string, how: string) => `Who has a short way to ${place}, ${how}`,
    caption: (how: string) => `Residents who get here ${how}`,
    within: 'Within',
    inside: 'In the area',
    outside: 'Outside',
    nearest: 'Have it as their nearest',
    change: (before: string, after: string) => `${before} → ${after}`,
    roles: {
      nearest: 'have it as their nearest',
      gained: 'get it as their nearest',
      lost: 'no longer have it as their nearest',
      within: (minutes: string) => `get here in ${minutes} min, but have a nearer one`,
      elsewhere: 'others',
    },
    ring: (minutes: string) => `from here one gets there in ${minutes} min`,
    ringBefore: 'the edge before',
    notYet: 'The place is not here today.',
    gone: 'The place is no longer here.',
    show: 'Show who has a short way here',
  },

  trips: {
    title: 'Trips along the way',
    now: (n: number, formatted: string) =>
      `${trips(n, formatted)} ${plural('en', n, 'comes', 'come')} along here.`,
    none: 'No trips come along here.',
    changed: (before: string, after: string) =>
      `Before, ${before} trips came along here, now ${after}.`,
    fresh: (n: number, formatted: string) =>
      `${trips(n, formatted)} ${plural('en', n, 'comes', 'come')} along here.`,
    shut: (n: number, formatted: string) =>
      `Before, ${trips(n, formatted)} came along here. Now none does.`,
    assumed: (minutes: string) =>
      `If every resident made one trip to each place within ${minutes} min.`,
    because: 'It is mostly the trips to',
    most: 'Most are bound for',
    more: (n: number, formatted: string, place: string) =>
      `${place}: ${formatted} more ${plural('en', n, 'trip', 'trips')}`,
    fewer: (n: number, formatted: string, place: string) =>
      `${place}: ${formatted} fewer ${plural('en', n, 'trip', 'trips')}`,
    same: (n: number, formatted: string, place: string) => `${place}: ${trips(n, formatted)}`,
    from: (people: string) => `For example from the homes of ${people}.`,
    people: residents,
    before: 'Before',
    after: 'Now',
    today: 'Today',
    here: (time: string, length: string) => `${time}, ${length} along here`,
    elsewhere: (time: string, length: string) => `${time}, ${length} another way`,
    tooFar: (time: string, minutes: string) => `${time}; beyond ${minutes} min it is not counted`,
    noWay: 'no trip',
    others: (n: number, formatted: string) =>
      `and ${formatted} more ${plural('en', n, 'place', 'places')}`,
    failed: 'The trips could not be found.',
    show: 'Who comes along here?',
  },
};
