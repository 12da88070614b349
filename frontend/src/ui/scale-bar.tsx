import { scaleBar } from '../core/scale-bar';
import { formatDistance } from '../i18n/format-distance';
import { messages } from '../i18n/language';
import { metresPerPx } from '../session/map-scale';

const LONGEST_PX = 120;

/** How far a stretch of the map is on the ground. */
export function ScaleBar() {
  const bar = scaleBar(metresPerPx.value ?? 0, LONGEST_PX);
  if (bar === null) return null;
  const words = messages.value;
  const length = formatDistance(bar.lengthM, words);
  return (
    <p class="scale-bar" role="img" aria-label={words.swipe.scale(length)}>
      <span aria-hidden="true">{length}</span>
      <i style={{ width: `${bar.widthPx.toFixed(1)}px` }} />
    </p>
  );
}
