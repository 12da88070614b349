import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/language';
import { attributions, loadSources } from '../session/sources';

/** Where the data comes from, as its owners ask to be named. */
export function Sources() {
  const words = messages.value.status;
  useEffect(() => void loadSources(), []);
  if (attributions.value.length === 0) return null;
  return (
    <details>
      <summary>{words.sources}</summary>
      <p>{words.modelled}</p>
      <ul>
        {attributions.value.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
