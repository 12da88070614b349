import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { messages } from '../i18n/language';
import { MapStage } from '../map/map-stage';
import { showingBefore } from '../session/lens';
import { area } from '../session/place';
import { PlacingBar } from './comment-form';
import { CutBar } from './cut-bar';
import { DrawButton } from './draw-button';
import { HintBar } from './hint-bar';
import { IntakeDoor } from './intake-door';
import { Legend } from './legend';
import { LookingBanner } from './looking-banner';
import { MapControls } from './map-controls';
import { Panel } from './panel';
import { PhaseFlag } from './phase-flag';
import { ScaleBar } from './scale-bar';
import { SideCard } from './side-card';
import { MapStatus, Notice, Spoken } from './status-notes';
import { SwipeHandle } from './swipe-handle';
import { Toolbar } from './toolbar';

/** The map, edge to edge, and what lies in its margin. */
export function Workbench() {
  const words = messages.value;
  const place = useRef<HTMLDivElement>(null);
  const [stage, setStage] = useState<MapStage | null>(null);
  // Before the first paint: a key pressed at once must be heard.
  useLayoutEffect(() => {
    if (place.current !== null) setStage(MapStage.in(place.current));
  }, []);
  const focusMap = () => stage?.container.focus({ preventScroll: true });
  return (
    <div class="workbench">
      <main class={`map-place${showingBefore.value ? ' is-before' : ''}`}>
        <div class="map-frame" ref={place} />
        <div class="crosshair" aria-hidden="true" />
        <SwipeHandle />
        <MapStatus />
        <Toolbar focusMap={focusMap} />
        <DrawButton />
        <SideCard />
        {showingBefore.value && <p class="before-flag">{words.before.showing}</p>}
        <PhaseFlag />
        <Legend />
        <ScaleBar />
        <MapControls
          onZoom={(steps) => stage?.view.map.setZoom(stage.view.map.getZoom() + steps)}
          onShowArea={() => area.value !== null && stage?.view.showArea(area.value)}
        />
        <HintBar
          onFinish={() => stage?.draw.finish()}
          onRemoveLast={() => {
            stage?.draw.adapter.removeLast();
            focusMap();
          }}
        />
        <CutBar focusMap={focusMap} />
        <IntakeDoor focusMap={focusMap} />
        <PlacingBar onHere={() => stage?.select.ask(stage.view.map.getCenter())} />
        <LookingBanner />
        <Notice />
        <Spoken />
      </main>
      <Panel />
    </div>
  );
}
