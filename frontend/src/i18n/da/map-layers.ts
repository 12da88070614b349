import { plural } from '../plural';

const residents = (n: number, formatted: string) =>
  `${formatted} ${plural('da', n, 'beboer', 'beboere')}`;
const trips = (n: number, formatted: string) => `${formatted} ${plural('da', n, 'tur', 'ture')}`;

/** What the map's layers say: indgange, barrierer, steder og ture. */
export const mapLayers = {
  noSuchLayer: (name: string) =>
    `Linket beder om kortlaget »${name}«, som ikke findes her. Kortet viser boligerne.`,
  topics: {
    streets: 'Veje',
    boundary: 'Indgange: veje ind i området',
    severance: 'Barrierer: omvejen til den anden side',
    served: 'Steder: hvem der har kort vej dertil',
    service: 'Bus og tog: afgange nær hjemmet',
  },

  /** What a legend says of its layer besides the classes. */
  facts: {
    data: (years: string) => `data ${years}`,
    within: (minutes: string) => `inden for ${minutes} min`,
    table: 'Tallene',
    failed: 'Det kunne ikke regnes ud.',
    computing: 'Regner …',
    measure: 'Mål',
    before: 'Før',
    after: 'Efter',
    now: 'I dag',
  },

  edge: {
    title: (how: string) => `Veje ind i området, ${how}`,
    kept: 'vej ind',
    new: 'ny vej ind',
    closed: 'lukket',
    short: (bound: string) => `højst ${bound} uden en vej ind`,
    long: (bound: string) => `over ${bound} uden en vej ind`,
    longest: 'det længste stykke',
    advice: 'LEED anbefaler højst 120 m. Veje inden for 10 m af hinanden tæller som én.',
    sum: (n: number, entrances: string, longest: string) =>
      `${entrances} ${plural('da', n, 'vej', 'veje')} ind. Det længste stykke uden er ${longest}.`,
    sumChange: (before: string, after: string, longestBefore: string, longestAfter: string) =>
      `${before} → ${after} veje ind. Det længste stykke uden: ${longestBefore} → ${longestAfter}.`,
    entrances: 'Veje ind',
    perKm: 'Veje ind pr. km grænse',
    longestRow: 'Længste stykke uden en vej ind',
    medianRow: 'Det midterste stykke',
    tooLongRow: (bound: string) => `Stykker over ${bound}`,
    tooLong: (n: string, length: string) => `${n} (${length})`,
    markTitle: { way: 'Vej ind', gap: 'Grænsen', detour: 'Barriere' },
    tellKept: 'Her fører en vej ind i området.',
    tellNew: 'Her kommer en ny vej ind i området.',
    tellClosed: 'Her kunne man komme ind før. Det kan man ikke længere.',
    tellGap: (length: string) => `${length} af grænsen uden en vej ind.`,
    tellLongGap: (length: string, bound: string) =>
      `${length} af grænsen uden en vej ind. Det anbefales højst at være ${bound}.`,
    tellLongest: (length: string) => `Det længste stykke uden en vej ind: ${length}.`,
    none: 'Området har ingen grænse at måle på.',
  },

  across: {
    title: 'Turen til den anden side af barrieren, til fods',
    upTo: (times: string) => `op til ${times} gange`,
    between: (low: string, high: string) => `${low}–${high} gange`,
    over: (times: string) => `over ${times} gange`,
    shorter: 'turen bliver kortere',
    longer: 'turen bliver længere',
    sum: (mean: string, worst: string) =>
      `I gennemsnit ${mean} gange så langt som tværs over, på det værste sted ${worst}.`,
    sumChange: (before: string, after: string) =>
      `I gennemsnit ${before} → ${after} gange så langt som tværs over.`,
    mean: 'I gennemsnit',
    worst: 'Det værste sted',
    times: (n: string) => `${n} gange`,
    places: 'steder',
    atLeast: (length: string) => `over ${length}`,
    tell: (walk: string, straight: string) =>
      `Herfra er der ${walk} til den anden side, ${straight} væk.`,
    tellChange: (before: string, after: string, straight: string) =>
      `Der er ${straight} til den anden side. Turen var ${before}. Nu er den ${after}.`,
    none: 'Der er ingen barrierer nær området.',
    unknown: (share: string) =>
      `${share} af stederne har ingen vej på den ene side og er ikke med.`,
    way: 'Turen dertil er tegnet på kortet.',
  },

  service: {
    title: 'Afgange i timen inden for 500 m til fods, hverdage kl. 6–20',
    noService: 'ingen',
    below: (n: string) => `under ${n}`,
    between: (low: string, high: string) => `${low} til under ${high}`,
    from: (n: string) => `${n} og flere`,
    better: 'bedre end før',
    worse: 'dårligere end før',
    mean: 'Afgange i timen i gennemsnit',
    how: 'Det bedste stoppested tæller. Tallene er beboerne i området.',
    none: 'Afgangene herfra er ikke kendt.',
    unknown: (share: string) => `${share} er ikke kendt.`,
    lines: (n: string) => `${n} linjer`,
    line: 'Linje',
    anHour: 'I timen kl. 7–9',
    noLines: 'Der er ingen køreplan for stedet.',
    modelled:
      'Linjerne er modelleret efter stoppestedernes afgange og tegnet lige fra stop til stop. En rigtig køreplan kan indlæses.',
    day: (day: string) => `Køreplanen er fra ${day}. Linjerne er tegnet lige fra stop til stop.`,
  },

  served: {
    pick: 'Klik på et sted for at se, hvem der har kort vej dertil.',
    title: (place: string, how: string) => `Hvem der har kort vej til ${place}, ${how}`,
    caption: (how: string) => `Beboere, der når hertil ${how}`,
    within: 'Inden for',
    inside: 'I området',
    outside: 'Udenfor',
    nearest: 'Har det som nærmeste',
    change: (before: string, after: string) => `${before} → ${after}`,
    roles: {
      nearest: 'har det som nærmeste',
      gained: 'får det som nærmeste',
      lost: 'har det ikke længere som nærmeste',
      within: (minutes: string) => `når hertil på ${minutes} min, men har et nærmere`,
      elsewhere: 'andre',
    },
    ring: (minutes: string) => `herfra når man hertil på ${minutes} min`,
    ringBefore: 'grænsen før',
    notYet: 'Stedet er her ikke i dag.',
    gone: 'Stedet er her ikke længere.',
    show: 'Vis, hvem der har kort vej hertil',
  },

  trips: {
    title: 'Ture ad vejen',
    now: (n: number, formatted: string) => `${trips(n, formatted)} går her.`,
    none: 'Ingen ture går her.',
    changed: (before: string, after: string) => `Før gik ${before} ture her, nu ${after}.`,
    fresh: (n: number, formatted: string) => `Her kommer ${trips(n, formatted)}.`,
    shut: (n: number, formatted: string) => `Før gik ${trips(n, formatted)} her. Nu går ingen.`,
    assumed: (minutes: string) => `Gik hver beboer én tur til hvert sted inden for ${minutes} min.`,
    because: 'Det er mest turene til',
    most: 'De fleste skal til',
    more: (n: number, formatted: string, place: string) =>
      `${place}: ${formatted} flere ${plural('da', n, 'tur', 'ture')}`,
    fewer: (n: number, formatted: string, place: string) =>
      `${place}: ${formatted} færre ${plural('da', n, 'tur', 'ture')}`,
    same: (n: number, formatted: string, place: string) => `${place}: ${trips(n, formatted)}`,
    from: (people: string) => `For eksempel fra boligerne med ${people}.`,
    people: residents,
    before: 'Før',
    after: 'Nu',
    today: 'I dag',
    here: (time: string, length: string) => `${time}, ${length} ad denne vej`,
    elsewhere: (time: string, length: string) => `${time}, ${length} en anden vej`,
    tooFar: (time: string, minutes: string) => `${time}; over ${minutes} min tælles ikke med`,
    noWay: 'ingen tur',
    others: (n: number, formatted: string) =>
      `og ${formatted} ${plural('da', n, 'sted', 'steder')} til`,
    failed: 'Turene kunne ikke findes frem.',
    show: 'Hvem går her?',
  },
};
