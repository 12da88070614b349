import type { MarkMeaning } from '../core/mark-meaning';
import { messages } from '../i18n/language';
import { markSentence } from '../i18n/mark-words';
import { detourRoute, detourRoutes } from '../session/detour-routes';
import { FollowedTrouble } from './legend-facts';

/** What one mark of the layer tells; a place on a barrier also has its walk drawn. */
export function MarkNote({ meaning }: { meaning: MarkMeaning }) {
  const words = messages.value;
  return (
    <div class="mark-note" data-testid="mark" aria-live="polite">
      <p>{markSentence(meaning, words)}</p>
      {meaning.kind === 'detour' && (
        <>
          {detourRoutes.value !== null && <p class="quiet">{words.mapLayers.across.way}</p>}
          <FollowedTrouble of={detourRoute} />
        </>
      )}
    </div>
  );
}
