import { KIND_DEFINITIONS } from '../core/kinds';
import { messages } from '../i18n/language';
import { chooseTool } from '../modes/draw-mode';
import { tool } from '../session/drawing';
import { toolsOpen } from '../session/panel-view';
import { canStepBack, canStepOn, stepBack, stepOn } from '../session/stepping';
import { locked, phaseLook } from '../session/workspace';
import { Icon } from './icon';
import type { IconName } from './icon-paths';

interface ToolbarProps {
  /** The map takes the keys once a tool is in hand. */
  readonly focusMap: () => void;
}

export function Toolbar({ focusMap }: ToolbarProps) {
  const words = messages.value.tools;
  const active = tool.value?.kind ?? null;
  const blocked = locked.value
    ? phaseLook.value === null
      ? words.readOnly
      : words.onlyPart
    : null;
  return (
    <div
      class={`toolbar${toolsOpen.value ? ' is-open' : ''}`}
      role="toolbar"
      aria-label={words.label}
      aria-orientation="vertical"
    >
      <ToolButton
        icon="select"
        name={words.select.name}
        help={words.select.help}
        hotkey="V"
        pressed={active === null}
        blocked={null}
        onClick={() => {
          chooseTool(null);
          focusMap();
        }}
      />
      {KIND_DEFINITIONS.map(({ kind, key }) => (
        <ToolButton
          key={kind}
          icon={kind}
          name={words[kind].name}
          help={words[kind].help}
          hotkey={key}
          pressed={active === kind}
          blocked={blocked}
          onClick={() => {
            chooseTool(active === kind ? null : kind);
            focusMap();
          }}
        />
      ))}
      <hr />
      <ToolButton
        icon="undo"
        name={words.undo}
        hotkey="Ctrl Z"
        blocked={canStepBack.value ? null : ''}
        onClick={stepBack}
      />
      <ToolButton
        icon="redo"
        name={words.redo}
        hotkey="Ctrl ⇧ Z"
        blocked={canStepOn.value ? null : ''}
        onClick={stepOn}
      />
    </div>
  );
}

interface ToolButtonProps {
  readonly icon: IconName;
  readonly name: string;
  readonly help?: string;
  readonly hotkey: string;
  readonly pressed?: boolean;
  /** Why it cannot be used now; null when it can. */
  readonly blocked: string | null;
  readonly onClick: () => void;
}

function ToolButton({ icon, name, help, hotkey, pressed, blocked, onClick }: ToolButtonProps) {
  return (
    <button
      type="button"
      class="tool"
      data-tool={icon}
      aria-label={name}
      aria-disabled={blocked !== null}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      onClick={() => {
        if (blocked === null) onClick();
      }}
    >
      <Icon name={icon} size={21} />
      <span class="tool-tip" aria-hidden="true">
        <strong>{name}</strong>
        <kbd>{hotkey}</kbd>
        {(blocked || help) && <small>{blocked || help}</small>}
      </span>
    </button>
  );
}
