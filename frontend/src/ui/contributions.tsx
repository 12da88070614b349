import type { SharedOut } from '../api/contributions';
import {
  type ContributionBar,
  type ContributionBars,
  type ContributionMeasure,
  chosenValue,
  contributionBars,
} from '../core/contribution-bars';
import { distinctNames } from '../core/distinct-names';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { aCategory, interventionName } from '../i18n/names';
import {
  askContributions,
  contributing,
  contributionMeasure,
  contributionsShown,
  isFreshContribution,
  stopContributions,
} from '../session/contributing';
import { highlightedId } from '../session/highlight';
import { lens, streetMode } from '../session/lens';
import { interventions, selectedId } from '../session/workspace';
import { SelectField } from './fields';

/** With fewer there is nothing to share out. */
const FEWEST = 2;
const MOST_PAIRS = 6;

/** What each drawn change contributes, alone and among the others. */
export function Contributions() {
  const words = messages.value.contributions;
  if (interventions.value.length < FEWEST) return null;
  return (
    <details
      class="contributions"
      open={contributionsShown.value}
      onToggle={(event) => {
        contributionsShown.value = event.currentTarget.open;
      }}
    >
      <summary>{words.title}</summary>
      {contributionsShown.value && <Told />}
    </details>
  );
}

function Told() {
  const { told } = contributing.value;
  const stale = told !== null && !isFreshContribution(contributing.value);
  return (
    <>
      <AskBar />
      {told !== null && (
        <div class={stale ? 'is-old' : ''} data-testid="contributions">
          <MeasureChooser />
          <Bars told={told} />
          <Pairs told={told} />
        </div>
      )}
    </>
  );
}

/** Asked for, waited for, stopped, old, and told when it went wrong. */
function AskBar() {
  const words = messages.value.contributions;
  const now = contributing.value;
  const { state } = now;
  if (state === 'ready' && isFreshContribution(now)) return null;
  const working = state === 'working';
  return (
    <div class={`demand${working ? ' is-late' : ''}`} data-state={state}>
      <p role="status">{sayState()}</p>
      {working ? (
        <button type="button" class="button" onClick={stopContributions}>
          {words.stop}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => void askContributions()}>
          {askLabel()}
        </button>
      )}
      {working && <progress aria-label={words.computing} />}
    </div>
  );
}

function askLabel(): string {
  const words = messages.value;
  const { state } = contributing.value;
  if (state === 'idle' || state === 'stopped') return words.contributions.compute;
  return state === 'ready' ? words.contributions.again : words.status.retry;
}

function sayState(): string {
  const words = messages.value;
  const { state, why } = contributing.value;
  if (state === 'idle' || state === 'stopped') return words.contributions.idle;
  if (state === 'working') return words.contributions.computing;
  if (state === 'away') return words.status.serviceAway;
  return state === 'failed' ? `${words.contributions.failed} ${why}` : words.contributions.stale;
}

function MeasureChooser() {
  const words = messages.value.contributions;
  const what = aCategory(lens.value.category, messages.value);
  const options: readonly (readonly [ContributionMeasure, string])[] = [
    ['all', words.savedAll],
    ['saved', words.saved(what)],
    ['median', words.median(what)],
  ];
  const chosen = contributionMeasure.value;
  return (
    <>
      <SelectField
        label={words.measure}
        value={chosen}
        options={options}
        onChoose={(measure) => {
          contributionMeasure.value = measure;
        }}
      />
      <p class="quiet">{chosen === 'median' ? words.medianHelp : words.savedHelp}</p>
    </>
  );
}

/** What a change is called in this section, told apart from others of the same name. */
function namesById(): ReadonlyMap<string, string> {
  const drawn = contributing.value.asked?.drawn ?? [];
  const names = distinctNames(drawn.map((each) => interventionName(each, messages.value)));
  return new Map(drawn.map(({ id }, index) => [id, names[index] ?? id]));
}

function Bars({ told }: { told: SharedOut }) {
  const words = messages.value.contributions;
  const { category } = lens.value;
  const mode = contributing.value.asked?.mode ?? streetMode.value;
  const value = chosenValue(told.values, contributionMeasure.value, mode, category);
  const found = value === undefined ? null : contributionBars(told.features, value);
  if (found === null) {
    return <p class="quiet">{words.cannot(aCategory(category, messages.value))}</p>;
  }
  const unit = value?.unit ?? '';
  const names = namesById();
  return (
    <>
      <ol class="contribution-bars" aria-label={words.list}>
        {found.bars.map((bar) => (
          <Bar key={bar.feature} bar={bar} name={names.get(bar.feature) ?? ''} unit={unit} />
        ))}
      </ol>
      <Total found={found} unit={unit} />
      <p class="quiet">
        {found.exact
          ? words.exactHelp
          : words.leftOutHelp(formatNumber(told.most_shared, messages.value))}
      </p>
    </>
  );
}

