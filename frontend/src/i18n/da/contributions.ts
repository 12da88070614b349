/** What is said of what each drawn change contributes. */
export const contributions = {
  contributions: {
    title: 'Hvad bidrager hvad?',
    measure: 'Målt i',
    savedAll: 'Sparet tid til alle slags steder',
    saved: (what: string) => `Sparet tid til ${what}`,
    median: (what: string) => `Den typiske tid til ${what}`,
    savedHelp: 'Minutter sparet på en tur til det nærmeste, lagt sammen for alle beboere.',
    medianHelp: 'Halvdelen af beboerne har højst så langt. Mindre er bedre.',
    exactHelp:
      'Hver ændring får sit gennemsnit over alle rækkefølger, de kan bygges i. Tallene giver tilsammen hele virkningen.',
    leftOutHelp: (most: string) =>
      `Med flere end ${most} ændringer vises, hvad der mistes, når én tages ud. De tal kan ikke lægges sammen.`,
    total: 'I alt',
    whole: 'Hele forslaget',
    without: (value: string) => `uden den: ${value}`,
    list: 'Ændringerne efter, hvad de giver',
    compute: 'Beregn',
    computing: 'Regner på ændringerne hver for sig og sammen …',
    stop: 'Stop',
    again: 'Regn igen',
    stale: 'Tegningen er ændret, siden det blev regnet.',
    failed: 'Det lykkedes ikke at regne det ud.',
    idle: 'Se, hvor meget hver ændring giver.',
    cannot: (what: string) =>
      `Kan ikke deles ud: uden nogle af ændringerne kan halvdelen af beboerne ikke nå ${what}.`,
    pairs: 'Sammen og hver for sig',
    onlyTogether: (one: string, two: string) => `${one} og ${two} virker kun sammen`,
    needsTheOther: (one: string, two: string) => `${one} virker kun sammen med ${two}`,
    reinforces: (one: string, two: string) => `${one} og ${two} giver mere sammen end hver for sig`,
    overlaps: (one: string, two: string) => `${one} og ${two} gør noget af det samme`,
    hinders: (one: string, two: string) => `${one} og ${two} giver mindre sammen end hver for sig`,
    pairNumbers: (one: string, two: string, both: string) =>
      `hver for sig ${one} og ${two}, sammen ${both}`,
    select: (name: string) => `Vis ${name} på kortet`,
  },
};
