import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_COMPARED, readAddress, writeAddress } from './page-address';

const NOTHING = {
  area: null,
  proposal: null,
  compare: null,
  mode: null,
  category: null,
  cutoffMin: null,
  when: null,
  toStop: null,
  walker: null,
  layer: null,
  reach: null,
  at: null,
  showStep: null,
};

describe('page address', () => {
  it('reads back what it wrote', () => {
    const address = {
      area: 'taastrupgaard',
      proposal: '3b0c9a52-0c3f-4a6d-9d4f-3f1f5f0a7b11',
      compare: null,
      mode: 'bike',
      category: 'school',
      cutoffMin: 15,
      when: 'evening',
      toStop: 'bike',
      walker: 'night',
      layer: 'edge_flow',
      reach: { direction: 'to' as const, place: [12.28765, 55.65123] },
      at: { zoom: 15, lat: 55.65123, lon: 12.28765 },
      showStep: 3,
    };
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it('takes an empty or broken address as nothing asked for', () => {
    expect(readAddress('')).toEqual(NOTHING);
    expect(readAddress('#/?cutoff=ten&at=1/2')).toEqual(NOTHING);
    expect(readAddress('#/?at=15/95/12')).toEqual(NOTHING);
    expect(readAddress('#/?layer=<b>&reach=from/95/12')).toEqual(NOTHING);
    expect(readAddress('#/?layer=Homes&reach=over/55/12')).toEqual(NOTHING);
    expect(readAddress('#/?reach=to/55')).toEqual(NOTHING);
  });

  it('opens a presentation at its first step when the step is missing or not one of them', () => {
    expect(readAddress('#/a?view=show').showStep).toBe(0);
    expect(readAddress('#/a?view=show&step=-1').showStep).toBe(0);
    expect(readAddress('#/a?view=show&step=99').showStep).toBe(5);
    expect(readAddress('#/a?view=map&step=2').showStep).toBeNull();
    expect(writeAddress(readAddress('#/a?view=show&step=0'))).toBe('#/a?view=show');
  });

  const ids = fc.uniqueArray(fc.uuid(), { maxLength: MOST_COMPARED });

  it('reads back every set of compared proposals, in their order', () => {
    fc.assert(
      fc.property(ids, fc.option(fc.constantFrom('walk', 'bike')), (compare, mode) => {
        const address = { ...NOTHING, area: 'taastrupgaard', compare, mode };
        expect(readAddress(writeAddress(address))).toEqual(address);
      }),
    );
  });

  it('never compares more than fit, none twice, and nothing that is no id', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.uuid(), fc.string())), (given) => {
        const text = encodeURIComponent(given.join(','));
        const { compare } = readAddress(`#/taastrupgaard?compare=${text}`);
        expect(compare?.length).toBeLessThanOrEqual(MOST_COMPARED);
        expect(new Set(compare).size).toBe(compare?.length);
        expect(compare?.every((id) => /^[\w-]+$/.test(id))).toBe(true);
      }),
    );
  });

  it('tells comparing nothing yet from not comparing', () => {
    expect(readAddress('#/taastrupgaard?compare=').compare).toEqual([]);
    expect(readAddress('#/taastrupgaard').compare).toBeNull();
  });
});
