import type { map as danish } from '../da/map';
import { plural } from '../plural';

/** What is said on the map and its legend. */
export const map: typeof danish = {
  homes: {
    legendChange: (what: string, mode: string) => `Change in the way to ${what}, ${mode}`,
    legendTime: (what: string, mode: string) => `Minutes to ${what}, ${mode}`,
    shorter: 'shorter',
    longer: 'longer',
    gain3: 'over 3 min shorter',
    gain2: '1–3 min shorter',
    gain1: 'under 1 min shorter',
    same: 'unchanged',
    loss1: 'under 1 min longer',
    loss2: '1–3 min longer',
    loss3: 'over 3 min longer',
    times: ['0–5', '5–10', '10–15', '15–20', '20–30', 'over 30'],
    residents: (n: number, formatted: string) =>
      `${formatted} ${plural('en', n, 'resident', 'residents')}`,
    unreachable: 'cannot be reached',
    home: 'Home',
    nearest: 'Nearest',
    summary: (gain: string, loss: string) => `${gain} get closer · ${loss} get farther`,
    close: 'Close',
  },

  theme: {
    label: 'The map shows',
    homes: 'Homes: the way to the nearest',
    column: 'Which',
    tell: 'Show',
    tells: { before: 'Before', after: 'After', change: 'Change' },
    computing: 'Working out every street …',
    failed: 'The streets could not be worked out.',
    upTo: (value: string) => `up to ${value}`,
    over: (value: string) => `over ${value}`,
    nothing: 'No street changes.',
    none: 'No street has a number here.',
  },

  reach: {
    theme: 'How far one gets from a place',
    title: {
      from: (how: string) => `How far one gets from here, ${how}`,
      to: (how: string) => `From where one gets here, ${how}`,
    },
    direction: 'Direction',
    from: 'From here',
    to: 'To here',
    how: 'Click the map where the trip begins or ends.',
    computing: 'Working it out …',
    within: (minutes: string, area: string) => `${minutes} min: ${area}`,
    before: 'the edge before',
    here: 'How far does one get from here?',
  },

  /** The trips of a home by bus and train. */
  journeys: {
    title: (what: string) => `The trip to ${what}`,
    window: (from: string, until: string) =>
      `People set out from ${from} to ${until} on a weekday.`,
    today: 'Today',
    before: 'Before',
    after: 'After',
    usual: (time: string, place: string) => `as a rule ${time} to ${place}`,
    spread: (quick: string, slow: string) => `Well timed it takes ${quick}, badly timed ${slow}.`,
    quickest: (n: string, departs: string, arrives: string) =>
      `${n} trips. The quickest, ${departs}–${arrives}:`,
    onFoot: 'Walking all the way is quickest.',
    byBike: 'It is quickest without bus and train.',
    walk: (time: string) => `walk ${time}`,
    bike: (time: string) => `cycle ${time}`,
    ride: (at: string, line: string, from: string, to: string) => `${at} ${line}: ${from} → ${to}`,
    near: (first: string, last: string) =>
      `Within 500 m the first leaves at ${first} and the last at ${last}.`,
    nothing: 'Nothing stops within 500 m.',
    newStop: 'new stop',
    newLine: 'new line',
    modelled: 'The timetable is modelled.',
  },

  why: {
    title: (what: string) => `The way to ${what}`,
    before: 'Before',
    today: 'Today',
    after: 'After',
    way: (time: string, length: string, place: string) => `${time} · ${length} to ${place}`,
    none: 'no way there',
    same: 'The drawing does not change the way.',
    nearerVia: (saved: string, names: string) =>
      `${saved} shorter, because the trip goes along ${names}.`,
    nearerNew: (saved: string, name: string) => `${saved} shorter, because ${name} is new.`,
    nearer: (saved: string) => `${saved} shorter by another way.`,
    fartherGone: (lost: string, name: string) => `${lost} longer, because ${name} closes.`,
    farther: (lost: string) => `${lost} longer, because the trip must go another way.`,
    opened: 'Now there is a way there.',
    closed: 'There is no longer a way there.',
    failed: 'The way could not be found.',
  },

  walkers: {
    label: 'For whom',
    all: 'Everyone',
    short: { child: 'Child', elder: 'Older', wheelchair: 'Wheels', night: 'Night' },
    pace: (kmh: string) => `${kmh} km/h.`,
  },

  layers: {
    label: 'Layers and legend',
    homes: 'Homes',
    facilities: 'Places',
    stops: 'Stops',
    streets: 'Streets and paths',
    barriers: 'Barriers',
    land: 'Base map',
    boundary: 'Boundary of the area',
    drawn: 'Drawn',
    removed: 'Gone',
    main: 'Street',
    path: 'Path',
    motorway: 'Motorway',
    railway: 'Railway',
    water: 'Water',
    departures: (n: string) => `${n} departures on a weekday`,
    timetable: (n: string) => `In the timetable ${n} departures an hour at 7–9, by:`,
    nothingLeaves: 'In the timetable nothing leaves from here at 7–9. These stop here:',
  },

  before: {
    label: 'Hold to see before',
    key: 'B',
    showing: 'Before',
  },

  issues: {
    title: 'To be put right',
    warnings: 'Good to know',
    waiting: 'The numbers wait until the error is put right.',
    show: 'Show on the map',
  },

  map: {
    label: 'Map. Arrow keys move it, plus and minus zoom.',
    crosshair: 'Crosshair in the middle of the map',
    at: (name: string) => `At the crosshair: ${name}`,
  },
};
