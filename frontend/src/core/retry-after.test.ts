import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { waitOf } from './retry-after';

describe('retry after', () => {
  it('reads seconds and dates', () => {
    expect(waitOf('5', 0)).toBe(5_000);
    expect(waitOf(' 5 ', 0)).toBe(5_000);
    const now = Date.parse('2026-11-23T12:00:00Z');
    expect(waitOf('Mon, 23 Nov 2026 12:00:10 GMT', now)).toBe(10_000);
  });

  it('says nothing where nothing is said', () => {
    expect(waitOf(null, 0)).toBe(null);
    expect(waitOf('', 0)).toBe(null);
    expect(waitOf('soon', 0)).toBe(null);
  });

  it('never waits for ever, nor hammers', () => {
    fc.assert(
      fc.property(fc.oneof(fc.nat().map(String), fc.string()), (header) => {
        const wait = waitOf(header, 0);
        if (wait !== null) {
          expect(wait).toBeGreaterThanOrEqual(500);
          expect(wait).toBeLessThanOrEqual(60_000);
        }
      }),
    );
  });
});
