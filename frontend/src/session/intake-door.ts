import { effect, signal } from '@preact/signals';
import { messages } from '../i18n/language';
import { notice } from './opening';
import { areaId } from './place';

/** Whether the panel for files and underlays is open. */
export const intakeOpen = signal(false);
/** Whether a file is held over the page. */
export const fileOver = signal(false);

const reading = () => import('./intake');

/** Open the panel, with a file in hand or to choose one. */
export function openIntake(file?: File): void {
  intakeOpen.value = true;
  if (file === undefined) return;
  reading()
    .then(({ takeFile }) => takeFile(file))
    .catch(() => {
      notice.value = messages.peek().status.serviceAway;
    });
}

const AFTER_MS = 4_000;

/** Do something of little hurry well after the map has come. */
export function whenIdle(task: () => void): void {
  setTimeout(task, AFTER_MS);
}

/** A file may be dropped anywhere on the page once an area is open. */
export function listenToDrops(): void {
  // Ahead of time, so that a file of our own can be read while the service is away.
  whenIdle(() => void reading().catch(() => undefined));
  const isFile = (event: DragEvent) =>
    areaId.peek() !== null && (event.dataTransfer?.types.includes('Files') ?? false);
  window.addEventListener('dragover', (event) => {
    if (!isFile(event)) return;
    event.preventDefault();
    fileOver.value = true;
  });
  window.addEventListener('dragleave', (event) => {
    // Only when it leaves the window, not when it goes from one thing to the next.
    if (event.relatedTarget === null) fileOver.value = false;
  });
  window.addEventListener('drop', (event) => {
    fileOver.value = false;
    if (!isFile(event)) return;
    event.preventDefault();
    const [file] = event.dataTransfer?.files ?? [];
    if (file !== undefined) openIntake(file);
  });
  effect(() => {
    if (areaId.value === null) intakeOpen.value = false;
  });
}
