import type { ComponentChildren } from 'preact';
import {
  asBefore,
  type CardId,
  type Finding,
  fairFinding,
  inFinding,
  outFinding,
  tiedFinding,
} from '../core/findings';
import { type IndicatorRow, outcomeOf } from '../core/indicator-row';
import { findingSentence } from '../i18n/finding-sentence';
import { formatChange, formatShare, formatValue } from '../i18n/format';
import { messages } from '../i18n/language';
import { aCategory } from '../i18n/names';
import { answer, assessmentState } from '../session/assessment';
import { changeLens, lens, showingBefore } from '../session/lens';
import { interventions } from '../session/workspace';
import { FairChart, InChart, OutChart, TiedChart } from './card-charts';
import { Method } from './method';

/** Four of the five questions: those whose numbers exist. */
export function Cards() {
  const words = messages.value;
  const rows = answer.value?.indicators ?? null;
  const waiting = assessmentState.value === 'invalid' || assessmentState.value === 'away';
  if (rows === null) return <Skeleton />;
  const look = lens.value;
  const out = outFinding(rows, look, answer.value?.homes ?? null);
  const ins = inFinding(rows, look);
  const tied = tiedFinding(rows, look);
  const fair = fairFinding(rows, look);
  return (
    <section class={`cards${waiting ? ' is-waiting' : ''}`} aria-label={words.cards.label}>
      {interventions.value.length === 0 && (
        <p class="start-hint">
          <strong>{words.changes.empty}</strong> {words.changes.emptyHow}
        </p>
      )}
      <FindingCard id="out" finding={out}>
        {out && <OutChart rows={rows} row={out.row} />}
      </FindingCard>
      <FindingCard id="in" finding={ins}>
        {ins && <InChart rows={rows} row={ins.row} />}
      </FindingCard>
      <FindingCard id="tied" finding={tied}>
        {tied && <TiedChart rows={rows} />}
      </FindingCard>
      <FindingCard id="fair" finding={fair}>
        {fair && <FairChart rows={rows} row={fair.row} />}
      </FindingCard>
    </section>
  );
}

interface FindingCardProps {
  readonly id: CardId;
  readonly finding: Finding | null;
  readonly children: ComponentChildren;
}

const HELP = { out: 'outHelp', in: 'inHelp', tied: 'tiedHelp', fair: 'fairHelp' } as const;

function FindingCard({ id, finding: found, children }: FindingCardProps) {
  const words = messages.value;
  const finding = found !== null && showingBefore.value ? asBefore(found) : found;
  const outcome = finding === null ? 'unknown' : outcomeOf(finding.row);
  return (
    <article class={`card is-${outcome}`} data-card={id}>
      <header>
        <h2>{words.cards[id]}</h2>
        <span class="quiet">{words.cards[HELP[id]]}</span>
      </header>
      {finding === null ? (
        <p class="quiet">{words.cards.unknown}</p>
      ) : (
        <>
          <p class="finding">{findingSentence(finding, words)}</p>
          <BeforeAfter row={finding.row} />
          <ShowThis row={finding.row} />
          {children}
          <Method indicator={finding.row.id} />
        </>
      )}
    </article>
  );
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

/** The number itself: before → after, and by how much. */
function BeforeAfter({ row }: { row: IndicatorRow }) {
  const words = messages.value;
  const before = formatValue(row.baseline, row.unit, words);
  const after = formatValue(row.proposal, row.unit, words);
  const same = row.baseline === row.proposal;
  const known = row.known_share;
  return (
    <p class="before-after" data-indicator={row.id}>
      {same ? (
        <b>{before}</b>
      ) : (
        <>
          <span class="value-before">{before}</span>
          <span class="arrow" aria-hidden="true">
            {' '}
            →{' '}
          </span>
          <b>{after}</b>
          <span class={`change is-${outcomeOf(row)}`}>
            {formatChange(row.change, row.unit, words)}
          </span>
        </>
      )}
      {known !== null && known < 1 && (
        <small class="quiet">{words.cards.known(formatShare(known, words))}</small>
      )}
    </p>
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
