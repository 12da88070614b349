import { columnKey } from '../core/street-values';
import type { Breaks } from '../core/value-classes';
import { formatChange, formatValue } from '../i18n/format';
import { messages } from '../i18n/language';
import { streetMode } from '../session/lens';
import {
  askStreets,
  chooseStreetColumn,
  chooseTell,
  type StreetPicture,
  streetPicture,
  streetState,
  streetTell,
  type Tell,
} from '../session/theme';
import { interventions } from '../session/workspace';
import { Segments, SelectField } from './fields';
import { LegendFacts } from './legend-facts';
import { measureName, moving, rowDetail } from './measure-words';

/** What the coloured streets mean: the indicator, how and within how long, and its classes. */
export function StreetsLegend() {
  const words = messages.value.theme;
  const picture = streetPicture.value;
  const state = streetState.value;
  return (
    <div class="streets-legend" data-testid="streets" data-state={state}>
      {(state === 'failed' || state === 'away') && (
        <p role="alert">
          {words.failed}{' '}
          <button type="button" class="link-button" onClick={() => void askStreets()}>
            {messages.value.status.retry}
          </button>
        </p>
      )}
      {picture === null ? (
        state === 'working' && <p class="is-late">{words.computing}</p>
      ) : (
        <Picture picture={picture} />
      )}
      <LegendFacts
        parts={
          picture === null
            ? [moving(streetMode.value)]
            : [rowDetail(picture.column)].filter((part) => part !== '')
        }
      />
    </div>
  );
}

function Picture({ picture }: { picture: StreetPicture }) {
  const words = messages.value.theme;
  const { column, columns } = picture;
  const tells: readonly Tell[] = ['before', 'after', 'change'];
  return (
    <>
      <p class="legend-title">{measureName(column.indicator)}</p>
      {columns.length > 1 && (
        <SelectField
          label={words.column}
          value={columnKey(column)}
          options={columns.map((each) => [columnKey(each), rowDetail(each)])}
          onChoose={(key) => {
            const chosen = columns.find((each) => columnKey(each) === key);
            if (chosen !== undefined) chooseStreetColumn(chosen);
          }}
        />
      )}
      {interventions.value.length > 0 && (
        <Segments
          legend={words.tell}
          hideLegend
          value={streetTell.value}
          options={tells.map((tell) => [tell, words.tells[tell]])}
          onChoose={chooseTell}
        />
      )}
      {streetTell.value === 'change' ? (
        <ChangeClasses picture={picture} />
      ) : (
        <Classes unit={column.unit} breaks={picture.breaks} />
      )}
    </>
  );
}

function Classes({ unit, breaks }: { unit: string; breaks: Breaks }) {
  const words = messages.value;
  const say = (value: number) => formatValue(value, unit, words);
  const last = breaks.at(-1);
  if (last === undefined) return <p class="quiet">{words.theme.none}</p>;
  const labels = [
    ...breaks.map((bound) => words.theme.upTo(say(bound))),
    words.theme.over(say(last)),
  ];
  return (
    <ul class="street-classes">
      {labels.map((label, step) => (
        <li key={label}>
          <i class={`street-key flow-key-${step}`} />
          {label}
        </li>
      ))}
    </ul>
  );
}

function ChangeClasses({ picture: { changes, column } }: { picture: StreetPicture }) {
  const words = messages.value;
  const { breaks } = changes;
  const last = breaks.at(-1);
  if (last === undefined) return <p class="quiet">{words.theme.nothing}</p>;
  const bounds = (sign: number) => {
    const say = (value: number) => formatChange(sign * value, column.unit, words);
    return [...breaks.map((bound) => words.theme.upTo(say(bound))), words.theme.over(say(last))];
  };
  return (
    <ul class="street-classes is-change">
      {bounds(1).map((label, step) => (
        <li key={label}>
          <i class={`street-key gain-key-${step + 1}`} />
          {label}
        </li>
      ))}
      {bounds(-1).map((label, step) => (
        <li key={label}>
          <i class={`street-key loss-key-${step + 1}`} />
          {label}
        </li>
      ))}
    </ul>
  );
}
