import { messages } from '../i18n/language';
import { compared, MOST_COMPARED, toggleCompared } from '../session/comparing';
import { type ListedProposal, listed, refreshList } from '../session/opening';
import { CheckField } from './fields';
import { Menu } from './menu';

/** Which proposals stand side by side. */
export function ComparisonChooser() {
  const words = messages.value.comparison;
  const chosen = compared.value ?? [];
  return (
    <Menu
      className="comparison-chooser"
      title={words.chooseTitle}
      onOpen={() => void refreshList()}
      label={<span class="bar-text">{words.choose(chosen.length)}</span>}
    >
      {() => <ProposalChecks />}
    </Menu>
  );
}

/** Every proposal of the area with a check, own ones first. */
export function ProposalChecks() {
  const words = messages.value;
  const full = (compared.value?.length ?? 0) >= MOST_COMPARED;
  const own = listed.value.filter(({ isExample }) => !isExample);
  const examples = listed.value.filter(({ isExample }) => isExample);
  return (
    <div class="proposal-checks">
      {full && <p class="quiet">{words.comparison.full}</p>}
      {listed.value.length === 0 && <p class="quiet">{words.comparison.listAway}</p>}
      <Checks title={words.proposals.own} rows={own} full={full} />
      <Checks title={words.proposals.examples} rows={examples} full={full} />
    </div>
  );
}

interface ChecksProps {
  readonly title: string;
  readonly rows: readonly ListedProposal[];
  readonly full: boolean;
}

function Checks({ title, rows, full }: ChecksProps) {
  if (rows.length === 0) return null;
  return (
    <fieldset>
      <legend>{title}</legend>
      {rows.map(({ id, name }) => {
        const checked = compared.value?.includes(id) ?? false;
        return (
          <CheckField
            key={id}
            label={name}
            checked={checked}
            disabled={full && !checked}
            onChange={() => toggleCompared(id)}
          />
        );
      })}
    </fieldset>
  );
}
