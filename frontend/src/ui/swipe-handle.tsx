import { useRef } from 'preact/hooks';
import { formatShare } from '../i18n/format';
import { messages } from '../i18n/language';
import { moveSwipe, swipeAsked, swipeAt, toggleSwipe } from '../session/swipe';
import { interventions } from '../session/workspace';
import { Icon } from './icon';

const STEP = 0.02;
const LONG_STEP = 0.1;

/** The line across the map: today to the left of it, the proposal to the right. */
export function SwipeHandle() {
  const words = messages.value.swipe;
  const line = useRef<HTMLDivElement>(null);
  if (!swipeAsked.value) return null;
  const at = swipeAt.value;
  const moveTo = (clientX: number) => {
    const map = line.current?.parentElement?.getBoundingClientRect();
    if (map !== undefined && map.width > 0) moveSwipe((clientX - map.left) / map.width);
  };
  return (
    <div class="swipe-line" ref={line} style={{ left: `${at * 100}%` }}>
      <span class="swipe-flag is-before">{words.before}</span>
      <span class="swipe-flag is-after">{words.after}</span>
      <div
        class="swipe-handle"
        role="slider"
        tabIndex={0}
        aria-label={words.label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(at * 100)}
        aria-valuetext={words.value(formatShare(at, messages.value))}
        onKeyDown={(event) => {
          const next = keyed(event, at);
          if (next === null) return;
          event.preventDefault();
          event.stopPropagation();
          moveSwipe(next);
        }}
        onPointerDown={(event) => {
          event.preventDefault();
          event.currentTarget.focus();
          event.currentTarget.setPointerCapture(event.pointerId);
        }}
        onPointerMove={(event) => {
          if (event.currentTarget.hasPointerCapture(event.pointerId)) moveTo(event.clientX);
        }}
      >
        <Icon name="swipeArrows" size={20} />
      </div>
    </div>
  );
}

function keyed({ key, shiftKey }: KeyboardEvent, at: number): number | null {
  const step = shiftKey ? LONG_STEP : STEP;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + step;
    case 'PageDown':
      return at - LONG_STEP;
    case 'PageUp':
      return at + LONG_STEP;
    case 'Home':
      return 0;
    case 'End':
      return 1;
    default:
      return null;
  }
}

/** Compare before and after side by side on one map. */
export function SwipeButton() {
  const words = messages.value.swipe;
  const nothing = interventions.value.length === 0;
  return (
    <button
      type="button"
      class="swipe-button"
      aria-label={words.toggle}
      aria-pressed={swipeAsked.value}
      aria-disabled={nothing}
      title={nothing ? words.nothing : `${words.toggle} (S)`}
      onClick={toggleSwipe}
    >
      <Icon name="swipe" size={18} />
    </button>
  );
}
