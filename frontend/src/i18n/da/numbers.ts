import { plural } from '../plural';

/** What is said of the numbers. */
export const numbers = {
  cards: {
    label: 'Hvad det gør',
    out: 'Ud',
    in: 'Ind',
    through: 'Igennem',
    tied: 'Bundet',
    fair: 'Tryg & fair',
    outHelp: 'Hvad beboerne når',
    inHelp: 'Hvem der får et ærinde her',
    throughHelp: 'Hverdagens ture gennem området',
    tiedHelp: 'Hvor tæt området hænger sammen med byen',
    fairHelp: 'Området over for resten af kommunen',
    showThis: (what: string) => `Vis ${what} på kortet`,
    method: 'Sådan er det regnet ud',
    before: 'før',
    after: 'efter',
    now: 'nu',
    unknown: 'Kan ikke regnes ud her',
    unknownFor: (share: string) => `ukendt for ${share}`,
  },

  /** Every indicator of a card, each with its method. */
  measures: {
    more: (n: number) => `${n} ${plural('da', n, 'mål', 'mål')} i alt`,
    compute: 'Beregn',
    computeHelp: (n: number) =>
      `${n} ${plural('da', n, 'mål tager', 'mål tager')} længere tid og regnes, når du beder om det.`,
    computing: 'Regner …',
    stop: 'Stop',
    again: 'Regn igen',
    stale: 'Tegningen er ændret, siden tallene blev regnet.',
    failed: 'Det lykkedes ikke at regne dem ud.',
    notYet: 'ikke regnet ud endnu',
    noValue: 'intet tal her',
    formula: 'Formel',
    source: 'Kilde',
    parameters: 'Regnet med',
    promise: 'Løfte',
    promised: 'Noget nyt gør aldrig tallet værre.',
    notPromised: 'Intet løfte:',
    better: { higher: 'Højere er bedre.', lower: 'Lavere er bedre.' },
    ownValue: 'sat af dig',
    usual: (value: string) => `normalt ${value}`,
    reset: 'Sæt tilbage',
    own: 'med egne tal',
  },

  find: {
    rises: (name: string, before: string, after: string) =>
      `${name} stiger fra ${before} til ${after}`,
    falls: (name: string, before: string, after: string) =>
      `${name} falder fra ${before} til ${after}`,
    turns: (name: string, before: string, after: string) => `${name}: ${before} bliver ${after}`,
    stays: (name: string, value: string) => `${name}: ${value}`,
    shareReaching: (what: string, minutes: string) =>
      `Andelen, der når ${what} på under ${minutes} minutter,`,
    moreReach: (n: number, formatted: string, what: string, minutes: string) =>
      `${formatted} flere ${plural('da', n, 'beboer', 'beboere')} når ${what} på under ${minutes} minutter`,
    fewerReach: (n: number, formatted: string, what: string, minutes: string) =>
      `${formatted} færre ${plural('da', n, 'beboer', 'beboere')} når ${what} på under ${minutes} minutter`,
    sameReach: (share: string, what: string, minutes: string) =>
      `${share} af beboerne når ${what} på under ${minutes} minutter`,
    noneReach: (what: string, minutes: string) =>
      `Ingen beboere når ${what} på under ${minutes} minutter`,
    allReach: (what: string, minutes: string) =>
      `Alle beboere når ${what} på under ${minutes} minutter`,
    nearer: (what: string, saved: string) =>
      `Vejen til ${what} bliver ${saved} kortere for de fleste`,
    farther: (what: string, lost: string) =>
      `Vejen til ${what} bliver ${lost} længere for de fleste`,
    usualTime: (what: string, time: string) => `De fleste har højst ${time} til ${what}`,
    notReachable: (what: string) => `De fleste kan ikke nå ${what}`,
    newlyReachable: (what: string) => `De fleste kan nu nå ${what}`,
    noLongerReachable: (what: string) => `De fleste kan ikke længere nå ${what}`,
    moreVisitors: (n: number, formatted: string, minutes: string) =>
      `${formatted} flere ${plural('da', n, 'nabo', 'naboer')} har noget at komme efter inden for ${minutes} minutter`,
    fewerVisitors: (n: number, formatted: string, minutes: string) =>
      `${formatted} færre ${plural('da', n, 'nabo', 'naboer')} har noget at komme efter inden for ${minutes} minutter`,
    sameVisitors: (n: number, formatted: string, minutes: string) =>
      `${formatted} ${plural('da', n, 'nabo', 'naboer')} har noget at komme efter inden for ${minutes} minutter`,
    noVisitors: (minutes: string) =>
      `Ingen naboer har noget at komme efter inden for ${minutes} minutter`,
    moreEntrances: 'Der bliver flere veje ind',
    fewerEntrances: 'Der bliver færre veje ind',
    sameEntrances: (value: string) => `Der er ${value} veje ind for hver kilometer kant`,
    shorterGap: 'Den længste kant uden vej ind bliver kortere',
    longerGap: 'Den længste kant uden vej ind bliver længere',
    sameGap: (value: string) => `Den længste kant uden vej ind er ${value}`,
    lessDetour: (metres: string) => `Omvejen til byen ${metres} m væk bliver mindre`,
    moreDetour: (metres: string) => `Omvejen til byen ${metres} m væk bliver større`,
    sameDetour: (metres: string, value: string) =>
      `Turen til byen ${metres} m væk er ${value} gange luftlinjen`,
    gapFarther: (what: string, value: string) =>
      `Beboerne har ${value} gange så langt til ${what} som resten af kommunen`,
    gapNearer: (what: string, value: string) =>
      `Beboerne har kun ${value} gange så langt til ${what} som resten af kommunen`,
  },

  charts: {
    reach: (what: string) => `Andel, der når ${what}, efter minutter`,
    visitors: 'Naboer med noget at komme efter, efter slags',
    detour: 'Omvej: gange luftlinjen',
    gap: 'Over for kommunen (1 = som kommunen)',
    minutes: 'min',
    asCity: 'som kommunen',
  },

  table: {
    show: 'Alle tal',
    hide: 'Skjul tal',
    title: 'Alle tal',
    measure: 'Mål',
    before: 'Før',
    after: 'Efter',
    change: 'Ændring',
    onlyChanged: 'Vis kun det, der ændrer sig',
    allModes: 'Alle måder',
    nothing: 'Ingen tal ændrer sig.',
    caption: 'Tal for området, før og efter',
  },

  variants: {
    longest: 'længste',
    median: 'typisk',
    mean: 'gennemsnit',
    low: 'mindst lav',
    medium: 'mindst middel',
    high: 'mindst høj',
    very_high: 'meget høj',
    highest: 'højeste',
    gini: 'Gini',
    palma: 'Palma',
    travel_time_nearest: 'tid til nærmeste',
    share_within: 'andel inden for tiden',
    opportunities_within: 'steder inden for tiden',
    city_reach: 'beboere i byen inden for tiden',
  },

  units: {
    minutes: (value: string) => `${value} min`,
    seconds: (value: string) => `${value} sek.`,
    metres: (value: string) => `${value} m`,
    kilometres: (value: string) => `${value} km`,
    hectares: (value: string) => `${value} ha`,
    squareKilometres: (value: string) => `${value} km²`,
    per: 'pr.',
    points: (value: string) => `${value} %-point`,
    perKm: (value: string) => `${value} pr. km`,
    perKm2: (value: string) => `${value} pr. km²`,
    places: (value: string) => `${value} steder`,
    trips: (value: string) => `${value} ture`,
    kinds: (value: string) => `${value} slags`,
    underpasses: (value: string) => `${value} underføringer`,
    perHour: (value: string) => `${value} i timen`,
    kroner: (value: string) => `${value} kr.`,
    unknown: 'ukendt',
    unreachable: 'kan ikke nås',
  },
};
