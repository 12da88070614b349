/** How colours are seen by others: Machado, Oliveira & Fernandes (2009), full severity. */
const DEFICIENCIES = {
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const;

export const SIGHTS = ['everyone', 'protanopia', 'deuteranopia', 'tritanopia', 'grey'] as const;
export type Sight = (typeof SIGHTS)[number];
type Triple = readonly [number, number, number];

/** Linear light, 0 to 1 a channel, of “#rrggbb”. */
export function linearLight(colour: string): Triple {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return [red, green, blue];
}

/** What another sight makes of a light; in grey only its luminance is left. */
export function seenBy(sight: Sight, light: Triple): Triple {
  if (sight === 'everyone') return light;
  if (sight === 'grey') {
    const luminance = dot([0.2126, 0.7152, 0.0722], light);
    return [luminance, luminance, luminance];
  }
  const [red, green, blue] = DEFICIENCIES[sight].map((row) =>
    Math.min(1, Math.max(0, dot(row, light))),
  ) as unknown as Triple;
  return [red, green, blue];
}

/** CIE 1976 distance between two colours as a sight has them, D65. */
export function colourDistance(one: string, other: string, sight: Sight): number {
  const [a, b] = [one, other].map((colour) => lab(seenBy(sight, linearLight(colour))));
  return Math.hypot(...[0, 1, 2].map((axis) => (a?.[axis] ?? 0) - (b?.[axis] ?? 0)));
}

function lab([red, green, blue]: Triple): Triple {
  const light: Triple = [red, green, blue];
  const x = bent(dot([0.4124564, 0.3575761, 0.1804375], light) / 0.95047);
  const y = bent(dot([0.2126729, 0.7151522, 0.072175], light));
  const z = bent(dot([0.0193339, 0.119192, 0.9503041], light) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function bent(share: number): number {
  return share > (6 / 29) ** 3 ? Math.cbrt(share) : share / (3 * (6 / 29) ** 2) + 4 / 29;
}

function dot(row: readonly number[], light: Triple): number {
  return row.reduce((sum, weight, axis) => sum + weight * (light[axis] ?? 0), 0);
}
