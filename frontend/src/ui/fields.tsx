import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface ChoiceProps<T extends string> {
  readonly legend: string;
  readonly options: readonly (readonly [T, ComponentChildren])[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
  readonly hideLegend?: boolean;
}

/** One of a few, side by side. */
export function Segments<T extends string>({
  legend,
  options,
  value,
  onChoose,
  hideLegend = false,
}: ChoiceProps<T>) {
  return (
    <fieldset class="segments">
      <legend class={hideLegend ? 'sr-only' : ''}>{legend}</legend>
      {options.map(([option, label]) => (
        <label key={option}>
          <input
            type="radio"
            name={legend}
            checked={option === value}
            onChange={() => onChoose(option)}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SelectProps<T extends string> extends Omit<ChoiceProps<T>, 'legend' | 'hideLegend'> {
  readonly label: string;
}

export function SelectField<T extends string>({ label, options, value, onChoose }: SelectProps<T>) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <select id={id} value={value} onChange={(event) => onChoose(event.currentTarget.value as T)}>
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

interface NumberProps {
  readonly label: string;
  readonly unit?: string;
  readonly value: number | null;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onChange: (value: number | null) => void;
  readonly note?: string;
}

/** A number with its unit; a value outside the bounds is drawn back to the nearest. */
export function NumberField({
  label,
  unit,
  value,
  min,
  max,
  step = 1,
  onChange,
  note,
}: NumberProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <span class="with-unit">
        <input
          type="number"
          inputMode="decimal"
          min={min}
          max={max}
          step={step}
          value={value ?? ''}
          onChange={(event) => {
            const { value: text, valueAsNumber } = event.currentTarget;
            if (text === '') onChange(null);
            else if (Number.isFinite(valueAsNumber)) {
              onChange(Math.min(max, Math.max(min, valueAsNumber)));
            }
          }}
        />
        {unit !== undefined && <span class="unit">{unit}</span>}
      </span>
      {note !== undefined && <small>{note}</small>}
    </label>
  );
}

interface TextProps {
  readonly label: string;
  readonly value: string;
  readonly placeholder?: string;
  readonly onChange: (value: string) => void;
}

/** A few words. */
export function TextField({ label, value, placeholder = '', onChange }: TextProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        maxLength={120}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  );
}

const CLOCK = /^([0-2]?\d|30):[0-5]\d$/;

/** A time of the day, which goes on past 24:00; what is no time is put back. */
export function ClockField({ label, value, onChange }: TextProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <input
        type="text"
        inputMode="numeric"
        maxLength={5}
        value={value}
        onChange={(event) => {
          const text = event.currentTarget.value.trim().replace('.', ':');
          if (CLOCK.test(text)) onChange(text.padStart(5, '0'));
          else event.currentTarget.value = value;
        }}
      />
    </label>
  );
}

interface CheckProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
}

export function CheckField({ label, checked, onChange, disabled = false }: CheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}
