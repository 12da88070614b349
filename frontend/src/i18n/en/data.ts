/** What a place holds, and what it still lacks. */
export const data = {
  lacks: {
    title: (area: string) => `${area} lacks data`,
    streets: 'There are no streets and paths here yet, so nothing can be worked out.',
    homes: 'There are no residents here yet, so the numbers about them are unknown.',
    facilities: 'There are no facilities here yet: schools, shops, stations.',
    file: 'FILE',
    column: 'COLUMN',
    how: 'Or in a terminal on the machine:',
  },
};
