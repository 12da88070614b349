import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/language';
import { formatMoment } from '../i18n/moment';
import { lookBack, looking, showingDifferences } from '../session/looking';
import { bringVersionBack } from '../session/versions';
import { isExample } from '../session/workspace';
import { CheckField } from './fields';

/** Over the map, while another version than the person's own is looked at. */
export function LookingBanner() {
  const words = messages.value;
  const now = looking.value;
  const banner = useRef<HTMLElement>(null);
  const version = now?.version ?? null;
  useEffect(() => {
    if (version !== null) banner.current?.querySelector('button')?.focus({ preventScroll: true });
  }, [version]);
  if (now === null) return null;
  const { versions } = words;
  const isRevision = now.what === 'revision';
  const title = isRevision ? versions.looking(formatMoment(now.at, words)) : versions.lookingTheirs;
  return (
    <section class="looking-banner" ref={banner} role="status">
      <p>
        <strong>{title}</strong>
      </p>
      <CheckField
        label={versions.ghosts}
        checked={showingDifferences.value}
        onChange={(checked) => {
          showingDifferences.value = checked;
        }}
      />
      {isRevision && (
        <div class="choice-row">
          {!isExample.value && (
            <button type="button" class="button is-main" onClick={bringVersionBack}>
              {versions.bringBack}
            </button>
          )}
          <button type="button" class="button" onClick={lookBack}>
            {versions.back}
          </button>
        </div>
      )}
    </section>
  );
}
