import { messages } from '../i18n/language';
import { declineTour, startTour, tourOffered, tourStep } from '../session/tour';

/** Asked once, quietly; a no is remembered. */
export function TourOffer() {
  const words = messages.value.tour;
  if (!tourOffered.value || tourStep.value !== null) return null;
  return (
    <section class="tour-offer" aria-label={words.label}>
      <p>
        <strong>{words.offer}</strong> {words.offerHelp}
      </p>
      <div class="choice-row">
        <button type="button" class="button is-main" onClick={() => void startTour()}>
          {words.start}
        </button>
        <button type="button" class="button" onClick={declineTour}>
          {words.decline}
        </button>
      </div>
    </section>
  );
}
