import { describe, expect, it } from 'vitest';
import { da } from './da';
import { en } from './en';
import { formatRoughKroner, formatSurface } from './rough-money';

describe('an estimate', () => {
  it('is told with two figures, and millions by name', () => {
    expect(formatRoughKroner(30_000, da)).toBe('ca. 30.000 kr.');
    expect(formatRoughKroner(431_234, da)).toBe('ca. 430.000 kr.');
    expect(formatRoughKroner(996_000, da)).toBe('ca. 1,0 mio. kr.');
    expect(formatRoughKroner(4_349_000, en)).toBe('about DKK 4.3 million');
    expect(formatRoughKroner(88_400_000, en)).toBe('about DKK 88 million');
    expect(formatRoughKroner(0, da)).toBe('ca. 0 kr.');
  });

  it('measures ground in square metres, and in hectares from one on', () => {
    expect(formatSurface(1_234.4, da)).toBe('1.234 m²');
    expect(formatSurface(12_500, en)).toBe('1.3 ha');
  });
});
