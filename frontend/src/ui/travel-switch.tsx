import { STREET_MODES } from '../core/modes';
import { WHENS } from '../core/travel';
import { messages } from '../i18n/language';
import { chosenToStop, toStop, when } from '../session/travel';
import { walker } from '../session/walker';
import { SelectField } from './fields';

/** When one sets out by bus and train, and how one gets to the first stop. */
export function TravelSwitch() {
  const words = messages.value.travel;
  return (
    <>
      <SelectField
        label={words.when}
        value={when.value}
        options={WHENS.map((each) => [each, words.hours[each]])}
        onChoose={(chosen) => {
          when.value = chosen;
        }}
      />
      {walker.value === null && (
        <SelectField
          label={words.toStop}
          value={toStop.value}
          options={STREET_MODES.map((each) => [each, words.toStopBy[each]])}
          onChoose={(chosen) => {
            chosenToStop.value = chosen;
          }}
        />
      )}
    </>
  );
}
