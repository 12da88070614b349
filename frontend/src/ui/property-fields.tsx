import { CATEGORIES, type Category, CROSSING_DELAY_S } from '../core/kinds';
import type { InterventionProperties, JsonValue } from '../core/proposal';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { CheckField, NumberField, Segments, SelectField } from './fields';
import { Icon } from './icon';
import { numberOf, textOf } from './property-values';
import { ServiceChangeFields, ServiceFields, StopFields } from './transit-fields';

export interface PropertyFieldsProps {
  readonly properties: InterventionProperties;
  readonly onChange: (changes: Readonly<Record<string, JsonValue | undefined>>) => void;
}

/** Residents per home where nothing else is said: the service's own figure. */
const RESIDENTS_PER_HOME = 2.1;

/** The few questions each kind asks, with its defaults already answered. */
export function PropertyFields(props: PropertyFieldsProps) {
  switch (props.properties.kind) {
    case 'connection':
      return <ConnectionFields {...props} />;
    case 'crossing':
      return <CrossingFields {...props} />;
    case 'closure':
      return <ModeFields {...props} legend={messages.value.form.closedFor} />;
    case 'change':
      return <ChangeFields {...props} />;
    case 'facility':
      return <FacilityFields {...props} />;
    case 'facility_removal':
      return <RemovalFields {...props} />;
    case 'demolition':
      return <DemolitionFields {...props} />;
    case 'housing':
      return <HousingFields {...props} />;
    case 'service':
      return <ServiceFields {...props} />;
    case 'service_change':
      return <ServiceChangeFields {...props} />;
    case 'stop':
      return <StopFields {...props} />;
    default:
      return null;
  }
}

function ConnectionFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  const steps = properties.steps === true;
  const surfaces = Object.entries(words.surfaces);
  return (
    <>
      <Segments
        legend={words.grade}
        value={textOf(properties.grade, 'at_grade')}
        onChoose={(grade) => onChange({ grade })}
        options={[
          ['at_grade', words.at_grade],
          ['bridge', <GradeLabel key="bridge" icon="bridge" text={words.bridge} />],
          ['tunnel', <GradeLabel key="tunnel" icon="tunnel" text={words.tunnel} />],
        ]}
      />
      <ModeFields properties={properties} onChange={onChange} legend={words.modes} noBike={steps} />
      <div class="field-row">
        <CheckField
          label={words.lit}
          checked={properties.lit === true}
          onChange={(lit) => onChange({ lit })}
        />
        <CheckField
          label={words.steps}
          checked={steps}
          onChange={(checked) =>
            onChange(checked ? { steps: true, modes: ['walk'] } : { steps: false })
          }
        />
      </div>
      <div class="field-row">
        <SelectField
          label={words.surface}
          value={textOf(properties.surface, 'asphalt')}
          options={surfaces}
          onChoose={(surface) => onChange({ surface })}
        />
        <NumberField
          label={words.width}
          unit={words.units.m}
          value={numberOf(properties.width_m)}
          min={0.5}
          max={20}
          step={0.5}
          onChange={(width_m) => onChange({ width_m: width_m ?? undefined })}
        />
      </div>
    </>
  );
}

/** What is left as it is today is no property of the change. */
function ChangeFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  const stated = Array.isArray(properties.modes) ? properties.modes : [];
  const yesNo = (['lit', 'steps'] as const).map((name) => (
    <SelectField
      key={name}
      label={words[name]}
      value={typeof properties[name] === 'boolean' ? String(properties[name]) : ''}
      options={[
        ['', words.asToday],
        ['true', words.yes],
        ['false', words.no],
      ]}
      onChoose={(choice) => onChange({ [name]: choice === '' ? undefined : choice === 'true' })}
    />
  ));
  return (
    <>
      <div class="field-row">{yesNo}</div>
      <div class="field-row">
        <SelectField
          label={words.surface}
          value={textOf(properties.surface, '')}
          options={[['', words.asToday], ...Object.entries(words.surfaces)]}
          onChoose={(surface) => onChange({ surface: surface === '' ? undefined : surface })}
        />
        <NumberField
          label={words.speed}
          unit={words.units.kmh}
          value={numberOf(properties.speed_kmh)}
          min={5}
          max={130}
          step={5}
          onChange={(speed_kmh) => onChange({ speed_kmh: speed_kmh ?? undefined })}
        />
      </div>
      <SelectField
        label={words.openTo}
        value={['walk', 'bike'].filter((mode) => stated.includes(mode)).join(' ')}
        options={[
          ['', words.asToday],
          ['walk bike', words.walkAndBike],
          ['walk', words.onlyWalk],
          ['bike', words.onlyBike],
        ]}
        onChoose={(modes) => onChange({ modes: modes === '' ? undefined : modes.split(' ') })}
      />
    </>
  );
}

