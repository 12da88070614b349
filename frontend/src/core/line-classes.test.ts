import { describe, expect, it } from 'vitest';
import { lineClass, lineRows } from './line-classes';

describe('lines of buses and trains', () => {
  it('begin a class at its bound', () => {
    expect([0, 2.9, 3, 5.9, 6, 20].map(lineClass)).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('stand once in a list, the most frequent first', () => {
    const way = (line: string, trips: number) => ({
      properties: { line, name: `Linje ${line}`, kind: 'bus' as const, trips_07_09: trips },
    });
    expect(lineRows([way('b', 4), way('a', 8), way('b', 12), way('c', 12)])).toEqual([
      { line: 'b', name: 'Linje b', kind: 'bus', anHour: 6 },
      { line: 'c', name: 'Linje c', kind: 'bus', anHour: 6 },
      { line: 'a', name: 'Linje a', kind: 'bus', anHour: 4 },
    ]);
  });
});
