import { useState } from 'preact/hooks';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { answer, assessmentState } from '../session/assessment';
import { copyOpen } from '../session/opening';
import { interventions, isExample, shownDescription } from '../session/workspace';
import { Cards } from './cards';
import { ChangesList } from './changes-list';
import { ConflictBox } from './conflict-box';
import { Contributions } from './contributions';
import { Icon } from './icon';
import { IssueList } from './issue-list';
import { LensControls } from './lens-controls';
import { MoneySection } from './money';
import { NumberTable } from './number-table';
import { PhasesSection } from './phases';
import { Sources } from './sources';
import { AssessmentTrouble } from './status-notes';
import { TourOffer } from './tour-offer';

/** Beside the map on a desk, a sheet from below on a phone. */
export function Panel() {
  const [raised, setRaised] = useState(false);
  const words = messages.value;
  const given = answer.value;
  return (
    <aside class={`panel${raised ? ' is-raised' : ''}`} aria-label={words.panel.label}>
      <button
        type="button"
        class="sheet-handle"
        aria-expanded={raised}
        onClick={() => setRaised(!raised)}
      >
        <Icon name={raised ? 'down' : 'up'} size={18} />
        {raised ? words.panel.collapse : words.panel.expand}
      </button>
      <div class="panel-scroll">
        <ConflictBox />
        {isExample.value && <ExampleNote />}
        <AssessmentTrouble />
        <IssueList />
        {interventions.value.length === 0 && <TourOffer />}
        <LensControls />
        <Cards />
        <ChangesList />
        <Contributions />
        <PhasesSection />
        <MoneySection />
        <NumberTable />
        <footer class="panel-foot">
          <p data-state={assessmentState.value} data-testid="assessment">
            {given !== null &&
              words.status.elapsed(formatNumber(Math.round(given.elapsed_ms), words))}
            {given !== null && ` · ${words.status.dataVersion(given.dataset)}`}
          </p>
          <Sources />
        </footer>
      </div>
    </aside>
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
