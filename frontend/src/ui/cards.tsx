import { asBefore, cardFinding } from '../core/findings';
import { type IndicatorRow, outcomeOf } from '../core/indicator-row';
import { CARDS, type CardId, groupOf, measuresOf } from '../core/measures';
import { findingSentence } from '../i18n/finding-sentence';
import { messages } from '../i18n/language';
import { aCategory } from '../i18n/names';
import { answer, assessmentState } from '../session/assessment';
import { changeLens, lens, showingBefore } from '../session/lens';
import { allRows, demands } from '../session/on-demand';
import { registry } from '../session/registry';
import { interventions } from '../session/workspace';
import { BeforeAfter } from './before-after';
import { CardChart } from './card-charts';
import { measureName } from './measure-words';
import { DemandBar, Measures } from './measures';
import { Method } from './method';

/** The five questions: what the page has words for first, and every other indicator below it. */
export function Cards() {
  const words = messages.value;
  const waiting = assessmentState.value === 'invalid' || assessmentState.value === 'away';
  if (answer.value === null) return <Skeleton />;
  return (
    <section class={`cards${waiting ? ' is-waiting' : ''}`} aria-label={words.cards.label}>
      {interventions.value.length === 0 && (
        <p class="start-hint">
          <strong>{words.changes.empty}</strong>{' '}
          <span class="for-mouse">{words.changes.emptyHow}</span>
        </p>
      )}
      {CARDS.map((card) => (
        <QuestionCard key={card} id={card} />
      ))}
    </section>
  );
}

const HELP = {
  out: 'outHelp',
  in: 'inHelp',
  through: 'throughHelp',
  tied: 'tiedHelp',
  fair: 'fairHelp',
} as const;

/** What a card is about before anything is known of it is told by its first indicator. */
function QuestionCard({ id }: { id: CardId }) {
  const words = messages.value;
  const rows = allRows.value;
  const group = groupOf(id);
  const measures = measuresOf(registry.value, shownRows(group), group, lens.value);
  const homes = answer.value?.homes ?? null;
  const fresh = cardFinding(id, rows, measures, lens.value, homes);
  // Numbers of an older drawing stay, dimmed, until new ones come: nothing jumps.
  const found = fresh ?? cardFinding(id, shownRows(group), measures, lens.value, homes);
  if (found === null && measures.length === 0) return null;
  const finding = found !== null && showingBefore.value ? asBefore(found) : found;
  const outcome = finding === null ? 'unknown' : outcomeOf(finding.row);
  const state = demands.value.get(group)?.state;
  const trouble = finding === null || state === 'failed' || state === 'away';
  return (
    <article
      class={`card is-${outcome}${fresh === null && found !== null ? ' is-old' : ''}`}
      data-card={id}
    >
      <header>
        <h2>{words.cards[id]}</h2>
        <span class="quiet">{words.cards[HELP[id]]}</span>
      </header>
      {trouble && <DemandBar group={group} />}
      {finding !== null && (
        <>
          <p class="finding">{findingSentence(finding, measureName(finding.row.id), words)}</p>
          <BeforeAfter row={finding.row} />
          <ShowThis row={finding.row} />
          <CardChart id={id} rows={rows} row={finding.row} />
          <Method indicator={finding.row.id} />
        </>
      )}
      <Measures group={group} measures={measures} withDemand={!trouble} />
    </article>
  );
}

/** In the list, numbers of an older drawing stay until new ones come, marked as old. */
function shownRows(group: number): readonly IndicatorRow[] {
  return [...(answer.value?.indicators ?? []), ...(demands.value.get(group)?.rows ?? [])];
}

/** The card may speak of another kind of place than the map shows: one click brings them together. */
function ShowThis({ row }: { row: IndicatorRow }) {
  const words = messages.value;
  const { category } = row;
  if (category === null || category === lens.value.category) return null;
  return (
    <button type="button" class="link-button show-this" onClick={() => changeLens({ category })}>
      {words.cards.showThis(aCategory(category, words))}
    </button>
  );
}

function Skeleton() {
  return (
    <section class="cards is-loading" aria-hidden="true">
      {[0, 1, 2].map((each) => (
        <article class="card skeleton" key={each} />
      ))}
    </section>
  );
}