function Total({ found, unit }: { found: ContributionBars; unit: string }) {
  const words = messages.value.contributions;
  return (
    <p class="contribution-total" data-total={found.total}>
      <span>{found.exact ? words.total : words.whole}</span>
      <b>{signed(found.total, unit)}</b>
    </p>
  );
}

interface BarProps {
  readonly bar: ContributionBar;
  readonly name: string;
  readonly unit: string;
}

const HALF = 50;

/** Pointing at a bar marks the change on the map, and the other way round. */
function Bar({ bar: { feature, value, leftOut, outcome, size }, name, unit }: BarProps) {
  const words = messages.value.contributions;
  const marked = highlightedId.value === feature || selectedId.value === feature;
  const width = size === 0 ? 0 : Math.max(1.5, Math.abs(size) * HALF);
  const point = (id: string | null) => () => {
    highlightedId.value = id;
  };
  return (
    <li class={marked ? 'is-marked' : ''} data-feature={feature} data-value={value}>
      <button
        type="button"
        class="contribution"
        title={words.select(name)}
        aria-pressed={selectedId.value === feature}
        onMouseEnter={point(feature)}
        onMouseLeave={point(null)}
        onFocus={point(feature)}
        onBlur={point(null)}
        onClick={() => {
          selectedId.value = selectedId.peek() === feature ? null : feature;
        }}
      >
        <span class="contribution-name">{name}</span>
        <b class={`contribution-value is-${outcome}`}>{signed(value, unit)}</b>
        <svg
          class={`contribution-bar is-${outcome}`}
          viewBox={`${-HALF} 0 ${2 * HALF} 8`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect class="bar" x={size < 0 ? -width : 0} y="1" width={width} height="6" />
          <line class="middle" y2="8" />
        </svg>
        {leftOut !== null && leftOut !== value && (
          <small>{words.without(signed(-leftOut, unit))}</small>
        )}
      </button>
    </li>
  );
}

/** Which changes need each other, help each other, or stand in each other's way. */
function Pairs({ told }: { told: SharedOut }) {
  const words = messages.value.contributions;
  const names = namesById();
  const pairs = told.pairs
    .filter(({ mode }) => mode === (contributing.value.asked?.mode ?? streetMode.value))
    .filter(({ together, alone_one, alone_two }) => Math.abs(together - alone_one - alone_two) >= 1)
    .slice(0, MOST_PAIRS);
  if (pairs.length === 0) return null;
  return (
    <section class="contribution-pairs">
      <h3>{words.pairs}</h3>
      <ul>
        {pairs.map((pair) => (
          <li key={`${pair.one} ${pair.two}`} data-relation={pair.relation}>
            {sayPair(pair, quoted(names, pair.one), quoted(names, pair.two))}
            <small>
              {words.pairNumbers(
                signed(Math.round(pair.alone_one), 'resident_min'),
                signed(Math.round(pair.alone_two), 'resident_min'),
                signed(Math.round(pair.together), 'resident_min'),
              )}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Two that both save time and save less together do some of the same; a loss is no such thing. */
function sayPair(pair: SharedOut['pairs'][number], one: string, two: string): string {
  const words = messages.value.contributions;
  switch (pair.relation) {
    case 'only_together':
      return words.onlyTogether(one, two);
    case 'needs_the_other':
      return words.needsTheOther(one, two);
    case 'reinforces':
      return words.reinforces(one, two);
    default:
      return pair.alone_one > 0 && pair.alone_two > 0
        ? words.overlaps(one, two)
        : words.hinders(one, two);
  }
}

const quoted = (names: ReadonlyMap<string, string>, id: string) => `“${names.get(id) ?? id}”`;

/** Seconds of the typical time, otherwise minutes of all residents together. */
function signed(value: number, unit: string): string {
  const words = messages.value;
  const sign = value > 0 ? '+' : '';
  return unit === 'ms'
    ? sign + words.units.seconds(formatNumber(Math.round(value / 1000), words))
    : sign + words.units.minutes(formatNumber(value, words));
}
