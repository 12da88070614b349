import { useEffect, useState } from 'preact/hooks';
import { readSources, type Source } from '../api/places';
import { messages } from '../i18n/language';

/** Where the data comes from, as its owners ask to be named. */
export function Sources() {
  const words = messages.value.status;
  const [sources, setSources] = useState<readonly Source[]>([]);
  useEffect(() => {
    readSources().then(setSources, () => setSources([]));
  }, []);
  if (sources.length === 0) return null;
  const named = [...new Set(sources.map(({ attribution }) => attribution))];
  return (
    <details>
      <summary>{words.sources}</summary>
      <p>{words.modelled}</p>
      <ul>
        {named.map((attribution) => (
          <li key={attribution}>{attribution}</li>
        ))}
      </ul>
    </details>
  );
}
