import { computed, effect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { heldAgainst } from '../core/held-against';
import type { HomeColumns } from '../core/home-values';
import type { Intervention } from '../core/proposal';
import { messages } from '../i18n/language';
import { aCategory } from '../i18n/names';
import {
  type ComparedHomes,
  type ComparedPicture,
  ComparisonMap,
  showWhole,
} from '../map/comparison-map';
import { MapsInStep } from '../map/maps-in-step';
import { askAllAgain, numbersOf } from '../session/compared-numbers';
import {
  type ComparedColumn,
  columns,
  comparedPlace,
  type Loaded,
  mapsTell,
  nameOf,
  reference,
  toggleCompared,
} from '../session/comparing';
import { lens } from '../session/lens';
import { columnName } from './comparison-names';
import { Icon } from './icon';
import { ChangeScale, TimeScale } from './legend';
import { moving } from './measure-words';

const step = new MapsInStep((place) => {
  comparedPlace.value = place;
});
/** The maps on the page, in no order. */
const maps = new Set<ComparisonMap>();

/** The same extent, the same scale, once for each proposal. */
export function ComparisonMaps() {
  useEffect(
    () =>
      effect(() => {
        // Where another link leads, all maps go.
        if (comparedPlace.value !== null) step.showPlace(comparedPlace.value);
      }),
    [],
  );
  return (
    <div class="comparison-maps">
      <MapsLegend />
      {columns.value.map((column) => (
        <SmallMap key={column.id} column={column} />
      ))}
    </div>
  );
}

function MapsLegend() {
  const words = messages.value;
  const { mode, category } = lens.value;
  const change = mapsTell.value === 'change';
  const say = change ? words.homes.legendChange : words.homes.legendTime;
  return (
    <div class="comparison-legend">
      <p class="legend-title">{say(aCategory(category, words), moving(mode))}</p>
      {change ? <ChangeScale /> : <TimeScale />}
      <section class="comparison-zoom" aria-label={words.comparison.mapControls}>
        <ZoomAll />
      </section>
    </div>
  );
}

function ZoomAll() {
  const words = messages.value.tools;
  return (
    <div class="map-controls">
      <button type="button" aria-label={words.zoomIn} onClick={() => zoomAll(1)}>
        <Icon name="plus" />
      </button>
      <button type="button" aria-label={words.zoomOut} onClick={() => zoomAll(-1)}>
        <Icon name="minus" />
      </button>
      <button type="button" aria-label={words.showArea} onClick={showAll}>
        <Icon name="area" size={18} />
      </button>
    </div>
  );
}

function zoomAll(steps: number): void {
  const [first] = maps;
  first?.view.map.setZoom(first.view.map.getZoom() + steps);
}

function showAll(): void {
  const [first] = maps;
  if (first !== undefined) showWhole(first.view, everyDrawn.peek());
}

function SmallMap({ column }: { column: ComparedColumn }) {
  const words = messages.value.comparison;
  const frame = useRef<HTMLDivElement>(null);
  const { id } = column;
  useEffect(() => {
    if (frame.current === null) return undefined;
    const map = new ComparisonMap(
      frame.current,
      step,
      { place: comparedPlace, drawn: everyDrawn },
      pictureOf(id),
    );
    maps.add(map);
    return () => {
      maps.delete(map);
      map.remove();
    };
  }, [id]);
  const name = columnName(column);
  return (
    <figure class="small-map" data-column={id}>
      <MapCaption column={column} />
      <div class="small-map-frame">
        <div class="map" ref={frame} role="application" aria-label={words.mapLabel(name)} />
        <MapTrouble column={column} />
      </div>
    </figure>
  );
}

/** What the map of a column shows, now and whenever it changes. */
function pictureOf(id: string): ComparedPicture {
  const column = () => columns.value.find((each) => each.id === id);
  return {
    drawn: computed(() => drawnOf(column())),
    homes: computed(() => homesToShow(id, homesOf(column()))),
  };
}

const NOTHING: readonly Intervention[] = [];

const everyDrawn = computed(() => columns.value.flatMap(drawnOf));

function drawnOf(column: ComparedColumn | undefined): readonly Intervention[] {
  return column?.loaded.state === 'here' ? column.loaded.drawing.drawn : NOTHING;
}

function homesToShow(id: string, homes: HomeColumns | null): ComparedHomes {
  if (homes === null || mapsTell.value === 'after') return { homes, tell: 'after' };
  if (id === reference.value) return { homes, tell: 'quiet' };
  const held = homesOf(columns.value.find((each) => each.id === reference.value));
  if (held === null) return { homes: null, tell: 'quiet' };
  return { homes: heldAgainst(homes, held), tell: 'change' };
}

function homesOf(column: ComparedColumn | undefined): HomeColumns | null {
  if (column?.loaded.state !== 'here') return null;
  const numbers = numbersOf(column.loaded.drawing);
  return numbers.state === 'ready' ? numbers.answer.homes : null;
}

function MapCaption({ column }: { column: ComparedColumn }) {
  const words = messages.value;
  const { id, letter, loaded } = column;
  const isReference = id === reference.value;
  const here = loaded.state === 'here' ? loaded.drawing : null;
  const count = here?.drawn.length ?? 0;
  const what = letter === null ? words.comparison.todayHelp : words.proposals.changes(count);
  return (
    <figcaption class={isReference ? 'is-reference' : ''}>
      {letter !== null && <b class="letter">{letter}</b>}
      <span class="small-map-name">
        <strong title={here === null ? '' : nameOf(here)}>
          {letter === null || here === null ? columnName(column) : nameOf(here)}
        </strong>
        <small>
          {here !== null && what}
          {isReference && ` · ${words.comparison.isReference}`}
        </small>
      </span>
      {letter !== null && (
        <button
          type="button"
          class="icon-button"
          aria-label={words.comparison.remove(columnName(column))}
          onClick={() => toggleCompared(id)}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </figcaption>
  );
}

/** Why a proposal has no numbers, on its own map. */
function MapTrouble({ column: { loaded } }: { column: ComparedColumn }) {
  const words = messages.value;
  const trouble = troubleOf(loaded);
  if (trouble === 'working') return <p class="map-status is-late">{words.comparison.computing}</p>;
  if (trouble === null) return null;
  return (
    <div class="map-status is-troubled" role="alert">
      {trouble.say}{' '}
      {trouble.retry && (
        <button type="button" class="button" onClick={askAllAgain}>
          {words.status.retry}
        </button>
      )}
    </div>
  );
}

function troubleOf(
  loaded: Loaded,
): 'working' | null | { readonly say: string; readonly retry: boolean } {
  const words = messages.value.comparison;
  if (loaded.state === 'loading') return 'working';
  if (loaded.state === 'gone') return { say: words.gone, retry: false };
  if (loaded.state === 'elsewhere') return { say: words.elsewhere, retry: false };
  const told = loaded.state === 'here' ? numbersOf(loaded.drawing) : loaded;
  if (told.state === 'away') return { say: words.away, retry: true };
  if (told.state === 'refused') return { say: `${words.refused} ${told.why}`, retry: true };
  return told.state === 'working' ? 'working' : null;
}
