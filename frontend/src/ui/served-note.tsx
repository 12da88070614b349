import type { Catchment } from '../api/map-details';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { lens } from '../session/lens';
import { SERVED, served, servedShown } from '../session/served';
import { chooseTheme } from '../session/theme';
import { FollowedTrouble } from './legend-facts';
import { moving } from './measure-words';

type Side = Catchment['proposal'];
type Group = 'inside' | 'outside';

/** On a place's card: how many have it within some times, and as their nearest, before and after. */
export function ServedNote() {
  const words = messages.value;
  const { served: say } = words.mapLayers;
  const told = served.told.value;
  if (told === null) return <FollowedTrouble of={served} />;
  const { catchment } = told;
  return (
    <section class="served-note" data-testid="served-note">
      <table class="small-table">
        <caption>{say.caption(moving(catchment.mode))}</caption>
        <thead>
          <tr>
            <th scope="col">{say.within}</th>
            <th scope="col">{say.inside}</th>
            <th scope="col">{say.outside}</th>
          </tr>
        </thead>
        <tbody>
          {catchment.cutoffs_min.map((minutes, row) => (
            <tr key={minutes} class={minutes === lens.value.cutoffMin ? 'is-chosen' : ''}>
              <th scope="row">{words.cutoff(String(minutes))}</th>
              <Cells of={catchment} read={(side, group) => side?.within[row]?.[group] ?? 0} />
            </tr>
          ))}
          <tr>
            <th scope="row">{say.nearest}</th>
            <Cells of={catchment} read={(side, group) => side?.nearest[group] ?? 0} />
          </tr>
        </tbody>
      </table>
      {catchment.baseline === null && <p class="quiet">{say.notYet}</p>}
      {catchment.proposal === null && <p class="quiet">{say.gone}</p>}
      {servedShown.value === null && (
        <button type="button" class="button" onClick={() => chooseTheme(SERVED)}>
          {say.show}
        </button>
      )}
    </section>
  );
}

interface CellsProps {
  readonly of: Catchment;
  readonly read: (side: Side, group: Group) => number;
}

function Cells({ of: { baseline, proposal }, read }: CellsProps) {
  const words = messages.value;
  const say = (people: number) => formatNumber(Math.round(people), words);
  return (
    <>
      {(['inside', 'outside'] as const).map((group) => {
        const before = Math.round(read(baseline, group));
        const after = Math.round(read(proposal, group));
        if (before === after) return <td key={group}>{say(after)}</td>;
        return (
          <td key={group} class={after > before ? 'is-gain' : 'is-loss'}>
            {words.mapLayers.served.change(say(before), say(after))}
          </td>
        );
      })}
    </>
  );
}
