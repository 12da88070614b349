import { describe, expect, it } from 'vitest';
import { da } from './da';
import { en } from './en';
import { formatMoment } from './moment';

const now = new Date(2026, 10, 25, 9, 30);
const at = (...parts: [number, number, number, number, number]) => new Date(...parts).toISOString();

describe('moments', () => {
  it('are told by the day as long as that is how people say it', () => {
    expect(formatMoment(at(2026, 10, 25, 8, 5), da, now)).toBe('i dag 08:05');
    expect(formatMoment(at(2026, 10, 24, 23, 59), da, now)).toBe('i går 23:59');
    expect(formatMoment(at(2026, 10, 24, 23, 59), en, now)).toBe('yesterday 23:59');
  });

  it('are told by date after that, with the year where it is another', () => {
    expect(formatMoment(at(2026, 10, 3, 14, 2), da, now)).toBe('3. nov. 14:02');
    expect(formatMoment(at(2025, 10, 3, 14, 2), da, now)).toBe('3. nov. 2025 14:02');
    expect(formatMoment(at(2026, 10, 3, 14, 2), en, now)).toBe('3 Nov 14:02');
  });
});
