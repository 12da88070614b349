import { addressOfData } from '../core/site-page';
import { messages } from '../i18n/language';
import { area, loadState, placeLayers } from '../session/place';
import { Icon } from './icon';

/** A new area whose place is not loaded yet: what it lacks, and the command that brings it. */
export function LackingNote() {
  const words = messages.value.lacks;
  const open = area.value;
  const { streets, homes, facilities } = placeLayers.value;
  if (open === null || loadState.value !== 'ready') return null;
  const { name, place } = open.properties;
  const lacks = [
    {
      what: words.streets,
      rows: streets,
      command: `forbind load osm ${words.file}.osm.pbf --place ${place}`,
    },
    {
      what: words.homes,
      rows: homes,
      command: `forbind load population ${words.file} --place ${place} --map residents=${words.column}`,
    },
    {
      what: words.facilities,
      rows: facilities,
      command: `forbind load facilities ${words.file} --place ${place}`,
    },
  ].filter(({ rows }) => rows?.features.length === 0);
  if (lacks.length === 0) return null;
  return (
    <section class="note-box is-troubled lacking-note" role="status">
      <h2>
        <Icon name="warning" size={16} /> {words.title(name)}
      </h2>
      <ul>
        {lacks.map(({ what, command }) => (
          <li key={command}>{what}</li>
        ))}
      </ul>
      <p>
        <a class="button is-main" href={addressOfData(place)}>
          {messages.value.loads.link}
        </a>
      </p>
      <details>
        <summary>{words.how}</summary>
        {lacks.map(({ command }) => (
          <code key={command} class="command">
            {command}
          </code>
        ))}
      </details>
    </section>
  );
}
