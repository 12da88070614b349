import { messages } from '../i18n/language';
import { Icon } from './icon';
import { SwipeButton } from './swipe-handle';

interface MapControlsProps {
  readonly onZoom: (steps: number) => void;
  readonly onShowArea: () => void;
}

export function MapControls({ onZoom, onShowArea }: MapControlsProps) {
  const words = messages.value.tools;
  return (
    <div class="map-controls">
      <SwipeButton />
      <button type="button" aria-label={words.zoomIn} onClick={() => onZoom(1)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={words.zoomOut} onClick={() => onZoom(-1)}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={words.showArea} onClick={onShowArea}>
        <Icon name="area" size={18} />
      </button>
    </div>
  );
}
