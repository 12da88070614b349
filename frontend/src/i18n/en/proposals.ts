import type { proposals as danish } from '../da/proposals';
import { plural } from '../plural';

/** What is said of proposals, files and keeping. */
export const proposals: typeof danish = {
  areas: {
    choose: 'Choose an area',
    facts: (homes: string, residents: string) => `${homes} homes · ${residents} residents`,
    unknown: 'There is no such area. Choose one of those below.',
    change: 'Change area',
  },

  proposals: {
    label: 'Proposal',
    open: 'Proposals',
    untitled: 'New proposal',
    create: 'New proposal',
    own: 'Your proposals',
    examples: 'Examples from life',
    none: 'No proposals yet. Draw something and it is kept here.',
    name: 'Name',
    rename: 'Rename',
    remove: 'Delete',
    removeSure: 'Delete the proposal?',
    removed: 'The proposal is deleted.',
    cancel: 'Keep it',
    exportFile: 'Download as GeoJSON',
    importFile: 'Open a file',
    imported: (n: number) => `${n} ${plural('en', n, 'change', 'changes')} read.`,
    importRefused: 'The file could not be read:',
    copy: 'Copy and edit',
    copyName: (name: string) => `${name} (copy)`,
    example: 'Example',
    exampleNote: 'An example cannot be changed. Copy it, and the copy is yours.',
    notFound: 'The proposal is no longer there. Here is an empty one instead.',
    onlyHere: 'on this device only',
    changes: (n: number) =>
      n === 0 ? 'Nothing drawn' : `${n} ${plural('en', n, 'change', 'changes')}`,
  },

  importFault: {
    not_json: () => 'This is not a GeoJSON file.',
    not_collection: () => 'The file must be a FeatureCollection.',
    not_feature: (at: string) => `No. ${at} is not a Feature.`,
    no_kind: (at: string) => `No. ${at} has no “kind”, so we cannot tell what it is.`,
    geometry: (at: string) => `No. ${at} must be a point, a line or a surface.`,
    settings: () => 'The unit prices or phases of the file cannot be read.',
    degrees: (at: string) =>
      `No. ${at} is not in degrees. Save the file in WGS 84 (EPSG:4326) and try again.`,
  },

  save: {
    nothing: 'Nothing to save',
    saving: 'Saving …',
    saved: (time: string) => `Saved ${time}`,
    away: 'Not saved – the service does not answer',
    awayHelp: 'What you drew is safe on this device and is sent when the service answers again.',
    retry: 'Try again',
    refused: 'Not saved',
    full: 'The browser’s storage is full. Download the proposal so that nothing is lost.',
    conflict: 'Two versions',
  },

  conflict: {
    title: 'The proposal was changed somewhere else',
    deleted: 'The proposal was deleted somewhere else',
    mine: 'Your version',
    theirs: 'The other version',
    at: (time: string) => `saved ${time}`,
    showMine: 'Show mine',
    showTheirs: 'Show the other',
    keepMine: 'Keep mine',
    takeTheirs: 'Use the other',
    keepCopy: 'Keep mine as a copy',
    copyName: (name: string) => `${name} (my version)`,
  },
};
