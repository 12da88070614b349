import { STEPS } from '../core/presentation';
import { shortcutAt } from '../core/shortcuts';
import { toggleFullScreen } from '../session/full-screen';
import { showingBefore } from '../session/lens';
import { goOn, goToStep, leaveShow } from '../session/showing';

/** The keys of the presentation; “before” is the same as on the page. */
export function pressShowing(event: KeyboardEvent): boolean {
  // A button in hand hears its own space bar.
  const onButton = event.target instanceof HTMLElement && event.target.matches('button, summary');
  if (event.key === ' ' && onButton) return false;
  switch (shortcutAt('showing', event)) {
    case 'nextStep':
      goOn(1);
      return true;
    case 'previousStep':
      goOn(-1);
      return true;
    case 'firstStep':
      goToStep(0);
      return true;
    case 'lastStep':
      goToStep(STEPS.length - 1);
      return true;
    case 'fullScreen':
      void toggleFullScreen();
      return true;
    case 'leaveShow':
      leaveShow();
      return true;
    default:
      return pressBefore(event);
  }
}

function pressBefore(event: KeyboardEvent): boolean {
  if (shortcutAt('page', event) !== 'before') return false;
  showingBefore.value = true;
  return true;
}
