import { phaseOf } from '../core/phases';
import type { Intervention } from '../core/proposal';
import { messages } from '../i18n/language';
import { phaseName } from '../i18n/phase-name';
import { phases } from '../session/phases';
import { SelectField } from './fields';
import type { PropertyFieldsProps } from './property-fields';

interface PhaseFieldProps extends Pick<PropertyFieldsProps, 'onChange'> {
  readonly chosen: Intervention;
}

/** In which phase a change is built. */
export function PhaseField({ chosen, onChange }: PhaseFieldProps) {
  const words = messages.value;
  return (
    <SelectField
      label={words.phases.field}
      value={String(phaseOf(chosen))}
      options={phases.value.map((phase) => [String(phase.number), phaseName(phase, words)])}
      onChoose={(phase) => onChange({ phase: Number(phase) })}
    />
  );
}
