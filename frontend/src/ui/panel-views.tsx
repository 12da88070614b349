import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { openCount } from '../session/comments';
import { PANEL_VIEWS, type PanelView, panelView, showView } from '../session/panel-view';
import { interventions } from '../session/workspace';

export const PANEL_CONTENT = 'panel-content';

const STEPS: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** What the panel shows: the answers, what is drawn (on a phone), the talk, or earlier versions. */
export function PanelViews() {
  const words = messages.value.views;
  return (
    <div class="panel-views" role="tablist" aria-label={words.label}>
      {PANEL_VIEWS.map((view) => (
        <ViewTab key={view} view={view} count={countOf(view)} />
      ))}
    </div>
  );
}

function countOf(view: PanelView): number {
  if (view === 'comments') return openCount.value;
  return view === 'drawn' ? interventions.value.length : 0;
}

function ViewTab({ view, count }: { view: PanelView; count: number }) {
  const words = messages.value;
  const name = words.views[view];
  const chosen = panelView.value === view;
  const shown = formatNumber(count, words);
  return (
    <button
      type="button"
      role="tab"
      class="panel-view"
      data-view={view}
      aria-selected={chosen}
      aria-controls={PANEL_CONTENT}
      tabIndex={chosen ? 0 : -1}
      onClick={() => showView(view)}
      onKeyDown={moveAlong}
    >
      {name} {count > 0 && <span class="view-count">{shown}</span>}
    </button>
  );
}

/** Arrow keys go along the tabs that can be seen. */
function moveAlong(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = STEPS[event.key];
  if (step === undefined) return;
  const siblings = event.currentTarget.parentElement?.querySelectorAll<HTMLElement>('[role=tab]');
  const seen = [...(siblings ?? [])].filter((tab) => tab.offsetParent !== null);
  const next = seen.at((seen.indexOf(event.currentTarget) + step) % seen.length);
  const view = PANEL_VIEWS.find((each) => each === next?.dataset.view);
  if (view === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  panelView.value = view;
  next?.focus();
}
