import { effect } from '@preact/signals';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { asBefore, type Finding } from '../core/findings';
import { outcomeOf } from '../core/indicator-row';
import { type CardId, groupOf } from '../core/measures';
import type { MapPlace } from '../core/page-address';
import { STEPS } from '../core/presentation';
import { findingSentence } from '../i18n/finding-sentence';
import { messages } from '../i18n/language';
import { interventionName } from '../i18n/names';
import { MapStage } from '../map/map-stage';
import { assessmentState } from '../session/assessment';
import { fullScreen, fullScreenKnown, toggleFullScreen } from '../session/full-screen';
import { showingBefore } from '../session/lens';
import { mapPlace } from '../session/navigation';
import { allRows, demands, heavyOf } from '../session/on-demand';
import { area } from '../session/place';
import {
  atFirstStep,
  atLastStep,
  cardFindings,
  goOn,
  goToStep,
  leaveShow,
  showing,
  shownStep,
  showPicture,
} from '../session/showing';
import { streetThemes } from '../session/theme';
import { interventions, shownDescription, shownName } from '../session/workspace';
import { areaFacts } from './area-facts';
import { BeforeAfter } from './before-after';
import { CardChart } from './card-charts';
import { Icon } from './icon';
import { ThemeLegend } from './legend';
import { measureName } from './measure-words';
import { PhaseFlag } from './phase-flag';
import { ScaleBar } from './scale-bar';
import { Spoken } from './status-notes';
import { SwipeHandle } from './swipe-handle';

/** The map and one sentence at a time, for a wall: no tools, no forms. */
export function Presentation() {
  const words = messages.value.show;
  const place = useRef<HTMLDivElement>(null);
  const aside = useRef<HTMLElement>(null);
  const turning = useTurning();
  useLayoutEffect(() => {
    if (place.current === null) return undefined;
    const linked = showing.peek()?.kept.at ?? null;
    const at = linked ?? MapStage.current?.view.place() ?? null;
    const stage = MapStage.in(place.current);
    fitOnWall(stage);
    aside.current?.focus();
    return () => goBackTo(stage, at, linked);
  }, []);
  // The map follows the sentence; what a sentence says may come later than the step.
  useEffect(
    () =>
      effect(() => {
        shownStep.value;
        cardFindings.value;
        streetThemes.value;
        queueMicrotask(showPicture);
      }),
    [],
  );
  return (
    <div class="show" data-step={shownStep.value}>
      <main class={`show-map map-place${showingBefore.value ? ' is-before' : ''}`}>
        <div class="map-frame" ref={place} />
        <SwipeHandle />
        {showingBefore.value && <p class="before-flag">{messages.value.before.showing}</p>}
        <PhaseFlag />
        <section class="legend" aria-label={messages.value.layers.label}>
          <ThemeLegend />
        </section>
        <ScaleBar />
        <Spoken />
      </main>
      <aside class="show-story" ref={aside} tabIndex={-1} aria-label={words.label} {...turning}>
        <ShowBar />
        <div class="show-step" aria-live="polite">
          {shownStep.value === 'story' ? <Story /> : <Question id={shownStep.value} />}
        </div>
        <Steps />
      </aside>
    </div>
  );
}

/** The whole area, as large as the wall gives room for. */
function fitOnWall(stage: MapStage): void {
  const opened = area.peek();
  if (opened !== null) stage.view.showArea(opened);
}

/** Once the map is back in its frame on the page; the link says no more of it than it did before. */
function goBackTo(stage: MapStage, at: MapPlace | null, linked: MapPlace | null): void {
  queueMicrotask(() => {
    if (at !== null) stage.view.showPlace(at);
    mapPlace.value = linked;
  });
}

function ShowBar() {
  const words = messages.value.show;
  return (
    <header class="show-bar">
      <p>{area.value?.properties.name}</p>
      {fullScreenKnown && (
        <button type="button" class="button" onClick={() => void toggleFullScreen()}>
          <Icon name={fullScreen.value ? 'shrink' : 'grow'} size={16} />
          {fullScreen.value ? words.smallScreen : words.fullScreen} <kbd>F</kbd>
        </button>
      )}
      <button type="button" class="button" onClick={leaveShow}>
        <Icon name="close" size={16} /> {words.leave} <kbd>Esc</kbd>
      </button>
    </header>
  );
}