function GradeLabel({ icon, text }: { icon: 'bridge' | 'tunnel'; text: string }) {
  return (
    <>
      <Icon name={icon} size={16} /> {text}
    </>
  );
}

interface ModeFieldsProps extends PropertyFieldsProps {
  readonly legend: string;
  readonly noBike?: boolean;
}

function ModeFields({ properties, onChange, legend, noBike = false }: ModeFieldsProps) {
  const words = messages.value.form;
  const all = ['walk', 'bike'] as const;
  const { modes: stated } = properties;
  const modes = Array.isArray(stated) ? all.filter((mode) => stated.includes(mode)) : [...all];
  const toggle = (mode: 'walk' | 'bike', on: boolean) => {
    const next = all.filter((each) => (each === mode ? on : modes.includes(each)));
    if (next.length > 0) onChange({ modes: next });
  };
  return (
    <fieldset class="checks">
      <legend>{legend}</legend>
      {all.map((mode) => (
        <CheckField
          key={mode}
          label={words[mode]}
          checked={modes.includes(mode)}
          disabled={(noBike && mode === 'bike') || (modes.length === 1 && modes[0] === mode)}
          onChange={(on) => toggle(mode, on)}
        />
      ))}
    </fieldset>
  );
}

function CrossingFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  return (
    <>
      <SelectField
        label={words.control}
        value={textOf(properties.control, 'zebra')}
        options={Object.entries(words.controls)}
        onChoose={(control) => onChange({ control, delay_s: CROSSING_DELAY_S[control] })}
      />
      <NumberField
        label={words.delay}
        unit={words.units.s}
        value={numberOf(properties.delay_s)}
        min={0}
        max={300}
        onChange={(delay_s) => onChange({ delay_s: delay_s ?? undefined })}
      />
    </>
  );
}

function FacilityFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value;
  return (
    <>
      <SelectField
        label={words.form.category}
        value={textOf(properties.category, 'grocery') as Category}
        options={CATEGORIES.map((category) => [category, words.categoryNames[category]])}
        onChoose={(category) => onChange({ category })}
      />
      <label class="field">
        <span>{words.form.name}</span>
        <input
          type="text"
          maxLength={120}
          placeholder={words.form.namePlaceholder}
          value={textOf(properties.name, '')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
      </label>
      <NumberField
        label={words.form.capacity}
        value={numberOf(properties.capacity)}
        min={1}
        max={100_000}
        onChange={(capacity) => onChange({ capacity: capacity ?? undefined })}
      />
    </>
  );
}

function RemovalFields({ properties }: PropertyFieldsProps) {
  const words = messages.value;
  const category = textOf(properties.category, '') as Category;
  return (
    <p class="quiet">
      {words.form.removes}: {textOf(properties.name, '') || words.categoryNames[category]}
    </p>
  );
}

function DemolitionFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  const share = numberOf(properties.share) ?? 1;
  return (
    <NumberField
      label={words.share}
      unit={words.units.percent}
      value={Math.round(share * 100)}
      min={1}
      max={100}
      onChange={(percent) => onChange({ share: (percent ?? 100) / 100 })}
    />
  );
}

function HousingFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value;
  const homes = numberOf(properties.homes);
  const residents = Math.round((homes ?? 0) * RESIDENTS_PER_HOME);
  return (
    <NumberField
      label={words.form.homes}
      value={homes}
      min={1}
      max={5000}
      note={words.form.residents(formatNumber(residents, words))}
      onChange={(value) => onChange({ homes: value ?? 1 })}
    />
  );
}
