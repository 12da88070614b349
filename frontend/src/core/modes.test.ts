import { expect, it } from 'vitest';
import { alongStreets, MODES } from './modes';

it('whoever takes the bus walks along the streets', () => {
  expect(MODES.map(alongStreets)).toEqual(['walk', 'bike', 'walk']);
});
