import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryIntervention } from '../testing/arbitrary-proposal';
import { MemoryStore } from '../testing/memory-store';
import {
  anchorOf,
  type Comment,
  conversations,
  filtered,
  pinsOf,
  type WaitingComment,
} from './comment';
import { CommentOutbox, newToken } from './comment-outbox';

function kept(id: string, more: Partial<Comment> = {}): Comment {
  return {
    id,
    number: 1,
    replyTo: null,
    author: 'Aisha',
    text: 'Her er mørkt',
    place: null,
    feature: null,
    resolved: false,
    deleted: false,
    version: 1,
    createdAt: '2026-11-23T12:00:00Z',
    editedAt: null,
    replies: [],
    ...more,
  };
}

function waiting(id: string, more: Partial<WaitingComment> = {}): WaitingComment {
  return {
    id,
    proposal: 'p',
    replyTo: null,
    author: 'Bo',
    text: 'Enig',
    place: null,
    feature: null,
    token: 't',
    writtenAt: '2026-11-23T13:00:00Z',
    refused: null,
    ...more,
  };
}

describe('conversations', () => {
  it('put what waits where it belongs, and nothing twice', () => {
    const all = conversations(
      [kept('a', { replies: [kept('r', { replyTo: 'a', number: null })] }), kept('b')],
      [waiting('r', { replyTo: 'a' }), waiting('x', { replyTo: 'a' }), waiting('n'), waiting('b')],
    );
    expect(all.map(({ comment }) => comment.id)).toEqual(['a', 'b', 'n']);
    expect(all[0]?.replies.map(({ comment, waiting: w }) => [comment.id, w !== null])).toEqual([
      ['r', false],
      ['x', true],
    ]);
    expect(all[2]?.waiting?.id).toBe('n');
  });

  it('show a reply to what waits itself', () => {
    const [first] = conversations([], [waiting('n'), waiting('m', { replyTo: 'n' })]);
    expect(first?.replies.map(({ comment }) => comment.id)).toEqual(['m']);
  });

  it('are open or solved, and never both', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean()), (solved) => {
        const all = conversations(
          solved.map((resolved, index) => kept(`c${index}`, { resolved })),
          [],
        );
        const open = filtered(all, 'open');
        const done = filtered(all, 'resolved');
        expect(open.length + done.length).toBe(filtered(all, 'all').length);
        expect(open.some((one) => done.includes(one))).toBe(false);
      }),
    );
  });
});

describe('pins', () => {
  it('stand at the place, else at what is drawn, else nowhere', () => {
    fc.assert(
      fc.property(arbitraryIntervention, (drawn) => {
        const all = conversations(
          [
            kept('place', { place: [12, 55], feature: 'gone' }),
            kept('drawn', { feature: drawn.id }),
            kept('gone', { feature: 'gone' }),
            kept('whole'),
          ],
          [],
        );
        const pins = pinsOf(all, [drawn]);
        expect(pins.map(({ id }) => id)).toEqual(['place', 'drawn']);
        expect(pins[1]?.place).toEqual(anchorOf(drawn.geometry));
      }),
    );
  });

  it('stand within the box of what they are about', () => {
    fc.assert(
      fc.property(arbitraryIntervention, ({ geometry }) => {
        const places =
          geometry.type === 'Point'
            ? [geometry.coordinates]
            : geometry.type === 'LineString'
              ? geometry.coordinates
              : (geometry.coordinates[0] ?? []);
        const [lon = NaN, lat = NaN] = anchorOf(geometry);
        const within = (value: number, all: readonly number[]) =>
          value >= Math.min(...all) - 1e-9 && value <= Math.max(...all) + 1e-9;
        expect(
          within(
            lon,
            places.map(([x = 0]) => x),
          ),
        ).toBe(true);
        expect(
          within(
            lat,
            places.map(([, y = 0]) => y),
          ),
        ).toBe(true);
      }),
    );
  });
});

describe('comment outbox', () => {
  it('keeps what waits in the order it was written, and the token after it is sent', () => {
    const store = new MemoryStore();
    const outbox = new CommentOutbox(store);
    outbox.put(waiting('later', { writtenAt: '2026-11-23T14:00:00Z' }));
    outbox.put(waiting('first'));
    expect(new CommentOutbox(store).list().map(({ id }) => id)).toEqual(['first', 'later']);
    outbox.take('first');
    expect(outbox.list().map(({ id }) => id)).toEqual(['later']);
    expect(outbox.token('first')).toBe('t');
    expect(outbox.token('somebody-elses')).toBe(null);
  });

  it('remembers the name, and words that were begun', () => {
    const store = new MemoryStore();
    new CommentOutbox(store).rememberName('Aisha');
    new CommentOutbox(store).keepBegun('p', 'Her er');
    const again = new CommentOutbox(store);
    expect([again.name, again.begun('p'), again.begun('q')]).toEqual(['Aisha', 'Her er', '']);
    again.keepBegun('p', '');
    expect(again.begun('p')).toBe('');
  });

  it('makes tokens the service takes, never the same twice', () => {
    const tokens = Array.from({ length: 50 }, newToken);
    expect(new Set(tokens).size).toBe(50);
    for (const token of tokens) expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
