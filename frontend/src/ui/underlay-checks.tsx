import { messages } from '../i18n/language';
import { openIntake } from '../session/intake-door';
import { alterUnderlay, underlays } from '../session/underlays';
import { CheckField } from './fields';
import { OpacitySlider } from './opacity-slider';

/** In the legend: what lies under the drawing, to hide and to fade. */
export function UnderlayChecks() {
  const words = messages.value.intake;
  if (underlays.value.length === 0) return null;
  return (
    <section class="underlay-checks" aria-label={words.underlays}>
      <h3>{words.underlays}</h3>
      <ul>
        {underlays.value.map((one) => (
          <li key={one.id}>
            <CheckField
              label={one.name}
              checked={one.visible}
              onChange={(visible) => alterUnderlay(one.id, { visible })}
            />
            <OpacitySlider underlay={one} />
          </li>
        ))}
      </ul>
      <button type="button" class="link-button" onClick={() => openIntake()}>
        {words.title}
      </button>
    </section>
  );
}
