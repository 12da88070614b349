import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { serviceClass, servicesOf } from './service-classes';

describe('service by bus and train', () => {
  it('begins a class at its bound', () => {
    expect([null, 0, 0.1, 3.99, 4, 9.99, 10, 40].map(serviceClass)).toEqual([
      0, 0, 1, 1, 2, 2, 3, 3,
    ]);
  });

  it('never falls with more departures', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 0, max: 60, noNaN: true }),
        (some, more) => {
          expect(serviceClass(some + more)).toBeGreaterThanOrEqual(serviceClass(some));
        },
      ),
    );
  });

  it('gives a drawn home nothing before', () => {
    expect(servicesOf([5], [5, 12])).toEqual([
      { before: 2, after: 2 },
      { before: 0, after: 3 },
    ]);
    expect(servicesOf([null], [12])).toEqual([{ before: 0, after: 3 }]);
  });
});
