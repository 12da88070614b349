import { signal } from '@preact/signals';
import { type Palette, readPalette } from './palette';

/** The colours in force; read again when the system changes scheme and around printing. */
export const palette = signal<Palette>(readPalette());

export function followScheme(): void {
  const refresh = () => {
    palette.value = readPalette();
  };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', refresh);
  matchMedia('print').addEventListener('change', refresh);
  refresh();
}
