import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { imageHeader } from './image-header';

function png(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(33);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** A JPEG's first segments: one of an application, then the frame with its size. */
function jpeg(width: number, height: number, marker = 0xc0): Uint8Array {
  const bytes = new Uint8Array(60);
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
  bytes.set([0xff, marker, 0, 17, 8], 20);
  const view = new DataView(bytes.buffer);
  view.setUint16(25, height);
  view.setUint16(27, width);
  return bytes;
}

describe('the first bytes of an image', () => {
  it('say how large a PNG is', () => {
    expect(imageHeader(png(1200, 800))).toEqual({ kind: 'png', width: 1200, height: 800 });
    expect(imageHeader(png(100_000, 100_000))).toMatchObject({ width: 100_000 });
  });

  it('say how large a JPEG is, plain or progressive', () => {
    expect(imageHeader(jpeg(640, 480))).toEqual({ kind: 'jpeg', width: 640, height: 480 });
    expect(imageHeader(jpeg(640, 480, 0xc2))).toMatchObject({ kind: 'jpeg', height: 480 });
  });

  it('tell a PDF', () => {
    expect(imageHeader(new TextEncoder().encode('%PDF-1.7'))).toBe('pdf');
  });

  it('tell what is no image, cut off or empty', () => {
    expect(imageHeader(new Uint8Array())).toBe('other');
    expect(imageHeader(png(0, 10))).toBe('other');
    expect(imageHeader(png(10, 10).slice(0, 20))).toBe('other');
    expect(imageHeader(jpeg(10, 10).slice(0, 22))).toBe('other');
    expect(imageHeader(new TextEncoder().encode('{"type": "FeatureCollection"}'))).toBe('other');
  });

  it('end for whatever bytes there are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.boolean(), (bytes, asJpeg) => {
        const file = asJpeg ? Uint8Array.of(0xff, 0xd8, 0xff, ...bytes) : bytes;
        const found = imageHeader(file);
        expect(typeof found === 'string' || found.width > 0).toBe(true);
      }),
    );
  });
});
