import './styles/comparison.css';
import { useEffect, useRef } from 'preact/hooks';
import { comparisonFindings } from '../core/comparison-findings';
import { comparisonSentence } from '../i18n/comparison-sentence';
import { messages } from '../i18n/language';
import { keepComparedNumbers, numbersOf, rowsOf } from '../session/compared-numbers';
import {
  columns,
  compared,
  FEWEST_COMPARED,
  keepCompared,
  stopComparing,
} from '../session/comparing';
import { lens } from '../session/lens';
import { listed, refreshList } from '../session/opening';
import { areaId } from '../session/place';
import { ComparisonChooser, ProposalChecks } from './comparison-chooser';
import { ComparisonControls } from './comparison-controls';
import { ComparisonMaps } from './comparison-maps';
import { ComparisonTable } from './comparison-table';
import { Icon } from './icon';
import { MapStatus, Notice, Spoken } from './status-notes';

keepCompared();
keepComparedNumbers();

/** Two to five proposals side by side: the same map, the same questions, the differences marked. */
export function Comparison() {
  const words = messages.value.comparison;
  const chosen = compared.value ?? [];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => void refreshList(), [areaId.value]);
  return (
    <main class="comparison" aria-labelledby="comparison-title">
      <div class="comparison-page" style={{ '--columns': String(columns.value.length) }}>
        <header class="comparison-head">
          <button type="button" class="button" onClick={stopComparing}>
            <Icon name="close" size={16} /> {words.back}
          </button>
          <h1 id="comparison-title" ref={heading} tabIndex={-1}>
            {words.title}
          </h1>
          {chosen.length > 0 && <ComparisonChooser />}
        </header>
        <MapStatus />
        {chosen.length < FEWEST_COMPARED && <TooFew chosen={chosen.length} />}
        {chosen.length > 0 && (
          <>
            <ComparisonControls />
            <Findings />
            <ComparisonMaps />
            <ComparisonTable />
          </>
        )}
      </div>
      <Notice />
      <Spoken />
    </main>
  );
}

/** Nothing to compare yet: what to do about it, right here. */
function TooFew({ chosen }: { chosen: number }) {
  const words = messages.value.comparison;
  const onlyOne = listed.value.length === 1;
  const say = onlyOne ? words.onlyOne : chosen === 0 ? words.noneChosen : words.oneChosen;
  return (
    <section class="note-box comparison-few" role="status">
      <h2>{say}</h2>
      <ProposalChecks />
    </section>
  );
}

/** What sets the proposals apart, in sentences, as soon as all have answered. */
function Findings() {
  const words = messages.value;
  const proposals = columns.value.slice(1);
  const effects = proposals.map(({ loaded }) => {
    if (loaded.state !== 'here') return null;
    const numbers = numbersOf(loaded.drawing);
    if (numbers.state !== 'ready') return null;
    return { rows: rowsOf(loaded.drawing), homes: numbers.answer.homes };
  });
  const letters = proposals.map(({ letter }) => letter ?? '');
  const findings = comparisonFindings(effects, lens.value);
  return (
    <section class="comparison-findings" aria-label={words.comparison.findings} aria-live="polite">
      {findings.map((finding) => (
        <p class="finding" key={finding.about} data-about={finding.about}>
          {comparisonSentence(finding, lens.value, letters, words)}
        </p>
      ))}
    </section>
  );
}