const MOST_NAMED = 7;

function Story() {
  const words = messages.value;
  const drawn = interventions.value;
  const facts = area.value?.properties;
  return (
    <>
      <h1>{drawn.length === 0 ? words.show.today(facts?.name ?? '') : shownName.value}</h1>
      <p class="show-text">
        {shownDescription.value !== ''
          ? shownDescription.value
          : facts && `${facts.municipality}. ${areaFacts(facts.homes, facts.residents)}.`}
      </p>
      {drawn.length > 0 && (
        <ul class="show-drawn">
          {drawn.slice(0, MOST_NAMED).map((each) => (
            <li key={each.id}>{interventionName(each, words)}</li>
          ))}
          {drawn.length > MOST_NAMED && <li>{words.show.andMore(drawn.length - MOST_NAMED)}</li>}
        </ul>
      )}
    </>
  );
}

function Question({ id }: { id: CardId }) {
  const words = messages.value;
  const found = cardFindings.value.get(id) ?? null;
  const finding = found !== null && showingBefore.value ? asBefore(found) : found;
  return (
    <>
      <p class="show-question">
        <b>{words.cards[id]}</b> {words.cards[`${id}Help`]}
      </p>
      {finding === null ? <Waiting id={id} /> : <Answer id={id} finding={finding} />}
    </>
  );
}

function Answer({ id, finding }: { id: CardId; finding: Finding }) {
  const outcome = outcomeOf(finding.row);
  return (
    <div class={`show-answer card is-${outcome}`} data-card={id}>
      <h1 class="finding">
        {findingSentence(finding, measureName(finding.row.id), messages.value)}
      </h1>
      <BeforeAfter row={finding.row} />
      <CardChart id={id} rows={allRows.value} row={finding.row} />
    </div>
  );
}

/** Numbers that take longer are on their way, or cannot be had: both are said. */
function Waiting({ id }: { id: CardId }) {
  const words = messages.value;
  const group = groupOf(id);
  const state = demands.value.get(group)?.state;
  const failed = state === 'failed' || state === 'away' || assessmentState.value === 'away';
  const invalid = assessmentState.value === 'invalid';
  if (invalid) return <p class="show-text">{words.issues.waiting}</p>;
  if (failed) return <p class="show-text">{words.measures.failed}</p>;
  const coming = state === 'working' || assessmentState.value === 'working';
  const none = !coming && heavyOf(group).length === 0;
  return <p class="show-text is-late">{none ? words.cards.unknown : words.measures.computing}</p>;
}

function Steps() {
  const words = messages.value;
  const now = showing.value?.step ?? 0;
  return (
    <nav class="show-steps" aria-label={words.show.steps}>
      <button
        type="button"
        class="button"
        aria-disabled={atFirstStep.value}
        onClick={() => goOn(-1)}
      >
        <Icon name="left" size={18} /> {words.show.previous}
      </button>
      <ol>
        {STEPS.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              aria-label={step === 'story' ? words.show.story : words.cards[step]}
              aria-current={index === now ? 'step' : undefined}
              onClick={() => goToStep(index)}
            />
          </li>
        ))}
      </ol>
      <button
        type="button"
        class="button is-main"
        aria-disabled={atLastStep.value}
        onClick={() => goOn(1)}
      >
        {words.show.next} <Icon name="right" size={18} />
      </button>
    </nav>
  );
}

const SWIPE_PX = 50;

/** A finger across the sentence turns the page. */
function useTurning() {
  const [from, setFrom] = useState<number | null>(null);
  return {
    onTouchStart: (event: TouchEvent) => setFrom(event.touches[0]?.clientX ?? null),
    onTouchEnd: (event: TouchEvent) => {
      const moved = (event.changedTouches[0]?.clientX ?? 0) - (from ?? 0);
      if (from !== null && Math.abs(moved) > SWIPE_PX) goOn(moved < 0 ? 1 : -1);
      setFrom(null);
    },
  };
}
