import { useId } from 'preact/hooks';
import type { Load } from '../api/loads';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { formatMoment } from '../i18n/moment';
import { stopLoad, takeIn } from '../session/loads';

/** Faults and notes beyond these are counted. */
const MOST_SHOWN = 30;
const STOPPABLE: ReadonlySet<Load['state']> = new Set(['awaiting_file', 'queued', 'running']);

/** One load: how far it is, what it would do, what is wrong with its file. */
export function LoadRow({ load }: { load: Load }) {
  const words = messages.value.loads;
  return (
    <li class="load-row" data-state={load.state}>
      <header>
        <h3>{load.file_name ?? 'OpenStreetMap'}</h3>
        <p class="quiet">
          {words.kinds[load.kind]}
          {load.place === null ? '' : ` · ${load.place}`} ·{' '}
          {formatMoment(load.created_at, messages.value)}
        </p>
        <p class="load-state" role="status">
          {load.rehearse && load.state === 'done' ? words.tried : words.states[load.state]}
        </p>
      </header>
      {load.state === 'running' && <HowFar load={load} />}
      {load.story !== null && <Story story={load.story} />}
      <Faults faults={load.faults} />
      <Actions load={load} />
    </li>
  );
}

function HowFar({ load: { progress } }: { load: Load }) {
  const words = messages.value.loads;
  const name = useId();
  if (progress === null) return null;
  const { stage, done, total, seconds_left: left } = progress;
  const known = total !== null && total > 0;
  return (
    <div class="load-progress">
      <span id={name}>{words.stages[stage] ?? stage}</span>
      {known ? (
        <progress value={done} max={total} aria-labelledby={name} />
      ) : (
        <progress aria-labelledby={name} />
      )}
      <span>{left === null ? '' : words.left(leftWords(left))}</span>
    </div>
  );
}

function leftWords(seconds: number): string {
  const { units } = messages.value;
  return seconds < 90
    ? units.seconds(formatNumber(Math.ceil(seconds), messages.value))
    : units.minutes(formatNumber(Math.ceil(seconds / 60), messages.value));
}

function Story({ story }: { story: NonNullable<Load['story']> }) {
  const words = messages.value.loads;
  const notes = story.notes.slice(0, MOST_SHOWN);
  return (
    <div class="load-story">
      <p>{story.headline}</p>
      <ul>
        {story.layers.map(({ layer, message }) => (
          <li key={layer}>{message}</li>
        ))}
      </ul>
      {story.notes.length > 0 && (
        <details>
          <summary>{words.notes(story.notes.length)}</summary>
          <ul>
            {notes.map(({ message }) => (
              <li key={message}>{message}</li>
            ))}
          </ul>
          {story.notes.length > MOST_SHOWN && <p>{words.more(story.notes.length - MOST_SHOWN)}</p>}
        </details>
      )}
      {story.touched.length > 0 && (
        <div>
          <p>{words.touched}</p>
          <ul>
            {story.touched.map(({ id, name, area }) => (
              <li key={id}>
                <a href={`#/${encodeURIComponent(area)}?proposal=${id}`}>{name}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

function Faults({ faults }: { faults: Load['faults'] }) {
  const words = messages.value.loads;
  if (faults.length === 0) return null;
  return (
    <div class="load-faults">
      <ul>
        {faults.slice(0, MOST_SHOWN).map((fault, index) => (
          <li key={index}>
            {whereOf(fault)}
            {fault.message}
            <span class="quiet">{detailOf(fault)}</span>
          </li>
        ))}
      </ul>
      {faults.length > MOST_SHOWN && <p>{words.more(faults.length - MOST_SHOWN)}</p>}
    </div>
  );
}

/** The value that is wrong, and where it lies. */
function detailOf({ value, lon, lat }: Load['faults'][number]): string {
  const place = lon === null || lat === null ? '' : ` ${lat.toFixed(5)}, ${lon.toFixed(5)}`;
  return value === null ? place : ` (${value})${place}`;
}

function whereOf({ layer, feature }: Load['faults'][number]): string {
  if (layer === '') return '';
  const words = messages.value.loads;
  return feature === null ? `${layer}: ` : `${words.feature(layer, feature)}: `;
}

function Actions({ load }: { load: Load }) {
  const words = messages.value.loads;
  if (!load.can_be_taken && !STOPPABLE.has(load.state)) return null;
  return (
    <div class="form-actions">
      {load.can_be_taken && (
        <button type="button" class="button is-main" onClick={() => void takeIn(load.id)}>
          {words.take}
        </button>
      )}
      {STOPPABLE.has(load.state) && (
        <button type="button" class="button" onClick={() => void stopLoad(load.id)}>
          {words.cancel}
        </button>
      )}
    </div>
  );
}
