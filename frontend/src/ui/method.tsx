import { language, messages } from '../i18n/language';
import { loadRegistry, methodOf } from '../session/registry';

/** How a number is worked out, one click away. */
export function Method({ indicator }: { indicator: string }) {
  const words = messages.value.cards;
  const method = methodOf(indicator);
  const danish = language.value === 'da';
  return (
    <details class="method" onToggle={() => void loadRegistry()}>
      <summary>{words.method}</summary>
      {method !== undefined && (
        <>
          <p>
            <strong>{danish ? method.name_da : method.name_en}.</strong>{' '}
            {danish ? method.sentence_da : method.sentence_en}
          </p>
          <p class="formula">{method.formula}</p>
          {method.source !== null && <p class="quiet">{method.source}</p>}
        </>
      )}
    </details>
  );
}
