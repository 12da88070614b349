import type { StreetMode } from '../core/modes';
import type { When } from '../core/travel';
import { areas } from './da/areas';
import { comments } from './da/comments';
import { comparison } from './da/comparison';
import { contributions } from './da/contributions';
import { data } from './da/data';
import { drawing } from './da/drawing';
import { editing } from './da/editing';
import { intake } from './da/intake';
import { loads } from './da/loads';
import { map } from './da/map';
import { mapLayers } from './da/map-layers';
import { money } from './da/money';
import { numbers } from './da/numbers';
import { proposals } from './da/proposals';
import { showing } from './da/showing';
import { versions } from './da/versions';

/** Every word the page says, in Danish. English must have the same members. */
export const da = {
  locale: 'da-DK',
  languageName: 'Dansk',
  otherLanguage: 'English',
  appName: 'Forbind',
  tagline: 'Hvad binder området til byen?',
  skipToMap: 'Gå til kortet',
  modes: { walk: 'Til fods', bike: 'På cykel', transit: 'Med bus og tog' },
  cutoff: (minutes: string) => `${minutes} min`,
  cutoffLabel: 'Inden for',
  categoryLabel: 'Til',
  modeLabel: 'Hvordan',
  travel: {
    when: 'Hvornår',
    hours: { morning: 'morgen kl. 7–9', evening: 'aften kl. 22–23' } satisfies Record<When, string>,
    toStop: 'Til stoppestedet',
    toStopBy: {
      walk: 'til fods',
      bike: 'på cykel',
    } satisfies Record<StreetMode, string>,
    setOut: (by: string, hours: When, isByBike: boolean) => {
      const at = hours === 'morning' ? 'kl. 7–9' : 'kl. 22–23';
      return isByBike ? `på cykel, ${by} ${at}` : `${by} ${at}`;
    },
  },

  /** Singular with article, so it fits “når …” and “til …”. */
  categories: {
    school: 'en skole',
    daycare: 'en daginstitution',
    youth_education: 'en ungdomsuddannelse',
    grocery: 'en dagligvarebutik',
    retail: 'en butik',
    service: 'en service',
    health: 'læge og sundhed',
    leisure: 'fritid og idræt',
    culture: 'kultur',
    park: 'en park',
    workplace: 'en arbejdsplads',
    station: 'en station',
    stop: 'et stoppested',
  },

  categoryNames: {
    school: 'Skole',
    daycare: 'Daginstitution',
    youth_education: 'Ungdomsuddannelse',
    grocery: 'Dagligvarer',
    retail: 'Butik',
    service: 'Service',
    health: 'Sundhed',
    leisure: 'Fritid',
    culture: 'Kultur',
    park: 'Park',
    workplace: 'Arbejdsplads',
    station: 'Station',
    stop: 'Stoppested',
  },

  anyCategory: 'Alle slags',

  status: {
    loading: 'Henter …',
    assessing: 'Regner …',
    serviceAway: 'Tjenesten svarer ikke',
    serviceAwayHelp: 'Du kan tegne videre. Tallene kommer, når tjenesten svarer igen.',
    failed: 'Noget gik galt',
    retry: 'Prøv igen',
    elapsed: (ms: string) => `Regnet på ${ms} ms`,
    dataVersion: (version: string) => `Data ${version}`,
    modelled: 'Boliger og stier i området er modelleret.',
    sources: 'Kilder',
  },

  panel: {
    label: 'Forslaget og dets virkning',
    expand: 'Vis mere',
    collapse: 'Vis mindre',
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

export type Messages = typeof da;
