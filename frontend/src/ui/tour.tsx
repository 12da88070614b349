import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { type Box, type CalloutPlace, placeCallout } from '../core/callout-place';
import { TOUR, type TourStep } from '../core/tour';
import { messages } from '../i18n/language';
import { tool } from '../session/drawing';
import { atFarewell, currentStep, endTour, goOnTour, tourStep } from '../session/tour';

/** A ring around one thing on the page, and a few words beside it. The page stays alive below. */
export function Tour() {
  if (tourStep.value === null) return null;
  return <TourCallout step={currentStep.value} />;
}

interface Shown {
  readonly ring: Box | null;
  readonly place: CalloutPlace | null;
}

const RING_PX = 6;

function TourCallout({ step }: { step: TourStep | null }) {
  const words = messages.value.tour;
  const box = useRef<HTMLElement>(null);
  const { ring, place } = useAnchored(step, box);
  useFocus(step, box);
  useEscape();
  const text = step === null ? words.farewell : words.steps[step.id];
  return (
    <>
      {ring !== null && (
        <div
          class="tour-ring"
          aria-hidden="true"
          style={{
            left: `${ring.left - RING_PX}px`,
            top: `${ring.top - RING_PX}px`,
            width: `${ring.width + 2 * RING_PX}px`,
            height: `${ring.height + 2 * RING_PX}px`,
          }}
        />
      )}
      <section
        class={`tour-callout${place === null ? ' is-middle' : ''}`}
        role="dialog"
        aria-label={words.label}
        tabIndex={-1}
        ref={box}
        style={place === null ? {} : { left: `${place.left}px`, top: `${place.top}px` }}
      >
        {step !== null && (
          <p class="quiet">{words.stepOf((tourStep.value ?? 0) + 1, TOUR.length)}</p>
        )}
        <div aria-live="polite">
          <h2>{text.title}</h2>
          <p>{text.text}</p>
          {step?.task === 'draw' && <p class="quiet">{words.drawKeys}</p>}
        </div>
        <TourActions step={step} />
      </section>
    </>
  );
}

function TourActions({ step }: { step: TourStep | null }) {
  const words = messages.value.tour;
  if (atFarewell.value) {
    return (
      <div class="choice-row">
        <button type="button" class="button is-main" onClick={() => endTour(false)}>
          {words.throwAway}
        </button>
        <button type="button" class="button" onClick={() => endTour(true)}>
          {words.keep}
        </button>
      </div>
    );
  }
  return (
    <div class="choice-row">
      <button
        type="button"
        class={`button${step?.task === null ? ' is-main' : ''}`}
        onClick={() => goOnTour(1)}
      >
        {step?.task === null ? words.next : words.skip}
      </button>
      {(tourStep.value ?? 0) > 0 && (
        <button type="button" class="button" onClick={() => goOnTour(-1)}>
          {words.previous}
        </button>
      )}
      <button type="button" class="link-button" onClick={() => endTour(false)}>
        {words.end}
      </button>
    </div>
  );
}

/** Where the ring and the callout stand; kept in step with the page, which may change under them. */
function useAnchored(step: TourStep | null, box: RefObject<HTMLElement | null>): Shown {
  const [shown, setShown] = useState<Shown>({ ring: null, place: null });
  useLayoutEffect(() => {
    let frame = 0;
    let last = '';
    targetOf(step)?.scrollIntoView({ block: 'nearest' });
    const follow = () => {
      const target = targetOf(step);
      const size = box.current?.getBoundingClientRect();
      const ring = target === null ? null : visibleBox(target);
      const place =
        ring === null || size === undefined
          ? null
          : placeCallout(ring, size, { width: innerWidth, height: innerHeight });
      const now = JSON.stringify({ ring, place });
      if (now !== last) setShown({ ring, place });
      last = now;
      frame = requestAnimationFrame(follow);
    };
    follow();
    return () => cancelAnimationFrame(frame);
  }, [step, box]);
  return shown;
}

function targetOf(step: TourStep | null): Element | null {
  for (const selector of step?.targets ?? []) {
    const found = document.querySelector(selector);
    if (found !== null && found.getClientRects().length > 0) return found;
  }
  return null;
}

/** The part of the target that is inside the window. */
function visibleBox(target: Element): Box {
  const { left, top, right, bottom } = target.getBoundingClientRect();
  const from = { left: Math.max(left, RING_PX + 2), top: Math.max(top, RING_PX + 2) };
  return {
    ...from,
    width: Math.max(0, Math.min(right, innerWidth - RING_PX - 2) - from.left),
    height: Math.max(0, Math.min(bottom, innerHeight - RING_PX - 2) - from.top),
  };
}

/** Each step takes the focus, but for drawing, where the map must have the keys. */
function useFocus(step: TourStep | null, box: RefObject<HTMLElement | null>): void {
  const before = useRef<Element | null>(null);
  useEffect(() => {
    before.current = document.activeElement;
    return () => {
      const back = before.current;
      const usable = back instanceof HTMLElement && back !== document.body && back.isConnected;
      if (usable) back.focus();
      else document.getElementById('map')?.focus({ preventScroll: true });
    };
  }, []);
  useEffect(() => {
    if (step?.task === 'draw') document.getElementById('map')?.focus({ preventScroll: true });
    else box.current?.focus({ preventScroll: true });
  }, [step, box]);
}

/** Escape ends the tour, unless it puts down a tool first. */
function useEscape(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || tool.peek() !== null) return;
      event.stopPropagation();
      endTour(false);
    };
    window.addEventListener('keydown', press, true);
    return () => window.removeEventListener('keydown', press, true);
  }, []);
}
