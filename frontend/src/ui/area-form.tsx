import { useId, useState } from 'preact/hooks';
import { messages } from '../i18n/language';
import {
  border,
  changing,
  facts,
  isComplete,
  keepArea,
  municipalities,
  removeArea,
  say,
  sending,
  troubles,
} from '../session/new-area';
import { NumberField, SelectField } from './fields';

const MOST_HOMES = 100_000;
const MOST_RESIDENTS = 500_000;
const NAME_CHARACTERS = 120;

/** What the planner knows of the area, and the button that keeps it. */
export function AreaForm({ onRedraw }: { onRedraw: () => void }) {
  const words = messages.value.newArea;
  const told = facts.value;
  const name = useId();
  const known = [
    ['', words.chooseMunicipality] as const,
    ...municipalities.value
      .toSorted((a, b) => a.name.localeCompare(b.name, 'da'))
      .map(({ code, name: called }) => [code, called] as const),
  ];
  return (
    <form
      class="area-form"
      onSubmit={(event) => {
        event.preventDefault();
        void keepArea();
      }}
    >
      <p class="quiet">{words.lead}</p>
      <div class="field">
        <label for={name}>{words.name}</label>
        <input
          id={name}
          required
          maxLength={NAME_CHARACTERS}
          value={told.name}
          onInput={(event) => say({ name: event.currentTarget.value })}
        />
      </div>
      <SelectField
        label={words.municipality}
        options={known}
        value={told.municipalityCode}
        onChoose={(municipalityCode) => say({ municipalityCode })}
      />
      <div class="field-row">
        <NumberField
          label={words.homes}
          value={told.homes}
          min={0}
          max={MOST_HOMES}
          onChange={(homes) => say({ homes })}
        />
        <NumberField
          label={words.residents}
          value={told.residents}
          min={0}
          max={MOST_RESIDENTS}
          onChange={(residents) => say({ residents })}
        />
      </div>
      <p class="quiet">{words.unknownIsFine}</p>
      <Troubles />
      <div class="form-actions">
        <button type="submit" class="button is-main" disabled={!isComplete.value || sending.value}>
          {sending.value ? words.keeping : words.keep}
        </button>
        {border.value !== null && (
          <button
            type="button"
            class="button"
            onClick={() => {
              border.value = null;
              onRedraw();
            }}
          >
            {words.redraw}
          </button>
        )}
        {changing.value !== null && <RemoveButton />}
      </div>
      {!isComplete.value && (
        <p class="quiet">{border.value === null ? words.needsBorder : words.needsFacts}</p>
      )}
    </form>
  );
}

function Troubles() {
  if (troubles.value.length === 0) return null;
  return (
    <div class="note-box is-troubled" role="alert">
      <ul>
        {troubles.value.map((trouble) => (
          <li key={trouble}>{trouble}</li>
        ))}
      </ul>
    </div>
  );
}

/** Asked twice: an area that is gone takes its place with it. */
function RemoveButton() {
  const words = messages.value.newArea;
  const [sure, setSure] = useState(false);
  return (
    <button
      type="button"
      class="button is-danger"
      disabled={sending.value}
      onClick={() => (sure ? void removeArea() : setSure(true))}
    >
      {sure ? words.removeSure : words.remove}
    </button>
  );
}
