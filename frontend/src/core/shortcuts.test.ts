import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KIND_DEFINITIONS } from './kinds';
import { SHORTCUT_PLACES, SHORTCUTS, shortcutAt, shortcutsOf, strokeOf } from './shortcuts';

const press = (
  key: string,
  held: Partial<Record<'ctrl' | 'meta' | 'alt' | 'shift', boolean>> = {},
) => ({
  key,
  ctrlKey: held.ctrl ?? false,
  metaKey: held.meta ?? false,
  altKey: held.alt ?? false,
  shiftKey: held.shift ?? false,
});

describe('shortcuts', () => {
  it('mean one thing in one place', () => {
    for (const place of SHORTCUT_PLACES) {
      const strokes = shortcutsOf(place).flatMap((row) => row.strokes as readonly string[]);
      expect(new Set(strokes).size).toBe(strokes.length);
    }
    const ids = SHORTCUTS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('leave the tools their keys', () => {
    const plain = SHORTCUTS.filter(({ place }) => place === 'page').flatMap(
      ({ strokes }) => strokes as readonly string[],
    );
    for (const { key } of KIND_DEFINITIONS) expect(plain).not.toContain(key);
  });

  it('are heard whatever the case, and with the command key of a Mac', () => {
    expect(shortcutAt('page', press('B', { shift: true }))).toBe('before');
    expect(shortcutAt('page', press('z', { meta: true }))).toBe('undo');
    expect(shortcutAt('page', press('Z', { ctrl: true, shift: true }))).toBe('redo');
    expect(shortcutAt('page', press('?', { shift: true }))).toBe('keys');
    expect(shortcutAt('map', press('ArrowLeft', { shift: true }))).toBe('panFar');
  });

  it('mean nothing elsewhere, or with another key held', () => {
    expect(shortcutAt('page', press('b', { ctrl: true }))).toBeNull();
    expect(shortcutAt('page', press('b', { alt: true }))).toBeNull();
    expect(shortcutAt('page', press('Backspace'))).toBeNull();
    expect(shortcutAt('drawing', press('Delete'))).toBeNull();
  });

  it('are written the same way by every keyboard', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 1 }), fc.boolean(), (key, shift) => {
        const stroke = strokeOf(press(key, { shift }));
        expect(stroke).toBe(strokeOf(press(key.toLowerCase(), {})));
      }),
    );
  });
});
