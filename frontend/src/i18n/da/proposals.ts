import { plural } from '../plural';

/** What is said of proposals, files and keeping. */
export const proposals = {
  areas: {
    choose: 'Vælg område',
    facts: (homes: string, residents: string) => `${homes} boliger · ${residents} beboere`,
    unknown: 'Området findes ikke. Vælg et af dem herunder.',
    change: 'Skift område',
  },

  proposals: {
    label: 'Forslag',
    open: 'Forslag',
    untitled: 'Nyt forslag',
    create: 'Nyt forslag',
    own: 'Jeres forslag',
    examples: 'Eksempler fra virkeligheden',
    none: 'Ingen forslag endnu. Tegn noget, så gemmes det her.',
    name: 'Navn',
    rename: 'Omdøb',
    remove: 'Slet',
    removeSure: 'Slet forslaget?',
    removed: 'Forslaget er slettet.',
    cancel: 'Fortryd',
    exportFile: 'Hent som GeoJSON',
    importFile: 'Hent fil ind',
    imported: (n: number) => `${n} ${plural('da', n, 'ændring', 'ændringer')} indlæst.`,
    importRefused: 'Filen kunne ikke indlæses:',
    copy: 'Kopiér og ret',
    copyName: (name: string) => `${name} (kopi)`,
    example: 'Eksempel',
    exampleNote: 'Et eksempel kan ikke ændres. Kopiér det, så er kopien jeres.',
    notFound: 'Forslaget findes ikke længere. Her er et tomt i stedet.',
    onlyHere: 'kun på denne enhed',
    changes: (n: number) =>
      n === 0 ? 'Intet tegnet' : `${n} ${plural('da', n, 'ændring', 'ændringer')}`,
  },

  importFault: {
    not_json: () => 'Det er ikke en GeoJSON-fil.',
    not_collection: () => 'Filen skal være en FeatureCollection.',
    not_feature: (at: string) => `Nr. ${at} er ikke en Feature.`,
    no_kind: (at: string) => `Nr. ${at} mangler “kind”, så vi ved ikke, hvad den er.`,
    geometry: (at: string) => `Nr. ${at} skal være et punkt, en linje eller en flade.`,
    settings: () => 'Filens enhedspriser eller etaper kan ikke læses.',
    degrees: (at: string) =>
      `Nr. ${at} ligger ikke i grader. Gem filen i WGS 84 (EPSG:4326) og prøv igen.`,
  },

  save: {
    nothing: 'Intet at gemme',
    saving: 'Gemmer …',
    saved: (time: string) => `Gemt ${time}`,
    away: 'Ikke gemt – tjenesten svarer ikke',
    awayHelp: 'Det tegnede ligger trygt på denne enhed og sendes, når tjenesten svarer igen.',
    retry: 'Prøv igen',
    refused: 'Ikke gemt',
    full: 'Browserens lager er fuldt. Hent forslaget som fil, så intet går tabt.',
    conflict: 'To udgaver',
  },

  conflict: {
    title: 'Forslaget er ændret et andet sted',
    deleted: 'Forslaget er slettet et andet sted',
    mine: 'Din udgave',
    theirs: 'Den anden udgave',
    at: (time: string) => `gemt ${time}`,
    showMine: 'Vis min',
    showTheirs: 'Vis den anden',
    keepMine: 'Behold min',
    takeTheirs: 'Brug den anden',
    keepCopy: 'Gem min som kopi',
    copyName: (name: string) => `${name} (min udgave)`,
  },
};
