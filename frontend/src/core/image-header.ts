import type { Size } from './placement';

export type ImageKind = 'png' | 'jpeg';

/** What the first bytes of a file say it is, and how large it will be when it is unpacked. */
export interface ImageHeader extends Size {
  readonly kind: ImageKind;
}

/** A file that is no image; a PDF becomes one. */
export type NoImage = 'pdf' | 'other';

export const IMAGE_BYTES = 20_000_000;
export const PDF_BYTES = 50_000_000;
/** Four bytes each once unpacked: more, and a phone gives up. */
export const IMAGE_PIXELS = 40_000_000;

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const PDF = [0x25, 0x50, 0x44, 0x46];
const SIZE_MARKERS = new Set([
  0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf,
]);

/** Read the size out of a PNG or JPEG without unpacking it. */
export function imageHeader(bytes: Uint8Array): ImageHeader | NoImage {
  if (startsWith(bytes, PDF)) return 'pdf';
  if (startsWith(bytes, PNG)) return pngHeader(bytes);
  return startsWith(bytes, [0xff, 0xd8, 0xff]) ? jpegHeader(bytes) : 'other';
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}

function pngHeader(bytes: Uint8Array): ImageHeader | NoImage {
  if (bytes.length < 24) return 'other';
  const view = viewOf(bytes);
  return sized('png', view.getUint32(16), view.getUint32(20));
}

/** Walk along the segments of a JPEG to the one that says its size. */
function jpegHeader(bytes: Uint8Array): ImageHeader | NoImage {
  const view = viewOf(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (view.getUint8(at) !== 0xff) return 'other';
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (SIZE_MARKERS.has(marker)) {
      return sized('jpeg', view.getUint16(at + 7), view.getUint16(at + 5));
    }
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
  return 'other';
}

function sized(kind: ImageKind, width: number, height: number): ImageHeader | NoImage {
  return width > 0 && height > 0 ? { kind, width, height } : 'other';
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
