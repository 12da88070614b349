import type { Journeys, JourneysSide, Leg } from '../api/timetable';
import { clockMinutes, shownJourney } from '../core/journeys';
import { formatDuration, formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { aCategory, categoryName } from '../i18n/names';
import { journeys } from '../session/journeys';
import { toStop } from '../session/travel';
import { FollowedTrouble } from './legend-facts';

/** The trips of a home by bus and train: how long as a rule, how many, and the quickest leg by leg. */
export function JourneysNote() {
  const words = messages.value;
  const told = journeys.told.value;
  return (
    <section class="why" data-testid="journeys" aria-live="polite">
      <FollowedTrouble of={journeys} />
      {told !== null && (
        <>
          <h3>{words.journeys.title(aCategory(told.category, words))}</h3>
          <p class="quiet">{words.journeys.window(told.departure.from, told.departure.until)}</p>
          <Sides told={told} />
          {told.modelled && <p class="quiet">{words.journeys.modelled}</p>}
        </>
      )}
    </section>
  );
}

function Sides({ told }: { told: Journeys }) {
  const words = messages.value.journeys;
  const same = JSON.stringify(told.baseline) === JSON.stringify(told.proposal);
  if (same) return <Side label={words.today} side={told.proposal} />;
  return (
    <>
      <Side label={words.before} side={told.baseline} />
      <Side label={words.after} side={told.proposal} isAfter />
    </>
  );
}

interface SideProps {
  readonly label: string;
  readonly side: JourneysSide | null;
  readonly isAfter?: boolean;
}

function Side({ label, side, isAfter = false }: SideProps) {
  const words = messages.value;
  const shown = side === null ? null : shownJourney(side.journeys);
  return (
    <div class="journey">
      <p class="why-way">
        <i class={`route-key${isAfter ? ' is-after' : ''}`} />
        <span>
          {label}: {side === null ? words.why.none : usual(side)}
        </span>
      </p>
      {side !== null && <Spread side={side} />}
      {side !== null && side.near.first !== null && (
        <p class="quiet">
          {words.journeys.near(
            clockMinutes(side.near.first, false),
            clockMinutes(side.near.last ?? side.near.first, false),
          )}
        </p>
      )}
      {side !== null && side.near.first === null && <p class="quiet">{words.journeys.nothing}</p>}
      {side !== null && shown === null && (
        <p class="quiet">
          {toStop.value === 'bike' ? words.journeys.byBike : words.journeys.onFoot}
        </p>
      )}
      {side !== null && shown !== null && (
        <>
          <p class="quiet">
            {words.journeys.quickest(
              formatNumber(side.journeys.length, words),
              clockMinutes(shown.departs, false),
              clockMinutes(shown.arrives, true),
            )}
          </p>
          <ol class="legs">
            {shown.legs.map((leg) => (
              <li key={`${leg.kind} ${leg.departs}`} class={`leg is-${leg.kind}`}>
                {sayLeg(leg)}
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  );
}

/** How much it matters when one leaves; nothing where it does not. */
function Spread({ side: { time_p10_ms, time_p90_ms } }: { side: JourneysSide }) {
  const words = messages.value;
  if (time_p10_ms === null || time_p90_ms === null) return null;
  const [quick, slow] = [time_p10_ms, time_p90_ms].map((time) => formatDuration(time, words));
  if (quick === undefined || slow === undefined || quick === slow) return null;
  return <p class="quiet">{words.journeys.spread(quick, slow)}</p>;
}

function usual(side: JourneysSide): string {
  const words = messages.value;
  const { facility, time_ms } = side;
  const kind = categoryName(facility.category, words).toLocaleLowerCase(words.locale);
  const place = facility.name === '' ? kind : facility.name;
  if (time_ms === null) return words.why.none;
  return words.journeys.usual(formatDuration(time_ms, words), place);
}

function sayLeg({ kind, line, departs, time_ms, stops }: Leg): string {
  const words = messages.value;
  const took = formatDuration(time_ms, words);
  const name = (stop: Leg['stops'][number] | undefined) =>
    stop === undefined || stop.name === '' ? words.journeys.newStop : stop.name;
  if (kind === 'walk') return words.journeys.walk(took);
  if (kind === 'bike') return words.journeys.bike(took);
  const by = line === null || line === '' ? words.journeys.newLine : line;
  return words.journeys.ride(clockMinutes(departs, false), by, name(stops[0]), name(stops.at(-1)));
}
