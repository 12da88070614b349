import type { Messages } from './da';
import { areas } from './en/areas';
import { comments } from './en/comments';
import { comparison } from './en/comparison';
import { contributions } from './en/contributions';
import { data } from './en/data';
import { drawing } from './en/drawing';
import { editing } from './en/editing';
import { intake } from './en/intake';
import { loads } from './en/loads';
import { map } from './en/map';
import { mapLayers } from './en/map-layers';
import { money } from './en/money';
import { numbers } from './en/numbers';
import { proposals } from './en/proposals';
import { showing } from './en/showing';
import { versions } from './en/versions';

/** The same in English. */
export const en: Messages = {
  locale: 'en-GB',
  languageName: 'English',
  otherLanguage: 'Dansk',
  appName: 'Forbind',
  tagline: 'What ties the area to its city?',
  skipToMap: 'Skip to the map',
  modes: { walk: 'On foot', bike: 'By bike', transit: 'By bus and train' },
  cutoff: (minutes: string) => `${minutes} min`,
  cutoffLabel: 'Within',
  categoryLabel: 'To',
  modeLabel: 'How',
  travel: {
    when: 'When',
    hours: { morning: 'morning, 7–9', evening: 'evening, 22–23' },
    toStop: 'To the stop',
    toStopBy: { walk: 'on foot', bike: 'by bike' },
    setOut: (by, hours, isByBike) => {
      const at = hours === 'morning' ? 'at 7–9' : 'at 22–23';
      return isByBike ? `by bike, ${by} ${at}` : `${by} ${at}`;
    },
  },

  categories: {
    school: 'a school',
    daycare: 'a daycare',
    youth_education: 'youth education',
    grocery: 'a grocery',
    retail: 'a shop',
    service: 'a service',
    health: 'health care',
    leisure: 'leisure and sport',
    culture: 'culture',
    park: 'a park',
    workplace: 'a workplace',
    station: 'a station',
    stop: 'a stop',
  },

  categoryNames: {
    school: 'School',
    daycare: 'Daycare',
    youth_education: 'Youth education',
    grocery: 'Groceries',
    retail: 'Shop',
    service: 'Service',
    health: 'Health',
    leisure: 'Leisure',
    culture: 'Culture',
    park: 'Park',
    workplace: 'Workplace',
    station: 'Station',
    stop: 'Stop',
  },

  anyCategory: 'Any kind',

  status: {
    loading: 'Loading …',
    assessing: 'Working …',
    serviceAway: 'The service does not answer',
    serviceAwayHelp: 'You can go on drawing. The numbers come when the service answers again.',
    failed: 'Something went wrong',
    retry: 'Try again',
    elapsed: (ms: string) => `Worked out in ${ms} ms`,
    dataVersion: (version: string) => `Data ${version}`,
    modelled: 'Homes and paths inside the area are modelled.',
    sources: 'Sources',
  },

  panel: {
    label: 'The proposal and what it does',
    expand: 'Show more',
    collapse: 'Show less',
  },

  ...proposals,
  ...drawing,
  ...numbers,
  ...map,
  mapLayers,
  ...money,
  ...showing,
  ...editing,
  ...intake,
  ...comparison,
  ...contributions,
  ...data,
  ...areas,
  ...loads,
  ...comments,
  ...versions,
};
