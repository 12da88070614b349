import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf } from './file-name';

describe('file names', () => {
  it('keep the letters of Danish and join with hyphens', () => {
    expect(fileNameOf(['Tåstrupgård', 'Sti til Taastrup Station'], 'kort')).toBe(
      'Tåstrupgård-Sti-til-Taastrup-Station',
    );
    expect(fileNameOf(['', '  …  '], 'kort')).toBe('kort');
  });

  it('hold nothing a file system minds', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        const name = fileNameOf(parts, 'kort');
        expect(name).toMatch(/^[\p{L}\p{N}-]+$/u);
        expect(name.length).toBeLessThanOrEqual(120);
      }),
    );
  });
});
