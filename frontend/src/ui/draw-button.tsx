import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/language';
import { tool } from '../session/drawing';
import { toolsOpen } from '../session/panel-view';
import { canStepBack, stepBack } from '../session/stepping';
import { locked } from '../session/workspace';
import { Icon } from './icon';

/** On a phone the tools wait behind one button, so that the map is there to be read. */
export function DrawButton() {
  const words = messages.value;
  useEffect(
    () =>
      effect(() => {
        // A tool in hand, or nothing to draw on: the tray has done its work.
        if (tool.value !== null || locked.value) toolsOpen.value = false;
      }),
    [],
  );
  if (locked.value || tool.value !== null) return null;
  const open = toolsOpen.value;
  return (
    <div class="draw-buttons">
      {canStepBack.value && !open && (
        <button type="button" class="round-button" aria-label={words.tools.undo} onClick={stepBack}>
          <Icon name="undo" />
        </button>
      )}
      <button
        type="button"
        class="draw-button"
        aria-expanded={open}
        aria-label={open ? words.sheet.closeTools : words.sheet.draw}
        onClick={() => {
          toolsOpen.value = !open;
        }}
      >
        <Icon name={open ? 'close' : 'draw'} />
        {!open && words.sheet.draw}
      </button>
    </div>
  );
}
