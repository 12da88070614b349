import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blockAround } from './home-block';
import { areaM2 } from './measure';
import { residentsInside } from './residents-inside';

const home = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 3000 }))
  .map(([east, north]) => [12.289 + east / 1e6, 55.654 + north / 1e6]);

describe('a block around homes', () => {
  it('holds every one of them', () => {
    fc.assert(
      fc.property(fc.array(home, { minLength: 1, maxLength: 12 }), (homes) => {
        const block = blockAround(homes);
        const columns = {
          lon: homes.map(([lon = 0]) => lon),
          lat: homes.map(([, lat = 0]) => lat),
          residents: homes.map(() => 1),
        };
        const ring = block?.coordinates[0] ?? [];
        expect(ring.at(-1)).toEqual(ring[0]);
        expect(residentsInside(columns, ring).homePoints).toBe(homes.length);
      }),
    );
  });

  it('is small and round around one, and nothing around none', () => {
    // A 12-gon of radius 9 m: 12/2 · 81 · sin 30° = 243 m².
    expect(areaM2(blockAround([[12.29, 55.65]])?.coordinates[0] ?? [])).toBeCloseTo(243, -1);
    expect(blockAround([])).toBeNull();
  });
});
