import { CATEGORIES, type Category } from '../core/kinds';
import { MODES } from '../core/modes';
import { messages } from '../i18n/language';
import { chooseReference, columns, mapsTell, reference } from '../session/comparing';
import { changeLens, lens } from '../session/lens';
import { travel } from '../session/travel';
import { columnName } from './comparison-names';
import { Segments, SelectField } from './fields';
import { TravelSwitch } from './travel-switch';
import { WalkerSwitch } from './walker-switch';

/** One question for all: how, to what, within how long, and what the others are held against. */
export function ComparisonControls() {
  const words = messages.value;
  const { mode, category, cutoffMin } = lens.value;
  return (
    <section class="comparison-controls" aria-label={words.modeLabel}>
      <Segments
        legend={words.modeLabel}
        hideLegend
        value={mode}
        options={MODES.map((each) => [each, words.modes[each]])}
        onChoose={(chosen) => changeLens({ mode: chosen })}
      />
      {mode !== 'bike' && <WalkerSwitch />}
      {mode === 'transit' && <TravelSwitch />}
      <SelectField
        label={words.categoryLabel}
        value={category as Category}
        options={CATEGORIES.map((each) => [each, words.categories[each]])}
        onChoose={(chosen) => changeLens({ category: chosen })}
      />
      <SelectField
        label={words.cutoffLabel}
        value={String(cutoffMin)}
        options={travel.value.cutoffsMin.map((each) => [String(each), words.cutoff(String(each))])}
        onChoose={(chosen) => changeLens({ cutoffMin: Number(chosen) })}
      />
      <SelectField
        label={words.comparison.reference}
        value={reference.value}
        options={columns.value.map((column) => [column.id, columnName(column)])}
        onChoose={chooseReference}
      />
      <Segments
        legend={words.comparison.mapsTell}
        value={mapsTell.value}
        options={[
          ['change', words.comparison.tellChange],
          ['after', words.comparison.tellTime],
        ]}
        onChoose={(chosen) => {
          mapsTell.value = chosen;
        }}
      />
    </section>
  );
}
