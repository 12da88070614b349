import { useId } from 'preact/hooks';
import type { LoadingOptions, LoadKind } from '../api/loads';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import {
  chosenFile,
  type LoadForm as Filled,
  fill,
  form,
  loadTroubles,
  sendChosen,
  sendingNow,
  stopSendingNow,
} from '../session/loads';
import { SelectField } from './fields';

const KINDS: readonly LoadKind[] = [
  'osm',
  'population',
  'facilities',
  'streets',
  'buildings',
  'barriers',
  'land-cover',
  'areas',
];

/** What a file holds and whose it is; it is tried before anything changes. */
export function LoadForm({ options }: { options: LoadingOptions }) {
  const words = messages.value.loads;
  const told = form.value;
  const profiles = options.profiles.filter(({ kind }) => kind === told.kind);
  const isOsm = told.kind === 'osm';
  return (
    <form
      class="load-form"
      aria-label={words.formTitle}
      onSubmit={(event) => {
        event.preventDefault();
        // What comes of it is told there.
        document.getElementById('load-list-title')?.scrollIntoView({ block: 'nearest' });
        void sendChosen();
      }}
    >
      <h2>{words.formTitle}</h2>
      <SelectField
        label={words.kind}
        options={KINDS.map((kind) => [kind, words.kinds[kind]] as const)}
        value={told.kind}
        onChoose={(kind) => fill({ kind, profile: '', columns: {} })}
      />
      <p class="quiet">{words.about[told.kind]}</p>
      {told.kind !== 'areas' && (
        <SelectField
          label={words.place}
          options={options.places.map(({ id, name }) => [id, name] as const)}
          value={told.place}
          onChoose={(place) => fill({ place })}
        />
      )}
      <FileField endings={options.endings} limit={options.max_upload_bytes} />
      {profiles.length > 0 && (
        <SelectField
          label={words.profile}
          options={[
            ['', words.noProfile] as const,
            ...profiles.map(({ name }) => [name, words.profiles[name] ?? name] as const),
          ]}
          value={told.profile}
          // What was said of another file's source is not this register's.
          onChoose={(profile) => fill({ profile, publisher: '', licence: '' })}
        />
      )}
      {!isOsm && <SourceFields isNeeded={told.profile === ''} />}
      {!isOsm && <Columns options={options} />}
      <Troubles />
      <SendButton />
    </form>
  );
}

function FileField({ endings, limit }: { endings: readonly string[]; limit: number }) {
  const words = messages.value.loads;
  const id = useId();
  return (
    <fieldset
      class="file-field"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        chosenFile.value = event.dataTransfer?.files[0] ?? null;
      }}
    >
      <legend class="sr-only">{words.chooseFile}</legend>
      <input
        id={id}
        class="sr-only"
        type="file"
        accept={endings.join(',')}
        // A file that was sent is chosen no longer.
        key={chosenFile.value === null ? 'none' : 'chosen'}
        onChange={(event) => {
          chosenFile.value = event.currentTarget.files?.[0] ?? null;
        }}
      />
      <label class="button" for={id}>
        {chosenFile.value === null ? words.chooseFile : words.chooseAnother}
      </label>
      <p class="chosen-file">{chosenFile.value?.name ?? words.dropFile}</p>
      <small>{words.fileNote(formatNumber(limit / 2 ** 20, messages.value))}</small>
    </fieldset>
  );
}

function SourceFields({ isNeeded }: { isNeeded: boolean }) {
  const words = messages.value.loads;
  return (
    <fieldset class="source-fields">
      <legend>{isNeeded ? words.source : words.sourceKnown}</legend>
      <div class="field-row">
        <TextField name="publisher" label={words.publisher} />
        <TextField name="licence" label={words.licence} />
      </div>
    </fieldset>
  );
}

type TextName = {
  [Name in keyof Filled]: Filled[Name] extends string ? Name : never;
}[keyof Filled];

function TextField({ name, label }: { name: TextName; label: string }) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        value={form.value[name]}
        maxLength={200}
        onInput={(event) => fill({ [name]: event.currentTarget.value })}
      />
    </div>
  );
}

/** Which column is which of our fields: for files that no profile knows. */
function Columns({ options }: { options: LoadingOptions }) {
  const words = messages.value.loads;
  const told = form.value;
  const fields = options.kinds.find(({ kind }) => kind === told.kind)?.fields ?? [];
  return (
    <details class="load-columns">
      <summary>{words.columns}</summary>
      <div class="load-column-fields">
        <p class="quiet">{words.columnsNote}</p>
        <TextField name="layer" label={words.layer} />
        <TextField name="crs" label={words.crs} />
        {fields.map((field) => (
          <label class="field" key={field}>
            <span>{words.fields[field] ?? field}</span>
            <input
              value={told.columns[field] ?? ''}
              placeholder={field}
              maxLength={200}
              onInput={(event) =>
                fill({ columns: { ...form.peek().columns, [field]: event.currentTarget.value } })
              }
            />
          </label>
        ))}
      </div>
    </details>
  );
}

function Troubles() {
  if (loadTroubles.value.length === 0) return null;
  return (
    <div class="note-box is-troubled" role="alert">
      <ul>
        {loadTroubles.value.map((trouble) => (
          <li key={trouble}>{trouble}</li>
        ))}
      </ul>
    </div>
  );
}

function SendButton() {
  const words = messages.value.loads;
  const now = sendingNow.value;
  if (now === null) {
    return (
      <div class="form-actions">
        <button type="submit" class="button is-main" disabled={chosenFile.value === null}>
          {words.tryFirst}
        </button>
        <p class="quiet">{words.tryNote}</p>
      </div>
    );
  }
  return (
    <div class="load-sending">
      <label>
        {words.sending(now.name)}
        <progress value={now.sent} max={Math.max(1, now.total)} />
      </label>
      <button type="button" class="button" onClick={stopSendingNow}>
        {words.cancel}
      </button>
    </div>
  );
}
