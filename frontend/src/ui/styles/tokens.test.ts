import { describe, expect, it } from 'vitest';
import { colourDistance, linearLight, SIGHTS, seenBy } from '../../testing/colour-vision';
import css from './tokens.css?raw';

const [light = '', dark = ''] = css.split('@media screen and (prefers-color-scheme: dark)');

function token(scheme: string, name: string): string {
  const found = new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(scheme)?.[1];
  if (found === undefined) throw new Error(`no colour ${name}`);
  return found;
}

const steps = (name: string, count: number) =>
  Array.from({ length: count }, (_, step) => `${name}-${step}`);

/** Every scale of the map, in order: whoever looks must tell each class from the next. */
const SCALES = {
  time: steps('time', 6),
  flow: steps('flow', 5),
  detour: steps('detour', 4),
  gain: ['same', 'gain-1', 'gain-2', 'gain-3'],
  loss: ['same', 'loss-1', 'loss-2', 'loss-3'],
} as const;

/** A difference anybody sees who looks at two patches is about 2.3; classes are kept well apart. */
const LEAST_APART = 9;

describe.each([
  ['light', light],
  ['dark', dark],
])('%s colours', (_, scheme) => {
  it.each(
    Object.entries(SCALES).flatMap(([name, scale]) =>
      SIGHTS.map((sight) => [name, sight, scale] as const),
    ),
  )('%s: neighbours are told apart (%s)', (_name, sight, scale) => {
    scale.slice(1).forEach((name, index) => {
      const before = scale[index] ?? name;
      const apart = colourDistance(token(scheme, before), token(scheme, name), sight);
      expect(apart, `${before} and ${name}`).toBeGreaterThan(LEAST_APART);
    });
  });

  it('gain and loss differ for every sight of colours; in grey their shape tells them', () => {
    for (const sight of SIGHTS.filter((each) => each !== 'grey')) {
      for (const step of [2, 3]) {
        const [gain, loss] = [token(scheme, `gain-${step}`), token(scheme, `loss-${step}`)];
        expect(colourDistance(gain, loss, sight), `${sight} ${step}`).toBeGreaterThan(15);
      }
    }
  });
});

describe('the simulation', () => {
  it('leaves white white and black black', () => {
    for (const sight of SIGHTS) {
      for (const colour of ['#ffffff', '#000000']) {
        const light = linearLight(colour);
        seenBy(sight, light).forEach((channel, axis) => {
          expect(channel).toBeCloseTo(light[axis] ?? 0, 3);
        });
      }
    }
  });

  it('takes red from green where the eye does', () => {
    const apart = (sight: (typeof SIGHTS)[number]) => colourDistance('#c04040', '#5c8a40', sight);
    expect(apart('deuteranopia')).toBeLessThan(apart('everyone') / 2);
    expect(colourDistance('#ffffff', '#000000', 'everyone')).toBeCloseTo(100, 1);
  });
});
