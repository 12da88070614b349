import type { Underlay } from '../core/underlay';
import { formatShare } from '../i18n/format';
import { messages } from '../i18n/language';
import { alterUnderlay } from '../session/underlays';

export function OpacitySlider({ underlay }: { underlay: Underlay }) {
  const words = messages.value;
  return (
    <input
      class="opacity"
      type="range"
      min={0.1}
      max={1}
      step={0.05}
      value={underlay.opacity}
      disabled={!underlay.visible}
      aria-label={words.intake.opacity(underlay.name)}
      aria-valuetext={formatShare(underlay.opacity, words)}
      onInput={(event) =>
        alterUnderlay(underlay.id, { opacity: event.currentTarget.valueAsNumber })
      }
    />
  );
}
