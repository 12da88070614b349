import { formatNumber } from '../i18n/format';
import { language, messages } from '../i18n/language';
import { walker, walkerId, walkers } from '../session/walker';
import { Segments } from './fields';

/** Everyone, or the same walk for a child, an older person, a wheelchair user, or at night. */
export function WalkerSwitch() {
  const words = messages.value.walkers;
  const danish = language.value === 'da';
  if (walkers.value.length === 0) return null;
  const chosen = walker.value;
  return (
    <div class="walkers">
      <Segments
        legend={words.label}
        hideLegend
        value={walkerId.value ?? ''}
        options={[
          ['', words.all],
          ...walkers.value.map(
            ({ id, name_da, name_en }) =>
              [id, words.short[id] ?? (danish ? name_da : name_en)] as const,
          ),
        ]}
        onChoose={(id) => {
          walkerId.value = id === '' ? null : id;
        }}
      />
      {chosen !== null && (
        <details class="walker-note">
          <summary>{danish ? chosen.sentence_da : chosen.sentence_en}</summary>
          <p>
            {words.pace(formatNumber(chosen.speed_kmh, messages.value, 1))} {chosen.source}
          </p>
        </details>
      )}
    </div>
  );
}
