import { plural } from '../plural';

const changes = (n: number) => `${n} ${plural('da', n, 'ændring', 'ændringer')}`;
const shapes = (n: number) => `${n} ${plural('da', n, 'ting', 'ting')}`;

/** What is said of files from elsewhere, and of what lies under the drawing. */
export const intake = {
  intake: {
    title: 'Filer og underlag',
    close: 'Luk filer og underlag',
    choose: 'Vælg en fil',
    another: 'Vælg en anden fil',
    lead: 'En tegning (GeoJSON, GeoPackage eller DXF) eller en plan (PDF, PNG eller JPEG). Du kan også slippe filen hvor som helst på siden.',
    drop: 'Slip filen her',
    reading: (name: string) => `Læser ${name} …`,
    stop: 'Afbryd',
    away: 'Tjenesten svarer ikke, så filen kan ikke læses nu.',
    retry: 'Prøv igen',
    refused: (name: string) => `${name} kan ikke læses`,
    understood: (name: string, layers: number) =>
      `${name} er læst: ${layers} ${plural('da', layers, 'lag', 'lag')}`,
    showAll: 'Vis det hele',
    layer: (name: string) => `Brug ${name} som`,
    count: (n: number, formatted: string, read: number) =>
      read === n ? formatted : `${read} af ${formatted}`,
    shapes: {
      Point: (n: number) => `${n} ${plural('da', n, 'punkt', 'punkter')}`,
      LineString: (n: number) => `${n} ${plural('da', n, 'linje', 'linjer')}`,
      Polygon: (n: number) => `${n} ${plural('da', n, 'flade', 'flader')}`,
    },
    uses: {
      own: 'Forslag: det, filen selv siger',
      underlay: 'Underlag: kun at se på',
      nothing: 'Tag det ikke med',
    },
    asKind: (kind: string) => `Forslag: ${kind}`,
    attributes: 'Hvad filen siger',
    noValues: 'intet',
    notes: 'Sådan er den læst',
    faults: (n: number) => `${n} ${plural('da', n, 'fejl', 'fejl')} i filen`,
    moreFaults: (n: number) => `og ${n} til`,
    faultsHelp: 'Resten kan bruges. Vil du have det hele med, så ret filen og hent den igen.',
    showFault: 'Vis stedet',
    summary: (drawn: number, underlay: number) =>
      [
        drawn > 0 ? `${changes(drawn)} kommer i forslaget.` : '',
        underlay > 0 ? `${shapes(underlay)} ligger som underlag.` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    unfit: (n: number) =>
      `${n} passer ikke til det, laget bruges som, og ${plural('da', n, 'kommer', 'kommer')} ikke med.`,
    take: 'Læg det ind',
    leave: 'Fortryd',
    taken: (drawn: number, underlay: number) =>
      [
        drawn > 0 ? `${changes(drawn)} lagt ind. Fortryd tager dem ud igen.` : '',
        underlay > 0 ? `${shapes(underlay)} ligger som underlag.` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    hindrances: {
      nothing: 'Vælg, hvad mindst ét lag skal bruges som.',
      other: 'Du ser på den anden udgave. Vælg først, hvilken der gælder.',
      features: (limit: string) =>
        `Et forslag kan højst have ${limit} ændringer. Brug nogle af lagene som underlag.`,
      vertices: (limit: string) =>
        `Et forslag kan højst have ${limit} knækpunkter. Forenkl linjerne, eller brug dem som underlag.`,
    },
    example: 'Eksemplet kan ikke ændres. Tegningen lægges i et nyt forslag.',
    noPage: {
      locked: 'PDF’en er låst med en adgangskode. Gem den uden, og vælg den igen.',
      broken:
        'PDF’en er i stykker, og siden kan ikke vises. Gem den igen, eller gem siden som billede (PNG eller JPEG).',
      slow: 'Siden er så indviklet, at den ikke blev tegnet på et halvt minut. Gem den som billede (PNG eller JPEG).',
    },
    planTooHeavy: (megabytes: string, limit: string) =>
      `Filen fylder ${megabytes} MB; højst ${limit} MB kan lægges på kortet. Gem den mindre.`,
    imageTooLarge: (megapixels: string, limit: string) =>
      `Billedet har ${megapixels} millioner billedpunkter; højst ${limit} millioner kan lægges på kortet. Gem det mindre.`,
    imageBroken: 'Billedet er i stykker og kan ikke vises. Gem det igen som PNG eller JPEG.',

    underlays: 'Underlag',
    underlaysNone: 'Intet ligger under tegningen endnu.',
    underlaysHere: 'Underlag ligger kun i denne browser og sendes ikke til tjenesten.',
    unkept: 'Browseren kunne ikke gemme underlaget. Det er væk, når siden lukkes.',
    plan: 'Plan',
    lines: (n: number) => shapes(n),
    see: (name: string) => `Vis ${name}`,
    opacity: (name: string) => `Hvor tydelig ${name} er`,
    opacityShort: 'Tydelighed',
    adjust: (name: string) => `Ret ${name}`,
    adjustShort: 'Ret',
    adjusting:
      'Træk planen for at flytte den. Træk i et hjørne for at dreje den og ændre størrelsen.',
    width: 'Bredde',
    turn: 'Drejning',
    degrees: '°',
    lock: 'Lås, så den ikke kan flyttes',
    back: 'Flyt tilbage',
    zoomTo: 'Vis på kortet',
    fit: 'Læg på plads med to punkter',
    fitStop: 'Afbryd',
    fitSteps: [
      'Klik på et sted på planen, du kan finde på kortet.',
      'Klik på et andet sted på planen, langt fra det første.',
      'Klik på kortet, hvor det første sted ligger.',
      'Klik på kortet, hvor det andet sted ligger.',
    ] as readonly string[],
    fitOnPlan: 'Det var uden for planen. Klik på selve planen.',
    fitTooNear: 'De to steder lå for tæt. Prøv igen med steder længere fra hinanden.',
    fitDone: 'Planen ligger på plads.',
    done: 'Færdig',
    remove: 'Fjern',
    removeSure: (name: string) => `Fjern ${name}?`,
    keep: 'Behold',
    removed: (name: string) => `${name} er fjernet`,
    planPlaced: (name: string) => `${name} ligger midt på kortet`,
    pagePlaced: (name: string, pages: number) =>
      pages === 1
        ? `${name} ligger midt på kortet`
        : `Side 1 af ${pages} i ${name} ligger midt på kortet`,
    planBack: 'Planen ligger, hvor den lå før',
    planMoved: 'Planen er flyttet',
    handles: [
      'Planens øverste venstre hjørne',
      'Planens øverste højre hjørne',
      'Planens nederste højre hjørne',
      'Planens nederste venstre hjørne',
    ] as readonly string[],
    handleWhole: 'Hele planen',
    handleKeys: 'Piletaster flytter 1 meter, med skift 10',
  },
};
