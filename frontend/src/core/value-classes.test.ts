import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBreaks, sequentialBreaks, valueChangeClass, valueClass } from './value-classes';

const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

describe('value classes', () => {
  it('put half of the numbers in the first class and few in the last', () => {
    // The numbers at places 50, 75, 90 and 97 of 1 … 100, counted from zero.
    expect(sequentialBreaks([...hundred, 0, null])).toEqual([51, 76, 91, 98]);
    expect(valueClass(51, [51, 76, 91, 98])).toBe(0);
    expect(valueClass(99, [51, 76, 91, 98])).toBe(4);
    expect(valueClass(0, [51])).toBe(-1);
    expect(valueClass(null, [51])).toBe(-1);
  });

  it('round their bounds to two figures and drop what falls together', () => {
    expect(sequentialBreaks([1234, 1234, 1234])).toEqual([1200]);
    expect(sequentialBreaks([0, null])).toEqual([]);
  });

  it('tell a rise from a fall and leave out what nobody notices', () => {
    const before = [1000, 100, 100, null, 50];
    const after = [1000.5, 110, 60, 20, null];
    const found = changeBreaks(before, after);
    // Noticed above 0.1 % of 1000.5; sizes above that are 10, 20, 40, 50.
    expect(found.noticed).toBeCloseTo(1.0005);
    expect(found.breaks).toEqual([40, 50]);
    expect(
      before.map((value, index) => valueChangeClass(value, after[index] ?? null, found)),
    ).toEqual([0, 1, -1, 1, -2]);
  });

  it('class every number, and a larger one never lower', () => {
    const numbers = fc.array(fc.double({ min: 0, max: 1e9, noNaN: true }), { minLength: 2 });
    fc.assert(
      fc.property(numbers, (values) => {
        const breaks = sequentialBreaks(values);
        const classes = values.toSorted((a, b) => a - b).map((value) => valueClass(value, breaks));
        expect(classes).toEqual(classes.toSorted((a, b) => a - b));
        expect(Math.max(...classes)).toBeLessThanOrEqual(4);
      }),
    );
  });
});
