import { describe, expect, it } from 'vitest';
import { da } from './da';
import { en } from './en';
import {
  formatArea,
  formatChange,
  formatClock,
  formatDuration,
  formatLength,
  formatUnit,
  formatUnknown,
  formatValue,
} from './format';

// Intl separates the number from % by a no-break space in Danish.
const NBSP = '\u00a0';

describe('format', () => {
  it('writes numbers the Danish and the English way', () => {
    expect(formatValue(1234.4, 'residents', da)).toBe('1.234');
    expect(formatValue(1234.4, 'residents', en)).toBe('1,234');
    expect(formatValue(0.427, 'share', da)).toBe(`42,7${NBSP}%`);
    expect(formatValue(0.427, 'share', en)).toBe('42.7%');
    expect(formatValue(3.14, 'per_km', da)).toBe('3,1 pr. km');
  });

  it('turns milliseconds into what people say', () => {
    expect(formatDuration(45_000, da)).toBe('45 sek.');
    expect(formatDuration(450_000, da)).toBe('7,5 min');
    expect(formatDuration(1_250_000, en)).toBe('21 min');
    expect(formatDuration(0, da)).toBe('0,0 min');
  });

  it('never shows a missing value as zero', () => {
    expect(formatValue(null, 'ms', da)).toBe('kan ikke nås');
    expect(formatValue(null, 'share', en)).toBe('unknown');
    expect(formatChange(null, 'ms', da)).toBe('–');
  });

  it('signs a change, with a real minus', () => {
    expect(formatChange(12, 'residents', da)).toBe('+12');
    expect(formatChange(-90_000, 'ms', da)).toBe('−1,5 min');
  });

  it('tells a change of a share in points', () => {
    expect(formatChange(0.129, 'share', da)).toBe('+12,9 %-point');
    expect(formatChange(-0.129, 'share', en)).toBe('−12.9 points');
  });

  it('writes a unit it has no words for as the service does', () => {
    expect(formatValue(1234.5, 'jobs_per_ha', da)).toBe('1.235 jobs pr. ha');
    expect(formatValue(0.456, 'index', en)).toBe('0.46');
    expect(formatUnit('per_min', da)).toBe('pr. min');
  });

  it('never rounds what is unknown away', () => {
    expect(formatUnknown(0.88, da)).toBe(`12${NBSP}%`);
    expect(formatUnknown(0.999, da)).toBe(`< 1${NBSP}%`);
  });

  it('writes areas in hectares and square kilometres', () => {
    expect(formatArea(3_400, da)).toBe('0,3 ha');
    expect(formatArea(-140_000, en)).toBe('−14 ha');
    expect(formatArea(1_390_000, da)).toBe('1,4 km²');
  });

  it('writes lengths and clock times', () => {
    expect(formatLength(412.3, da)).toBe('412 m');
    expect(formatLength(1543, da)).toBe('1,5 km');
    expect(formatClock('2026-11-23T14:02:00', da)).toBe('14:02');
  });
});
