import { signal } from '@preact/signals';

export const fullScreen = signal(document.fullscreenElement !== null);
/** A phone may not know how to give a page its whole screen. */
export const fullScreenKnown = document.fullscreenEnabled;

document.addEventListener('fullscreenchange', () => {
  fullScreen.value = document.fullscreenElement !== null;
});

export async function toggleFullScreen(): Promise<void> {
  if (!fullScreenKnown) return;
  if (document.fullscreenElement === null) await document.documentElement.requestFullscreen();
  else await document.exitFullscreen();
}
