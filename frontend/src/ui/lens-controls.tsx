import { CATEGORIES, type Category } from '../core/kinds';
import { MODES } from '../core/modes';
import { messages } from '../i18n/language';
import { changeLens, lens, showingBefore } from '../session/lens';
import { travel } from '../session/travel';
import { Segments, SelectField } from './fields';
import { Icon } from './icon';
import { TravelSwitch } from './travel-switch';
import { WalkerSwitch } from './walker-switch';

/** How, to what, within how long: one question for cards, map and table. */
export function LensControls() {
  const words = messages.value;
  const { mode, category, cutoffMin } = lens.value;
  return (
    <section class="lens">
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
      <BeforeButton />
    </section>
  );
}

/** Press and hold, with the pointer or with space, to see the place as it is today. */
function BeforeButton() {
  const words = messages.value.before;
  const hold = (held: boolean) => () => {
    showingBefore.value = held;
  };
  return (
    <button
      type="button"
      class="button before-button"
      aria-pressed={showingBefore.value}
      onPointerDown={hold(true)}
      onPointerUp={hold(false)}
      onPointerLeave={hold(false)}
      onPointerCancel={hold(false)}
      onKeyDown={({ key }) => (key === ' ' || key === 'Enter') && hold(true)()}
      onKeyUp={hold(false)}
      onBlur={hold(false)}
      onContextMenu={(event) => event.preventDefault()}
    >
      <Icon name="before" size={16} /> {words.label} <kbd>{words.key}</kbd>
    </button>
  );
}
