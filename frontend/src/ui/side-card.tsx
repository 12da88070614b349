import type { Position } from 'geojson';
import { changeProperties } from '../core/actions/change-properties';
import { timesOfHome } from '../core/home-values';
import type { Intervention } from '../core/proposal';
import { formatDuration, formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { markTitle } from '../i18n/mark-words';
import { categoryName, interventionName } from '../i18n/names';
import { answer } from '../session/assessment';
import { tool } from '../session/drawing';
import { changeLens, lens } from '../session/lens';
import { showReachFrom } from '../session/reach';
import { inspected, type Thing } from '../session/things';
import { act, locked, selected, selectedId } from '../session/workspace';
import { Card } from './card';
import { CostFields } from './cost-fields';
import { DrawingOperations, ThingOperations } from './drawing-operations';
import { drawnMeasure } from './drawn-measure';
import type { IconName } from './icon-paths';
import { ICON_PATHS } from './icon-paths';
import { JourneysNote } from './journeys-note';
import { MarkNote } from './mark-note';
import { moving } from './measure-words';
import { NudgeControls } from './nudge-controls';
import { PhaseField } from './phase-field';
import { PropertyFields, type PropertyFieldsProps } from './property-fields';
import { ServedNote } from './served-note';
import { StopNote } from './stop-note';
import { StreetCard } from './street-card';
import { StreetWhy } from './street-why';
import { WhyNote } from './why-note';

type Changes = Parameters<PropertyFieldsProps['onChange']>[0];

/** The small card by the tools: what is in hand, what is selected, or what was asked about. */
export function SideCard() {
  const active = tool.value;
  const chosen = selected.value;
  const thing = inspected.value;
  if (active !== null) {
    return (
      <Card title={messages.value.tools[active.kind].name} icon={active.kind}>
        <PropertyFields
          properties={active.properties}
          onChange={(changes) => {
            const kept = Object.entries({ ...active.properties, ...changes }).filter(
              ([, value]) => value !== undefined,
            );
            tool.value = {
              ...active,
              properties: { ...Object.fromEntries(kept), kind: active.kind },
            };
          }}
        />
      </Card>
    );
  }
  if (chosen !== null) return <SelectedCard chosen={chosen} />;
  return thing === null ? null : <ThingCard thing={thing} />;
}

function SelectedCard({ chosen }: { chosen: Intervention }) {
  const words = messages.value;
  const { kind } = chosen.properties;
  const change = (changes: Changes) =>
    act((present) => changeProperties(present, chosen.id, changes));
  return (
    <Card
      title={interventionName(chosen, words)}
      icon={kind in ICON_PATHS ? (kind as IconName) : 'select'}
      onClose={() => {
        selectedId.value = null;
      }}
      actions={
        <>
          <Measured chosen={chosen} />
          <DrawingOperations />
          {!locked.value && <NudgeControls />}
        </>
      }
    >
      <fieldset class="bare" disabled={locked.value}>
        <PropertyFields key={chosen.id} properties={chosen.properties} onChange={change} />
        <PhaseField chosen={chosen} onChange={change} />
        <CostFields key={`cost-${chosen.id}`} properties={chosen.properties} onChange={change} />
      </fieldset>
      <StreetWhy />
      {kind.startsWith('facility') && <ServedNote />}
    </Card>
  );
}

function Measured({ chosen }: { chosen: Intervention }) {
  const measured = drawnMeasure(chosen);
  return measured === '' ? null : <p class="quiet measured">{measured}</p>;
}

function ThingCard({ thing }: { thing: Thing }) {
  const words = messages.value;
  const close = () => {
    inspected.value = null;
  };
  if (thing.type === 'street') return <StreetCard thing={thing} />;
  if (thing.type === 'home') return <HomeCard thing={thing} onClose={close} />;
  if (thing.type === 'mark') {
    return (
      <Card title={markTitle(thing.meaning, words)} icon="layers" onClose={close}>
        <MarkNote meaning={thing.meaning} />
      </Card>
    );
  }
  const kind = categoryName(thing.category, words);
  return (
    <Card
      title={thing.name === '' ? kind : thing.name}
      category={thing.category}
      onClose={close}
      actions={<ThingOperations thing={thing} />}
    >
      <p class="quiet">
        {kind}
        {thing.type === 'stop' &&
          thing.departures !== null &&
          ` · ${words.layers.departures(formatNumber(Math.round(thing.departures), words))}`}
      </p>
      {thing.type === 'stop' && <StopNote />}
      <ServedNote />
      <ReachButton place={thing.position} />
    </Card>
  );
}

/** From a home, a shop or a stop: how far one gets. */
function ReachButton({ place }: { place: Position }) {
  return (
    <button type="button" class="button" onClick={() => showReachFrom(place)}>
      {messages.value.reach.here}
    </button>
  );
}

interface HomeCardProps {
  readonly thing: Extract<Thing, { type: 'home' }>;
  readonly onClose: () => void;
}

/** What one home has to each kind of place, before and after. */
function HomeCard({ thing, onClose }: HomeCardProps) {
  const words = messages.value;
  const homes = answer.value?.homes;
  const { mode, category } = lens.value;
  const residents = Math.round(thing.residents);
  const say = (ms: number | null) =>
    ms === null ? words.homes.unreachable : formatDuration(ms, words);
  return (
    <Card
      title={words.homes.residents(residents, formatNumber(residents, words))}
      icon="housing"
      onClose={onClose}
      actions={<ThingOperations thing={thing} />}
    >
      <table class="small-table">
        <caption>
          {words.homes.nearest}, {moving(mode)}
        </caption>
        <thead>
          <tr>
            <th scope="col" class="sr-only">
              {words.categoryLabel}
            </th>
            <th scope="col">{words.table.before}</th>
            <th scope="col">{words.table.after}</th>
          </tr>
        </thead>
        <tbody>
          {homes &&
            timesOfHome(homes, thing.index, mode).map((time) => (
              <tr key={time.category} class={time.category === category ? 'is-chosen' : ''}>
                <th scope="row">
                  <button
                    type="button"
                    class="link-button"
                    aria-pressed={time.category === category}
                    onClick={() => changeLens({ category: time.category })}
                  >
                    {categoryName(time.category, words)}
                  </button>
                </th>
                <td>{say(time.beforeMs)}</td>
                <td class={outcomeClass(time.beforeMs, time.afterMs)}>{say(time.afterMs)}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {mode === 'transit' ? <JourneysNote /> : <WhyNote />}
      <ReachButton place={thing.position} />
    </Card>
  );
}

function outcomeClass(beforeMs: number | null, afterMs: number | null): string {
  if (beforeMs === afterMs) return '';
  return (afterMs ?? Infinity) < (beforeMs ?? Infinity) ? 'is-gain' : 'is-loss';
}
