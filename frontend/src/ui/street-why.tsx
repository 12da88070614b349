import { formatDuration, formatLength, formatNumber, formatValue } from '../i18n/format';
import { messages } from '../i18n/language';
import { categoryName } from '../i18n/names';
import { type Flow, flowShown, isLonger, streetTrips, tripsAsked } from '../session/street-trips';
import { streetPicture } from '../session/theme';
import { FollowedTrouble } from './legend-facts';
import { measureName } from './measure-words';

type Trips = NonNullable<typeof streetTrips.told.value>;
/** Less than half a trip more or fewer is said to be none. */
const TOLD_TRIPS = 0.5;

/** Why the street that was clicked has the trips it has: the destinations that make the difference. */
export function StreetWhy() {
  const words = messages.value;
  const told = streetTrips.told.value;
  if (tripsAsked.value === null) return null;
  return (
    <section
      class="street-why"
      data-testid="street-why"
      data-state={streetTrips.state.value}
      aria-live="polite"
    >
      <OwnNumber />
      <h3>{words.mapLayers.trips.title}</h3>
      <FollowedTrouble of={streetTrips} />
      {told !== null && <Told told={told} />}
    </section>
  );
}

/** What the layer tells of this very street, where it tells of something else than trips. */
function OwnNumber() {
  const words = messages.value;
  const picture = streetPicture.value;
  const street = picture?.streets.find(({ id }) => id === tripsAsked.value);
  if (!picture || !street || picture.column.indicator === 'edge_flow') return null;
  const say = (value: number | null) => formatValue(value, picture.column.unit, words);
  const same = street.before === street.after;
  return (
    <p>
      {measureName(picture.column.indicator)}:{' '}
      {same
        ? say(street.after)
        : words.mapLayers.served.change(say(street.before), say(street.after))}
    </p>
  );
}

function Told({ told }: { told: Trips }) {
  const words = messages.value;
  const { trips: say } = words.mapLayers;
  const changes = told.gained + told.lost > TOLD_TRIPS;
  const rest = told.destinations - told.flows.length;
  return (
    <>
      <p>{headline(told)}</p>
      <p class="quiet">{say.assumed(String(told.cutoff_min))}</p>
      {told.flows.length > 0 && (
        <>
          <p class="street-why-lead">{changes ? say.because : say.most}</p>
          <ul class="flow-list">
            {told.flows.map((flow, index) => (
              <li key={flow.facility.id}>
                <button
                  type="button"
                  class="link-button"
                  aria-pressed={flowShown.value === index}
                  onClick={() => {
                    flowShown.value = index;
                  }}
                >
                  {flowLine(flow, changes)}
                </button>
                {flowShown.value === index && <Example flow={flow} told={told} />}
              </li>
            ))}
          </ul>
          {rest > 0 && <p class="quiet">{say.others(rest, formatNumber(rest, words))}</p>}
        </>
      )}
    </>
  );
}

function headline({ baseline, proposal }: Trips): string {
  const words = messages.value;
  const { trips: say } = words.mapLayers;
  const [before, after] = [Math.round(baseline ?? 0), Math.round(proposal ?? 0)];
  const number = (n: number) => formatNumber(n, words);
  if (before === after) return after === 0 ? say.none : say.now(after, number(after));
  if (before === 0) return say.fresh(after, number(after));
  return after === 0
    ? say.shut(before, number(before))
    : say.changed(number(before), number(after));
}

function flowLine({ facility, change, proposal }: Flow, changes: boolean): string {
  const words = messages.value;
  const { trips: say } = words.mapLayers;
  const place = facility.name === '' ? categoryName(facility.category, words) : facility.name;
  const count = Math.round(changes ? Math.abs(change) : proposal);
  const number = formatNumber(count, words);
  if (!changes) return say.same(count, number, place);
  return change >= 0 ? say.more(count, number, place) : say.fewer(count, number, place);
}

/** One home's trips there, before and now, as they are drawn on the map. */
function Example({ flow, told }: { flow: Flow; told: Trips }) {
  const { example } = flow;
  const words = messages.value;
  const { trips: say } = words.mapLayers;
  const people = Math.round(example.residents);
  const before = way(example.baseline, example.baseline_trips, told);
  const after = way(example.proposal, example.proposal_trips, told);
  return (
    <div class="flow-example">
      <p class="quiet">{say.from(say.people(people, formatNumber(people, words)))}</p>
      <p class="why-way">
        <i class="route-key" />
        <span>
          {before === after ? say.today : say.before}: {before}
        </span>
      </p>
      {before !== after && (
        <p class="why-way">
          <i class={`route-key is-after${isLonger(flow) ? ' is-longer' : ''}`} />
          <span>
            {say.after}: {after}
          </span>
        </p>
      )}
    </div>
  );
}

type Route = Flow['example']['proposal'];

/** Along this street or another way; a trip that is too long is no longer counted. */
function way(route: Route, trips: number, told: Trips): string {
  const words = messages.value;
  const { trips: say } = words.mapLayers;
  if (route === null) return say.noWay;
  const time = formatDuration(route.time_ms, words);
  if (route.time_ms > told.cutoff_min * 60_000) return say.tooFar(time, String(told.cutoff_min));
  const length = formatLength(route.length_m, words);
  return trips > 0 ? say.here(time, length) : say.elsewhere(time, length);
}
