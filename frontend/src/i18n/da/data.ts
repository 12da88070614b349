/** What a place holds, and what it still lacks. */
export const data = {
  lacks: {
    title: (area: string) => `${area} mangler data`,
    streets: 'Her er ingen veje og stier endnu, så intet kan regnes ud.',
    homes: 'Her er ingen beboere endnu, så tallene om dem er ukendte.',
    facilities: 'Her er ingen funktioner endnu: skoler, butikker, stationer.',
    file: 'FIL',
    column: 'KOLONNE',
    how: 'Eller i en terminal på maskinen:',
  },
};
