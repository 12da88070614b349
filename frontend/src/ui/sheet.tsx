import { useLayoutEffect, useRef } from 'preact/hooks';
import { outcomeOf } from '../core/indicator-row';
import { CARDS } from '../core/measures';
import { scaleBar } from '../core/scale-bar';
import { findingSentence } from '../i18n/finding-sentence';
import { formatDate } from '../i18n/format-date';
import { formatDistance } from '../i18n/format-distance';
import { messages } from '../i18n/language';
import { phaseName } from '../i18n/phase-name';
import { answer } from '../session/assessment';
import { lens, showingBefore } from '../session/lens';
import { metresPerPx } from '../session/map-scale';
import { phases } from '../session/phases';
import { area } from '../session/place';
import { cardFindings } from '../session/showing';
import { attributions } from '../session/sources';
import { swipeAt, swiping } from '../session/swipe';
import { interventions, phaseLook, shownDescription, shownName } from '../session/workspace';
import { BeforeAfter } from './before-after';
import { LineKeys, ThemeLegend } from './legend';
import { measureName, moving } from './measure-words';

interface SheetProps {
  readonly map: HTMLCanvasElement;
  /** How wide the map stood on the screen. */
  readonly widthPx: number;
  /** Paper tells the findings too; a picture is what is on the screen. */
  readonly isPaper: boolean;
}

/** One page that stands alone: what, where, when, how it is measured, and where the data is from. */
export function Sheet({ map, widthPx, isPaper }: SheetProps) {
  const heightPx = (map.height / map.width) * widthPx;
  return (
    <article
      class={`sheet ${isPaper ? 'is-paper' : 'is-picture'}`}
      style={isPaper ? {} : { width: `${widthPx}px` }}
    >
      <SheetHead />
      <div class="sheet-frame">
        <figure class="sheet-map" style={{ '--ratio': String(widthPx / heightPx) }}>
          <Painted map={map} />
          {swiping.value && <SwipedAt />}
          {/* A form of its own: choices of the same name elsewhere on the page keep theirs. */}
          <form class="legend">
            <ThemeLegend />
            {isPaper && <LineKeys />}
          </form>
          <SheetScale widthPx={widthPx} />
          <NorthArrow />
        </figure>
      </div>
      {isPaper && <Findings />}
      <SheetFoot />
    </article>
  );
}

function Painted({ map }: { map: HTMLCanvasElement }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => frame.current?.append(map), [map]);
  return <div class="sheet-painted" ref={frame} style={{ '--painted-width': `${map.width}px` }} />;
}

function SheetHead() {
  const words = messages.value;
  const facts = area.value?.properties;
  const { mode, cutoffMin } = lens.value;
  const drawn = interventions.value.length > 0;
  const phase = phases.value[(phaseLook.value ?? 0) - 1];
  const about = [
    facts === undefined ? '' : `${facts.name}, ${facts.municipality}`,
    showingBefore.value ? words.before.showing : '',
    phase === undefined ? '' : words.phases.looking(phaseName(phase, words)),
    words.show.seen(moving(mode), String(cutoffMin)),
    formatDate(new Date(), words),
  ].filter((part) => part !== '');
  return (
    <header class="sheet-head">
      <h1>{drawn ? shownName.value : words.show.today(facts?.name ?? '')}</h1>
      <p>{about.join(' · ')}</p>
    </header>
  );
}

function SwipedAt() {
  const words = messages.value.swipe;
  return (
    <div class="swipe-line" style={{ left: `${swipeAt.value * 100}%` }}>
      <span class="swipe-flag is-before">{words.before}</span>
      <span class="swipe-flag is-after">{words.after}</span>
    </div>
  );
}

const LONGEST_PX = 160;

function SheetScale({ widthPx }: { widthPx: number }) {
  const bar = scaleBar(metresPerPx.value ?? 0, LONGEST_PX);
  if (bar === null) return null;
  // In parts of the map, so that it stays true however large the map is printed.
  return (
    <p class="scale-bar" style={{ width: `${((bar.widthPx / widthPx) * 100).toFixed(3)}%` }}>
      <span>{formatDistance(bar.lengthM, messages.value)}</span>
      <i />
    </p>
  );
}

function NorthArrow() {
  const words = messages.value.show;
  return (
    <svg class="north-arrow" viewBox="0 0 24 34" role="img" aria-label={words.north}>
      <path d="M12 1L20 24L12 19L4 24Z" />
      <text x="12" y="33" text-anchor="middle">
        {words.northLetter}
      </text>
    </svg>
  );
}

function Findings() {
  const words = messages.value;
  return (
    <section class="sheet-findings">
      {shownDescription.value !== '' && <p class="sheet-story">{shownDescription.value}</p>}
      <ol>
        {CARDS.map((card) => {
          const finding = cardFindings.value.get(card) ?? null;
          return (
            <li key={card} class={finding === null ? '' : `is-${outcomeOf(finding.row)}`}>
              <h2>
                {words.cards[card]} <small>{words.cards[`${card}Help`]}</small>
              </h2>
              {finding === null ? (
                <p>{words.measures.notYet}</p>
              ) : (
                <>
                  <p class="finding">
                    {findingSentence(finding, measureName(finding.row.id), words)}
                  </p>
                  <BeforeAfter row={finding.row} />
                </>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function SheetFoot() {
  const words = messages.value;
  const given = answer.value;
  return (
    <footer class="sheet-foot">
      <p>
        <b>{words.status.sources}:</b> {[...attributions.value, words.status.modelled].join(' · ')}
      </p>
      <p>
        {words.appName}
        {given !== null && ` · ${words.status.dataVersion(given.dataset)}`} ·{' '}
        <a href={location.href}>{location.href}</a>
      </p>
    </footer>
  );
}
