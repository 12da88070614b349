import { useEffect } from 'preact/hooks';
import { messages } from '../i18n/language';
import { loads, openLoads, options } from '../session/loads';
import { sitePage } from '../session/site-page';
import { LoadForm } from './load-form';
import { LoadRow } from './load-row';

/** The page where data comes in: a file is tried, its story read, and then taken in. */
export function DataPage() {
  const words = messages.value.loads;
  const place = sitePage.value?.page === 'data' ? sitePage.value.place : null;
  useEffect(() => openLoads(place), [place]);
  return (
    <main class="chooser data-page">
      <header>
        <h1>{words.title}</h1>
        <p class="lead">{words.lead}</p>
      </header>
      {options.value === null && <p class="map-status is-late">{words.looking}</p>}
      {options.value?.is_open === false && (
        <p class="note-box is-troubled" role="status">
          {words.closed}
        </p>
      )}
      <div class="data-columns">
        {options.value?.is_open && <LoadForm options={options.value} />}
        <section class="load-list" aria-labelledby="load-list-title">
          <h2 id="load-list-title">{words.latest}</h2>
          {loads.value.length === 0 && <p class="quiet">{words.none}</p>}
          <ol>
            {loads.value.map((load) => (
              <LoadRow key={load.id} load={load} />
            ))}
          </ol>
        </section>
      </div>
    </main>
  );
}
