import { lineRows } from '../core/line-classes';
import { messages } from '../i18n/language';
import { timetable } from '../session/timetable';
import { ClockField, NumberField, SelectField, TextField } from './fields';
import type { PropertyFieldsProps } from './property-fields';
import { numberOf, textOf } from './property-values';

/** A new line: what it is called, how often and when it runs, and how fast. */
export function ServiceFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  return (
    <>
      <TextField
        label={words.name}
        placeholder={words.linePlaceholder}
        value={textOf(properties.name, '')}
        onChange={(name) => onChange({ name })}
      />
      <HeadwayFields properties={properties} onChange={onChange} />
      <SpeedField properties={properties} onChange={onChange} />
      <p class="quiet">{words.serviceHow}</p>
    </>
  );
}

/** A line of today: which, and how often from now on. */
export function ServiceChangeFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  const lines = lineRows(timetable.value?.lines.features ?? []);
  return (
    <>
      <SelectField
        label={words.line}
        value={textOf(properties.line, '')}
        options={[
          ['', words.lineHere] as const,
          ...lines.map(({ line, name }) => [line, name] as const),
        ]}
        onChoose={(line) => onChange({ line: line === '' ? undefined : line })}
      />
      <HeadwayFields properties={properties} onChange={onChange} />
      <SpeedField properties={properties} onChange={onChange} />
      <p class="quiet">{words.changeHow}</p>
    </>
  );
}

/** What happens to a stop; one that moves is named. */
export function StopFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  const action = textOf(properties.action, 'new');
  const stops = (timetable.value?.stops.features ?? []).map(
    ({ id, properties: { name } }) => [id, name] as const,
  );
  return (
    <>
      <SelectField
        label={words.stopAction}
        value={action}
        options={Object.entries(words.stopActions)}
        onChoose={(chosen) =>
          onChange(chosen === 'moved' ? { action: chosen } : { action: chosen, stop_id: undefined })
        }
      />
      {action === 'new' && (
        <TextField
          label={words.name}
          placeholder={words.stopPlaceholder}
          value={textOf(properties.name, '')}
          onChange={(name) => onChange({ name })}
        />
      )}
      {action === 'moved' && (
        <SelectField
          label={words.whichStop}
          value={textOf(properties.stop_id, '')}
          options={[
            ['', words.chooseStop] as const,
            ...stops.toSorted(([, one], [, other]) => one.localeCompare(other)),
          ]}
          onChoose={(stop) => onChange({ stop_id: stop === '' ? undefined : stop })}
        />
      )}
    </>
  );
}

function HeadwayFields({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  return (
    <>
      <NumberField
        label={words.headway}
        unit={words.units.min}
        value={numberOf(properties.headway_min)}
        min={1}
        max={240}
        onChange={(headway_min) => onChange({ headway_min: headway_min ?? undefined })}
      />
      <div class="field-row">
        <ClockField
          label={words.from}
          value={textOf(properties.from, '06:00')}
          onChange={(from) => onChange({ from })}
        />
        <ClockField
          label={words.until}
          value={textOf(properties.until, '24:00')}
          onChange={(until) => onChange({ until })}
        />
      </div>
    </>
  );
}

function SpeedField({ properties, onChange }: PropertyFieldsProps) {
  const words = messages.value.form;
  return (
    <NumberField
      label={words.speedWithStops}
      unit={words.units.kmh}
      value={numberOf(properties.speed_kmh) ?? 20}
      min={5}
      max={200}
      onChange={(speed_kmh) => onChange({ speed_kmh: speed_kmh ?? undefined })}
    />
  );
}
