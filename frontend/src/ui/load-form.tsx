import { useId } from 'preact/hooks';
import type { LoadingOptions, LoadKind } from '../api/loads';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import {
  chosenFile,
  chosenMunicipalities,
  type LoadForm as Filled,
  fill,
  form,
  loadTroubles,
  OF_NO_PLACE,
  sendChosen,
  sendingNow,
  stopSendingNow,
  takeProfile,
} from '../session/loads';
import { SelectField } from './fields';

const PROFILE_ENDINGS = ['.toml'];
const KINDS: readonly LoadKind[] = [
  'osm',
  'population',
  'facilities',
  'streets',
  'buildings',
  'barriers',
  'land-cover',
  'areas',
  'transit',
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
        onChoose={(kind) =>
          fill({ kind, profile: '', ownProfile: null, overBuildings: '', columns: {} })
        }
      />
      <p class="quiet">{words.about[told.kind]}</p>
      {!OF_NO_PLACE.has(told.kind) && (
        <SelectField
          label={words.place}
          options={options.places.map(({ id, name }) => [id, name] as const)}
          value={told.place}
          onChoose={(place) => fill({ place })}
        />
      )}
      <FileField
        name={words.file}
        endings={options.endings}
        chosen={chosenFile.value?.name ?? null}
        onChoose={(file) => {
          chosenFile.value = file;
        }}
        note={words.fileNote(formatNumber(options.max_upload_bytes / 2 ** 20, messages.value))}
      />
      {told.kind === 'population' && <PeopleFields endings={options.table_endings} />}
      {profiles.length > 0 && (
        <SelectField
          label={words.profile}
          options={[
            ['', words.noProfile] as const,
            ...profiles.map(({ name }) => [name, words.profiles[name] ?? name] as const),
          ]}
          value={told.profile}
          // What was said of another file's source is not this register's.
          onChoose={(profile) => fill({ profile, ownProfile: null, publisher: '', licence: '' })}
        />
      )}
      {!isOsm && <SourceFields isNeeded={told.profile === '' && told.ownProfile === null} />}
      {!isOsm && told.kind !== 'transit' && <Columns options={options} />}
      <Troubles />
      <SendButton />
    </form>
  );
}

/** What may be said of people alone. */
function PeopleFields({ endings }: { endings: readonly string[] }) {
  const words = messages.value.loads;
  return (
    <>
      <FileField
        name={words.municipalities}
        endings={endings}
        chosen={chosenMunicipalities.value?.name ?? null}
        onChoose={(file) => {
          chosenMunicipalities.value = file;
        }}
        note={words.municipalitiesNote}
      />
      <SelectField
        label={words.overBuildings}
        options={[
          ['', words.asTheRegister] as const,
          ['yes', words.spread] as const,
          ['no', words.asTheyStand] as const,
        ]}
        value={form.value.overBuildings}
        onChoose={(overBuildings) => fill({ overBuildings })}
      />
    </>
  );
}

interface FileFieldProps {
  readonly name: string;
  readonly endings: readonly string[];
  readonly chosen: string | null;
  readonly onChoose: (file: File | null) => void;
  readonly note: string;
}

function FileField({ name, endings, chosen, onChoose, note }: FileFieldProps) {
  const words = messages.value.loads;
  const id = useId();
  return (
    <fieldset
      class="file-field"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onChoose(event.dataTransfer?.files[0] ?? null);
      }}
    >
      <legend>{name}</legend>
      <input
        id={id}
        class="sr-only"
        type="file"
        accept={endings.join(',')}
        // A file that was sent is chosen no longer.
        key={chosen === null ? 'none' : 'chosen'}
        aria-label={`${name}: ${chosen === null ? words.chooseFile : words.chooseAnother}`}
        onChange={(event) => onChoose(event.currentTarget.files?.[0] ?? null)}
      />
      <label class="button" for={id}>
        {chosen === null ? words.chooseFile : words.chooseAnother}
      </label>
      <p class="chosen-file">{chosen ?? words.dropFile}</p>
      <small>{note}</small>
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
        <FileField
          name={words.ownProfile}
          endings={PROFILE_ENDINGS}
          chosen={told.ownProfile?.name ?? null}
          onChoose={(file) => void takeProfile(file)}
          note={words.ownProfileNote}
        />
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
