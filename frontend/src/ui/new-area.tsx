import { useSignal } from '@preact/signals';
import type { Position } from 'geojson';
import { useEffect, useRef } from 'preact/hooks';
import { areaM2 } from '../core/measure';
import type { Surface } from '../core/surface';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { BorderMap } from '../map/border-map';
import { beginArea, border, changing, keepSketchOfArea, takeBorder } from '../session/new-area';
import { areas } from '../session/place';
import { sitePage } from '../session/site-page';
import { AreaForm } from './area-form';
import { Icon } from './icon';

/** A page of its own for the border of a housing area, and what its planner knows of it. */
export function NewArea() {
  const corners = useSignal<readonly Position[]>([]);
  const spoken = useSignal('');
  const frame = useRef<HTMLDivElement>(null);
  const stage = useRef<BorderMap | null>(null);
  const asked = sitePage.value?.page === 'area' ? sitePage.value : null;
  useEffect(() => {
    if (frame.current === null) return;
    const map = new BorderMap(frame.current, {
      onCorners: (set) => {
        if (set.length > corners.peek().length) {
          spoken.value = messages.peek().draw.pointSet(set.length);
        }
        corners.value = set;
      },
      onBorder: takeBorder,
      onTooFew: () => {
        spoken.value = messages.peek().draw.tooFewPoints;
      },
    });
    stage.current = map;
    return () => map.leave();
  }, []);
  useEffect(() => {
    if (asked?.at != null) stage.current?.look(asked.at);
    let stop = () => {};
    void beginArea(asked?.change ?? null).then(() => {
      const held = border.peek();
      if (held !== null) stage.current?.showWhole(held);
      stop = keepSketchOfArea();
    });
    return () => stop();
  }, [asked?.change]);
  useEffect(() => stage.current?.showOthers(areas.value, asked?.change ?? null), [areas.value]);
  useEffect(() => stage.current?.show(border.value), [border.value]);
  const words = messages.value.newArea;
  return (
    <div class="workbench">
      <main class="map-place">
        <div class="map-frame">
          <div
            class="map"
            id="map"
            ref={frame}
            role="application"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a map is driven by keys
            tabIndex={0}
            aria-label={words.mapLabel}
          />
        </div>
        <div class="crosshair" aria-hidden="true" />
        <ZoomButtons onZoom={(steps) => stage.current?.zoom(steps)} />
        <BorderHint
          corners={corners.value}
          onFinish={() => stage.current?.finish()}
          onRemoveLast={() => stage.current?.removeLast()}
        />
        <p class="sr-only" role="status">
          {spoken.value}
        </p>
      </main>
      <section class="panel" aria-label={words.title}>
        <div class="panel-body area-panel">
          <h1>{changing.value === null ? words.title : words.changeTitle}</h1>
          <AreaForm onRedraw={() => stage.current?.view.map.getContainer().focus()} />
        </div>
      </section>
    </div>
  );
}

function ZoomButtons({ onZoom }: { onZoom: (steps: number) => void }) {
  const words = messages.value.tools;
  return (
    <div class="map-controls">
      <button type="button" aria-label={words.zoomIn} onClick={() => onZoom(1)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={words.zoomOut} onClick={() => onZoom(-1)}>
        <Icon name="minus" />
      </button>
    </div>
  );
}

interface HintProps {
  readonly corners: readonly Position[];
  readonly onFinish: () => void;
  readonly onRemoveLast: () => void;
}

/** What to do next, and how large the border is. */
function BorderHint({ corners, onFinish, onRemoveLast }: HintProps) {
  const words = messages.value.newArea;
  const draw = messages.value.draw;
  const drawn = border.value;
  if (drawn !== null) {
    return (
      <section class="hint-bar" aria-label={words.title}>
        <p class="hint-text">{drawn.type === 'Polygon' ? words.drawn : words.drawnParts}</p>
        <p class="hint-measure">{hectares(drawn)}</p>
      </section>
    );
  }
  const begun = corners.length > 0;
  return (
    <section class="hint-bar" aria-label={words.title}>
      <p class="hint-text">{begun ? draw.nextPolygon : words.begin}</p>
      {begun && (
        <div class="hint-actions">
          <button type="button" class="button" onClick={onRemoveLast}>
            {draw.removeLast}
          </button>
          <button type="button" class="button is-main" onClick={onFinish}>
            {draw.finish}
          </button>
        </div>
      )}
      <p class="sr-only">{draw.keys}</p>
    </section>
  );
}

function hectares(surface: Surface): string {
  const polygons = surface.type === 'Polygon' ? [surface.coordinates] : surface.coordinates;
  const squareMetres = polygons
    .flatMap((rings) => rings.map((ring, index) => (index === 0 ? 1 : -1) * areaM2(ring)))
    .reduce((sum, part) => sum + part, 0);
  const words = messages.value;
  return words.newArea.hectares(formatNumber(squareMetres / 10_000, words, 1));
}
