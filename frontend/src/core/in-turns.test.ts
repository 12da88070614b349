import { describe, expect, it } from 'vitest';
import { inTurns } from './in-turns';

describe('in turns', () => {
  it('runs no more at once than it may, and all in the end', async () => {
    const turns = inTurns(2);
    let now = 0;
    let most = 0;
    const order: number[] = [];
    const work = (name: number) => async () => {
      now += 1;
      most = Math.max(most, now);
      order.push(name);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      return name;
    };
    const answers = await Promise.all([0, 1, 2, 3, 4].map((name) => turns(work(name))));
    expect(answers).toEqual([0, 1, 2, 3, 4]);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(2);
  });

  it('goes on after one that failed', async () => {
    const turns = inTurns(1);
    const fails = turns(() => Promise.reject(new Error('no')));
    const works = turns(() => Promise.resolve('yes'));
    await expect(fails).rejects.toThrow('no');
    await expect(works).resolves.toBe('yes');
  });
});
