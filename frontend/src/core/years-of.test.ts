import { expect, it } from 'vitest';
import { yearsOf } from './years-of';

it('gives the first and the last year that dates name', () => {
  expect(yearsOf(['2026-11', '2016/2024', '2024'])).toBe('2016–2026');
  expect(yearsOf(['2024', '2024-03-01'])).toBe('2024');
  expect(yearsOf(['unknown', ''])).toBeNull();
  expect(yearsOf([])).toBeNull();
});
