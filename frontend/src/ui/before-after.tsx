import { type IndicatorRow, outcomeOf } from '../core/indicator-row';
import { formatChange, formatUnknown, formatValue } from '../i18n/format';
import { messages } from '../i18n/language';

/** The number itself: before → after, and by how much. */
export function BeforeAfter({ row }: { row: IndicatorRow }) {
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
        <small class="quiet">{words.cards.unknownFor(formatUnknown(known, words))}</small>
      )}
    </p>
  );
}
