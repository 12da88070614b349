import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { answer, assessmentState } from '../session/assessment';
import { copyOpen } from '../session/opening';
import { panelView, sheet } from '../session/panel-view';
import { isUnpaved } from '../session/place';
import { interventions, isExample, shownDescription } from '../session/workspace';
import { Cards } from './cards';
import { ChangesList } from './changes-list';
import { Comments } from './comments';
import { ConflictBox } from './conflict-box';
import { Contributions } from './contributions';
import { IssueList } from './issue-list';
import { LackingNote } from './lacking-note';
import { LensControls } from './lens-controls';
import { MissingNote } from './missing-note';
import { MoneySection } from './money';
import { NumberTable } from './number-table';
import { PANEL_CONTENT, PanelViews } from './panel-views';
import { PhasesSection } from './phases';
import { SaveTrouble } from './save-trouble';
import { SheetHandle, SheetHeadline } from './sheet-handle';
import { Sources } from './sources';
import { AssessmentTrouble } from './status-notes';
import { TourOffer } from './tour-offer';
import { Versions } from './versions';

/** Beside the map on a desk, a sheet from below on a phone. */
export function Panel() {
  const words = messages.value;
  const view = panelView.value;
  return (
    <aside class="panel" data-sheet={sheet.value} data-view={view} aria-label={words.panel.label}>
      <SheetHandle />
      <PanelViews />
      <SheetHeadline />
      <div class="panel-scroll" id={PANEL_CONTENT} role="tabpanel" aria-label={words.views[view]}>
        <ConflictBox />
        <SaveTrouble />
        <MissingNote />
        <LackingNote />
        <Answers hidden={view !== 'answers' && view !== 'drawn'} />
        {view === 'comments' && <Comments />}
        {view === 'versions' && <Versions />}
        <Foot />
      </div>
    </aside>
  );
}

/** The five questions and what is drawn; on a phone each has a view of its own. */
function Answers({ hidden }: { hidden: boolean }) {
  const words = messages.value.changes;
  return (
    <div class="panel-part" hidden={hidden}>
      {isExample.value && <ExampleNote />}
      <AssessmentTrouble />
      <IssueList />
      <div class="panel-part answers-part">
        {interventions.value.length === 0 && <TourOffer />}
        <LensControls />
        {!isUnpaved.value && <Cards />}
      </div>
      {interventions.value.length === 0 && (
        <p class="start-hint drawn-empty">
          <strong>{words.empty}</strong>
        </p>
      )}
      <ChangesList />
      <div class="panel-part answers-part">
        <Contributions />
        <PhasesSection />
        <MoneySection />
        <NumberTable />
      </div>
    </div>
  );
}

function Foot() {
  const words = messages.value;
  const given = answer.value;
  return (
    <footer class="panel-foot">
      <p data-state={assessmentState.value} data-testid="assessment">
        {given !== null && words.status.elapsed(formatNumber(Math.round(given.elapsed_ms), words))}
        {given !== null && ` · ${words.status.dataVersion(given.dataset)}`}
      </p>
      <Sources />
    </footer>
  );
}

function ExampleNote() {
  const words = messages.value.proposals;
  return (
    <section class="note-box example-note">
      <p class="example-story">{shownDescription.value}</p>
      <p class="quiet">{words.exampleNote}</p>
      <button type="button" class="button is-main" onClick={copyOpen}>
        {words.copy}
      </button>
    </section>
  );
}
