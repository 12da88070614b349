import { expect, it } from 'vitest';
import { costRows } from './cost-rows';

it('a row for each line, one for each change, and the whole', () => {
  const payers = { housing_organisation: 1, municipality: 2, foundation: 3, others: 4 };
  const rows = costRows(
    {
      bills: [
        {
          feature: 'a',
          state: 'partly',
          stated: false,
          kr: 10,
          payers,
          lines: [
            { price: 'p', name: 'Sti', quantity: 5, unit: 'm2', unit_price_kr: 2, kr: 10 },
            {
              price: null,
              name: 'Ingen',
              quantity: null,
              unit: null,
              unit_price_kr: null,
              kr: null,
            },
          ],
        },
      ],
      totalKr: 10,
      payers,
      nameOf: (feature) => `Navn ${feature}`,
      phaseOf: () => 2,
    },
    {
      heads: ['h'],
      total: 'I alt',
      statesOf: { known: 'kendt', partly: 'delvis', unknown: 'ukendt' },
      units: { m2: 'm²' },
    },
  );
  expect(rows).toEqual([
    ['h'],
    ['Navn a', 2, 'Sti', 5, 'm²', 2, 10, null, null, null, null, null],
    ['Navn a', 2, 'Ingen', null, null, null, null, null, null, null, null, null],
    ['Navn a', 2, 'I alt', null, null, null, 10, 1, 2, 3, 4, 'delvis'],
    ['I alt', null, null, null, null, null, 10, 1, 2, 3, 4, null],
  ]);
});
