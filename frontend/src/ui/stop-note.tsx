import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { inspectedService, timetable } from '../session/timetable';

/** How much leaves from a stop in the timetable, and which lines. */
export function StopNote() {
  const words = messages.value;
  const service = inspectedService.value;
  if (service === null) return null;
  const { anHour, lines } = service;
  return (
    <section data-testid="stop-service" aria-live="polite">
      <p>
        {anHour === 0
          ? words.layers.nothingLeaves
          : words.layers.timetable(formatNumber(anHour, words, 1))}
      </p>
      <ul class="line-names">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {timetable.value?.modelled && <p class="quiet">{words.journeys.modelled}</p>}
    </section>
  );
}
