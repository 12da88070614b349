import { describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from './page-address';

describe('page address', () => {
  it('reads back what it wrote', () => {
    const address = {
      area: 'taastrupgaard',
      proposal: '3b0c9a52-0c3f-4a6d-9d4f-3f1f5f0a7b11',
      mode: 'bike',
      category: 'school',
      cutoffMin: 15,
      walker: 'night',
      at: { zoom: 15, lat: 55.65123, lon: 12.28765 },
      showStep: 3,
    };
    expect(readAddress(writeAddress(address))).toEqual(address);
  });

  it('takes an empty or broken address as nothing asked for', () => {
    const nothing = {
      area: null,
      proposal: null,
      mode: null,
      category: null,
      cutoffMin: null,
      walker: null,
      at: null,
      showStep: null,
    };
    expect(readAddress('')).toEqual(nothing);
    expect(readAddress('#/?cutoff=ten&at=1/2')).toEqual(nothing);
    expect(readAddress('#/?at=15/95/12')).toEqual(nothing);
  });

  it('opens a presentation at its first step when the step is missing or not one of them', () => {
    expect(readAddress('#/a?view=show').showStep).toBe(0);
    expect(readAddress('#/a?view=show&step=-1').showStep).toBe(0);
    expect(readAddress('#/a?view=show&step=99').showStep).toBe(5);
    expect(readAddress('#/a?view=map&step=2').showStep).toBeNull();
    expect(writeAddress(readAddress('#/a?view=show&step=0'))).toBe('#/a?view=show');
  });
});
