import { plural } from '../plural';

const people = (n: number, formatted: string) =>
  `${formatted} ${plural('da', n, 'beboer', 'beboere')}`;

/** What is said on the map and its legend. */
export const map = {
  homes: {
    legendChange: (what: string, mode: string) => `Ændring i vejen til ${what}, ${mode}`,
    legendTime: (what: string, mode: string) => `Minutter til ${what}, ${mode}`,
    shorter: 'kortere',
    longer: 'længere',
    gain3: 'over 3 min kortere',
    gain2: '1–3 min kortere',
    gain1: 'under 1 min kortere',
    same: 'uændret',
    loss1: 'under 1 min længere',
    loss2: '1–3 min længere',
    loss3: 'over 3 min længere',
    times: ['0–5', '5–10', '10–15', '15–20', '20–30', 'over 30'],
    residents: people,
    unreachable: 'kan ikke nås',
    home: 'Bolig',
    nearest: 'Nærmeste',
    summary: (gain: string, loss: string) => `${gain} får kortere vej · ${loss} får længere`,
    close: 'Luk',
  },

  /** What the map is coloured by. */
  theme: {
    label: 'Kortet viser',
    homes: 'Boliger: vejen til det nærmeste',
    column: 'Hvilken',
    tell: 'Vis',
    tells: { before: 'Før', after: 'Efter', change: 'Ændring' },
    computing: 'Regner på hver gade …',
    failed: 'Gaderne kunne ikke regnes ud.',
    upTo: (value: string) => `op til ${value}`,
    over: (value: string) => `over ${value}`,
    nothing: 'Ingen gade ændrer sig.',
    none: 'Ingen gade har et tal her.',
  },

  /** How far one gets from a point. */
  reach: {
    theme: 'Hvor langt man når fra et sted',
    title: {
      from: (how: string) => `Så langt når man herfra, ${how}`,
      to: (how: string) => `Herfra når man hertil, ${how}`,
    },
    direction: 'Retning',
    from: 'Herfra',
    to: 'Hertil',
    how: 'Klik på kortet, hvor turen begynder eller ender.',
    computing: 'Regner …',
    within: (minutes: string, area: string) => `${minutes} min: ${area}`,
    before: 'grænsen før',
    here: 'Hvor langt når man herfra?',
  },

  /** Why a home's way is what it is. */
  /** The trips of a home by bus and train. */
  journeys: {
    title: (what: string) => `Turen til ${what}`,
    window: (from: string, until: string) => `Man tager hjemmefra kl. ${from}–${until} en hverdag.`,
    today: 'I dag',
    before: 'Før',
    after: 'Efter',
    usual: (time: string, place: string) => `som regel ${time} til ${place}`,
    spread: (quick: string, slow: string) =>
      `Rammer man det godt, tager det ${quick}; rammer man det skidt, ${slow}.`,
    quickest: (n: string, departs: string, arrives: string) =>
      `${n} ture. Den hurtigste kl. ${departs}–${arrives}:`,
    onFoot: 'Det er hurtigst at gå hele vejen.',
    byBike: 'Det er hurtigst uden bus og tog.',
    walk: (time: string) => `gå ${time}`,
    bike: (time: string) => `cykl ${time}`,
    ride: (at: string, line: string, from: string, to: string) =>
      `kl. ${at} ${line}: ${from} → ${to}`,
    near: (first: string, last: string) =>
      `Inden for 500 m kører det første kl. ${first} og det sidste kl. ${last}.`,
    nothing: 'Intet standser inden for 500 m.',
    newStop: 'nyt stop',
    newLine: 'ny linje',
    modelled: 'Køreplanen er modelleret.',
  },

  why: {
    title: (what: string) => `Vejen til ${what}`,
    before: 'Før',
    today: 'I dag',
    after: 'Efter',
    way: (time: string, length: string, place: string) => `${time} · ${length} til ${place}`,
    none: 'ingen vej dertil',
    same: 'Det tegnede ændrer ikke vejen.',
    nearerVia: (saved: string, names: string) => `${saved} kortere, fordi turen går ad ${names}.`,
    nearerNew: (saved: string, name: string) => `${saved} kortere, fordi ${name} kommer til.`,
    nearer: (saved: string) => `${saved} kortere ad en anden vej.`,
    fartherGone: (lost: string, name: string) => `${lost} længere, fordi ${name} lukker.`,
    farther: (lost: string) => `${lost} længere, fordi turen må gå en anden vej.`,
    opened: 'Nu er der en vej dertil.',
    closed: 'Der er ikke længere en vej dertil.',
    failed: 'Vejen kunne ikke findes frem.',
  },

  /** The same walk for others. */
  walkers: {
    label: 'For hvem',
    all: 'Alle',
    short: { child: 'Barn', elder: 'Ældre', wheelchair: 'Kørestol', night: 'Nat' } as Readonly<
      Record<string, string>
    >,
    pace: (kmh: string) => `${kmh} km/t.`,
  },

  layers: {
    label: 'Lag og signatur',
    homes: 'Boliger',
    facilities: 'Steder',
    stops: 'Stoppesteder',
    streets: 'Veje og stier',
    barriers: 'Barrierer',
    land: 'Grundkort',
    boundary: 'Områdets grænse',
    drawn: 'Tegnet',
    removed: 'Væk',
    main: 'Vej',
    path: 'Sti',
    motorway: 'Motorvej',
    railway: 'Jernbane',
    water: 'Vand',
    departures: (n: string) => `${n} afgange på en hverdag`,
    timetable: (n: string) => `I køreplanen ${n} afgange i timen kl. 7–9, med:`,
    nothingLeaves: 'I køreplanen afgår intet herfra kl. 7–9. Her standser:',
  },

  before: {
    label: 'Hold for at se før',
    key: 'B',
    showing: 'Før',
  },

  issues: {
    title: 'Skal rettes',
    warnings: 'Værd at vide',
    waiting: 'Tallene venter, til fejlen er rettet.',
    show: 'Vis på kortet',
  },

  map: {
    label: 'Kort. Piletaster flytter kortet, plus og minus zoomer.',
    crosshair: 'Sigte midt på kortet',
    at: (name: string) => `Ved sigtet: ${name}`,
  },
};
