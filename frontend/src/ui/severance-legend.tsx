import type { Severance } from '../api/map-details';
import { countDetours, DETOUR_BOUNDS, type DetourPlace, detourFate } from '../core/detour-classes';
import { formatNumber, formatShare } from '../i18n/format';
import { messages } from '../i18n/language';
import { showingBefore } from '../session/lens';
import { detours, severance } from '../session/severance';
import { interventions } from '../session/workspace';
import {
  FollowedTrouble,
  LegendFacts,
  LegendTable,
  outcomeOf,
  type TableRow,
} from './legend-facts';
import { moving } from './measure-words';

/** How far round it is along the barriers, and how many places are how bad. */
export function SeveranceLegend() {
  const words = messages.value;
  const told = severance.told.value;
  const places = detours.value;
  return (
    <div class="streets-legend" data-testid="severance" data-state={severance.state.value}>
      <p class="legend-title">{words.mapLayers.across.title}</p>
      <FollowedTrouble of={severance} />
      {told !== null && places !== null && places.length === 0 && (
        <p class="quiet">{words.mapLayers.across.none}</p>
      )}
      {told !== null && places !== null && places.length > 0 && (
        <>
          <Keys places={places} />
          <Numbers told={told} places={places} />
        </>
      )}
      <LegendFacts parts={[moving('walk')]} />
    </div>
  );
}

function classNames(): readonly string[] {
  const words = messages.value;
  const { across } = words.mapLayers;
  const [first, second, last] = DETOUR_BOUNDS.map((bound) => formatNumber(bound, words));
  return [
    across.upTo(first ?? ''),
    across.between(first ?? '', second ?? ''),
    across.between(second ?? '', last ?? ''),
    across.over(last ?? ''),
  ];
}

function Keys({ places }: { places: readonly DetourPlace[] }) {
  const { across } = messages.value.mapLayers;
  const fates = new Set(places.map(detourFate));
  return (
    <ul class="street-classes">
      {classNames().map((name, step) => (
        <li key={name}>
          <i class={`detour-key step-${step}`} />
          {name}
        </li>
      ))}
      {(['shorter', 'longer'] as const)
        .filter((fate) => fates.has(fate) && !showingBefore.value)
        .map((fate) => (
          <li key={fate}>
            <i class={`detour-key step-2 is-${fate}`} />
            {across[fate]}
          </li>
        ))}
    </ul>
  );
}

function Numbers({ told, places }: { told: Severance; places: readonly DetourPlace[] }) {
  const words = messages.value;
  const { across } = words.mapLayers;
  const names = classNames();
  const times = (ratio: number | null) =>
    ratio === null ? words.units.unknown : across.times(formatNumber(ratio, words, 1));
  const summaries = told.rows.map(({ variant, baseline, proposal }): TableRow => {
    const outcome = outcomeOf(baseline ?? 0, proposal ?? 0, 'lower');
    return {
      label: variant === 'max' ? across.worst : across.mean,
      before: times(baseline),
      after: times(proposal),
      ...(outcome ? { outcome } : {}),
    };
  });
  const counts = countDetours(places).map(
    ({ step, before, after }): TableRow => ({
      label: names[step] ?? '',
      before: formatNumber(before, words),
      after: formatNumber(after, words),
    }),
  );
  const unknown = 1 - told.places.known_share;
  const changes = interventions.value.length > 0;
  const ratio = (variant: string, side: 'baseline' | 'proposal') =>
    formatNumber(told.rows.find((row) => row.variant === variant)?.[side] ?? 0, words, 1);
  const [before, after] = [ratio('mean', 'baseline'), ratio('mean', 'proposal')];
  return (
    <>
      <p class="legend-sum">
        {changes && before !== after
          ? across.sumChange(before, after)
          : across.sum(after, ratio('max', 'proposal'))}
      </p>
      <LegendTable rows={[...summaries, ...counts]} changes={changes} />
      {unknown > 0 && (
        <p class="quiet legend-note">{across.unknown(formatShare(unknown, words))}</p>
      )}
    </>
  );
}
