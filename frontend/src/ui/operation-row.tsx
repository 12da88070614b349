import { useId, useState } from 'preact/hooks';
import { spoken } from '../session/drawing';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

export interface RowOperation {
  readonly id: string;
  readonly icon: IconName;
  readonly short: string;
  readonly name: string;
  readonly help: string;
  readonly hotkey: string;
  readonly pressed?: boolean | undefined;
  /** Why it cannot be done now; null when it can. */
  readonly blocked: string | null;
  readonly run: () => void;
  /** The map takes the keys afterwards: what comes next is done there, or the button is gone. */
  readonly leadsToMap: boolean;
}

interface OperationRowProps {
  readonly label: string;
  readonly operations: readonly RowOperation[];
}

/** What can be done, side by side: a picture and a word each, and why not where it cannot. */
export function OperationRow({ label, operations }: OperationRowProps) {
  const [refused, setRefused] = useState<string | null>(null);
  const reason = operations.find(({ id }) => id === refused)?.blocked ?? null;
  if (operations.length === 0) return null;
  return (
    <fieldset class="operations">
      <legend class="sr-only">{label}</legend>
      {operations.map((operation) => (
        <OperationButton
          key={operation.id}
          operation={operation}
          onRun={() => {
            setRefused(operation.blocked === null ? null : operation.id);
            if (operation.blocked !== null) {
              spoken.value = operation.blocked;
              return;
            }
            operation.run();
            if (operation.leadsToMap) {
              document.getElementById('map')?.focus({ preventScroll: true });
            }
          }}
        />
      ))}
      {reason !== null && <p class="operation-reason">{reason}</p>}
    </fieldset>
  );
}

/** Room for a tip on the screen. */
const TIP_WIDTH_PX = 230;

function OperationButton({ operation, onRun }: { operation: RowOperation; onRun: () => void }) {
  const { id, icon, short, name, help, hotkey, pressed, blocked } = operation;
  const described = useId();
  const [tip, setTip] = useState<{ left: number; top: number } | null>(null);
  const show = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    setTip({ left: Math.min(left, innerWidth - TIP_WIDTH_PX), top: bottom + 5 });
  };
  const hide = () => setTip(null);
  return (
    <>
      <button
        type="button"
        class={`operation${id === 'delete' ? ' is-danger' : ''}`}
        data-operation={id}
        aria-label={name}
        aria-describedby={described}
        aria-disabled={blocked !== null}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={onRun}
        onFocus={(event) => event.currentTarget.matches(':focus-visible') && show(event)}
        onBlur={hide}
        onPointerEnter={(event) => event.pointerType !== 'touch' && show(event)}
        onPointerLeave={hide}
      >
        <Icon name={icon} size={18} />
        <span>{short}</span>
      </button>
      {/* Over the card, whose edge would cut it off. */}
      {tip !== null && (
        <span
          class="operation-tip"
          aria-hidden="true"
          style={{ left: `${tip.left}px`, top: `${tip.top}px` }}
        >
          <strong>{name}</strong>
          <kbd>{hotkey}</kbd>
          <small>{blocked ?? help}</small>
        </span>
      )}
      <span class="sr-only" id={described}>
        {blocked ?? help}
      </span>
    </>
  );
}
