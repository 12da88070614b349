import type { ServiceNear } from '../api/map-details';
import { lineClass, lineRows } from '../core/line-classes';
import { SERVICE_BOUNDS } from '../core/service-classes';
import { formatNumber, formatShare, formatUnknown } from '../i18n/format';
import { messages } from '../i18n/language';
import { showingBefore } from '../session/lens';
import { serviceNear, servicesNear } from '../session/service-near';
import { timetable } from '../session/timetable';
import { interventions } from '../session/workspace';
import {
  FollowedTrouble,
  LegendFacts,
  LegendTable,
  outcomeOf,
  type TableRow,
} from './legend-facts';
import { moving, variantName } from './measure-words';

/** How many buses and trains leave near the homes, and how many residents have how many. */
export function ServiceLegend() {
  const words = messages.value.mapLayers.service;
  const told = serviceNear.told.value;
  const known = servicesNear.value !== null;
  return (
    <div class="streets-legend" data-testid="service" data-state={serviceNear.state.value}>
      <p class="legend-title">{words.title}</p>
      <FollowedTrouble of={serviceNear} />
      {told !== null && !known && <p class="quiet">{words.none}</p>}
      {told !== null && known && (
        <>
          <Keys />
          <Numbers told={told} />
        </>
      )}
      <LineList />
      <LegendFacts parts={[moving('walk')]} />
    </div>
  );
}

/** The lines that are drawn, the most frequent first. */
function LineList() {
  const words = messages.value;
  const { service } = words.mapLayers;
  const told = timetable.value;
  if (told === null) return null;
  const rows = lineRows(told.lines.features);
  if (rows.length === 0) return <p class="quiet legend-note">{service.noLines}</p>;
  return (
    <details class="legend-table" data-testid="lines">
      <summary>{service.lines(formatNumber(rows.length, words))}</summary>
      <table class="small-table">
        <thead>
          <tr>
            <th scope="col">{service.line}</th>
            <th scope="col">{service.anHour}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, name, kind, anHour }) => (
            <tr key={line}>
              <th scope="row">
                <i class={`line-key is-${kind} step-${lineClass(anHour)}`} />
                {name}
              </th>
              <td>{formatNumber(anHour, words, 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="quiet legend-note">
        {told.modelled ? service.modelled : service.day(told.day ?? '')}
      </p>
    </details>
  );
}

function Keys() {
  const words = messages.value;
  const { service } = words.mapLayers;
  const [medium, high] = SERVICE_BOUNDS.map((bound) => formatNumber(bound, words));
  const names = [
    service.noService,
    service.below(medium ?? ''),
    service.between(medium ?? '', high ?? ''),
    service.from(high ?? ''),
  ];
  const pairs = servicesNear.value ?? [];
  const isBefore = showingBefore.value;
  return (
    <ul class="street-classes">
      {names.map((name, step) => (
        <li key={name}>
          <i class={`service-key step-${step}`} />
          {name}
        </li>
      ))}
      {!isBefore && pairs.some(({ before, after }) => after > before) && (
        <li>
          <i class="service-key is-better" />
          {service.better}
        </li>
      )}
      {!isBefore && pairs.some(({ before, after }) => after < before) && (
        <li>
          <i class="service-key is-worse" />
          {service.worse}
        </li>
      )}
    </ul>
  );
}

function Numbers({ told }: { told: ServiceNear }) {
  const words = messages.value;
  const { service } = words.mapLayers;
  const changes = interventions.value.length > 0;
  const rows = told.rows.map((row): TableRow => {
    const { id, unit, baseline, proposal } = row;
    const say = (value: number | null) => {
      if (value === null) return words.units.unknown;
      return unit === 'share' ? formatShare(value, words, 1) : formatNumber(value, words, 1);
    };
    const outcome = outcomeOf(baseline ?? 0, proposal ?? 0, 'higher');
    return {
      label: id === 'departures_near' ? service.mean : (variantName(row) ?? ''),
      before: say(baseline),
      after: say(proposal),
      ...(outcome ? { outcome } : {}),
    };
  });
  const known = Math.min(...told.rows.map(({ known_share }) => known_share));
  return (
    <>
      <p class="legend-sum">{service.how}</p>
      <LegendTable rows={rows} changes={changes} />
      {known < 1 && <p class="quiet legend-note">{service.unknown(formatUnknown(known, words))}</p>}
    </>
  );
}
