import {
  ADVISED_GAP_M,
  type Boundary,
  type BoundarySummary,
  boundarySummary,
} from '../core/boundary-stretches';
import { formatLength, formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { boundary } from '../session/boundary';
import { showingBefore, streetMode } from '../session/lens';
import { interventions } from '../session/workspace';
import {
  FollowedTrouble,
  LegendFacts,
  LegendTable,
  outcomeOf,
  type TableRow,
} from './legend-facts';
import { moving } from './measure-words';

/** Where one gets into the area and where not, with the numbers of its boundary. */
export function BoundaryLegend() {
  const words = messages.value;
  const told = boundary.told.value;
  const how = moving(streetMode.value);
  return (
    <div class="streets-legend" data-testid="boundary" data-state={boundary.state.value}>
      <p class="legend-title">{words.mapLayers.edge.title(how)}</p>
      <FollowedTrouble of={boundary} />
      {told !== null && (
        <>
          <Keys told={told} />
          <Numbers told={told} />
        </>
      )}
      <LegendFacts parts={[how]} />
    </div>
  );
}

function Keys({ told }: { told: Boundary }) {
  const words = messages.value;
  const { edge } = words.mapLayers;
  const bound = formatLength(ADVISED_GAP_M, words);
  const states = told.rings.flatMap(({ ways }) => ways.map(({ state }) => state));
  const shown = (['kept', 'new', 'closed'] as const).filter(
    (state) => states.includes(state) && !(showingBefore.value && state !== 'kept'),
  );
  return (
    <ul class="street-classes">
      {shown.map((state) => (
        <li key={state}>
          <i class={`way-key is-${state}`} />
          {edge[state]}
        </li>
      ))}
      <li>
        <i class="gap-key" />
        {edge.short(bound)}
      </li>
      <li>
        <i class="gap-key is-long" />
        {edge.long(bound)}
      </li>
    </ul>
  );
}

function Numbers({ told }: { told: Boundary }) {
  const words = messages.value;
  const { edge } = words.mapLayers;
  const before = boundarySummary(told, 'baseline');
  const after = boundarySummary(told, 'proposal');
  if (before === null || after === null) return <p class="quiet">{edge.none}</p>;
  const bound = formatLength(ADVISED_GAP_M, words);
  const length = (metres: number) => formatLength(metres, words);
  const row = (
    label: string,
    read: (side: BoundarySummary) => number,
    say: (side: BoundarySummary) => string,
    better: 'higher' | 'lower',
  ): TableRow => {
    const outcome = outcomeOf(read(before), read(after), better);
    return { label, before: say(before), after: say(after), ...(outcome ? { outcome } : {}) };
  };
  const rows = [
    row(
      edge.entrances,
      (side) => side.entrances,
      (side) => formatNumber(side.entrances, words),
      'higher',
    ),
    row(
      edge.perKm,
      (side) => side.perKm,
      (side) => formatNumber(side.perKm, words, 1),
      'higher',
    ),
    row(
      edge.longestRow,
      (side) => side.longestM,
      (side) => length(side.longestM),
      'lower',
    ),
    row(
      edge.medianRow,
      (side) => side.medianM,
      (side) => length(side.medianM),
      'lower',
    ),
    row(
      edge.tooLongRow(bound),
      (side) => side.tooLongM,
      (side) => edge.tooLong(formatNumber(side.tooLong, words), length(side.tooLongM)),
      'lower',
    ),
  ];
  const changes = interventions.value.length > 0;
  const [one, two] = [before, after].map((side) => formatNumber(side.entrances, words));
  const moved = before.entrances !== after.entrances || before.longestM !== after.longestM;
  return (
    <>
      <p class="legend-sum">
        {changes && moved
          ? edge.sumChange(one ?? '', two ?? '', length(before.longestM), length(after.longestM))
          : edge.sum(after.entrances, two ?? '', length(after.longestM))}
      </p>
      <LegendTable rows={rows} changes={changes} />
      <p class="quiet legend-note">{edge.advice}</p>
    </>
  );
}
