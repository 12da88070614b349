import { WHENS } from '../core/travel';
import { messages } from '../i18n/language';
import { when } from '../session/lens';
import { Segments } from './fields';

/** In the morning, or late in the evening when fewer buses run. */
export function WhenSwitch() {
  const words = messages.value;
  return (
    <div class="whens">
      <Segments
        legend={words.whenLabel}
        hideLegend
        value={when.value}
        options={WHENS.map((each) => [each, words.whenOptions[each]])}
        onChoose={(chosen) => {
          when.value = chosen;
        }}
      />
    </div>
  );
}
