import { messages } from '../i18n/language';
import { phaseName } from '../i18n/phase-name';
import { showingBefore } from '../session/lens';
import { lookAfter, phases } from '../session/phases';
import { phaseLook } from '../session/workspace';

/** Over the map while only a part of the proposal is shown, with the way back. */
export function PhaseFlag() {
  const words = messages.value;
  const look = phaseLook.value;
  const phase = phases.value[(look ?? 0) - 1];
  if (look === null || phase === undefined || showingBefore.value) return null;
  return (
    <p class="before-flag phase-flag" role="status">
      {words.phases.looking(phaseName(phase, words))}
      <button type="button" onClick={() => lookAfter(null)}>
        {words.phases.wholeAgain}
      </button>
    </p>
  );
}
