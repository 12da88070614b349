import { computed, effect, signal } from '@preact/signals';
import { type MapPlace, type PageAddress, readAddress, writeAddress } from '../core/page-address';
import { DEFAULT_LENS, lens } from './lens';
import { openProposal, startNew } from './opening';
import { areaId, areas, openArea } from './place';
import { outbox, savedCount } from './saving';
import { askedLens, beginShow, leaveShow, showing } from './showing';
import { trialId } from './trial';
import { walkerId } from './walker';
import { history, proposal } from './workspace';

/** What the link asked for when the page was opened or the person went back. */
export const address = signal<PageAddress>(readAddress(location.hash));
export const mapPlace = signal<MapPlace | null>(null);
export const unknownArea = signal(false);

/** A proposal belongs in the link once there is something to come back to. */
const shareable = computed(() => {
  savedCount.value;
  const open = proposal.value;
  const known =
    open !== null &&
    open.id !== trialId.value &&
    (open.interventions.length > 0 ||
      (history.value?.past.length ?? 0) > 0 ||
      address.value.proposal === open.id ||
      outbox.get(open.id) !== null);
  return known ? open.id : null;
});

export function goToArea(id: string): void {
  history.value = null;
  mapPlace.value = null;
  address.value = readAddress(`#/${encodeURIComponent(id)}`);
  void follow();
}

export function goToProposal(id: string): Promise<void> {
  const area = areaId.peek();
  return area === null ? Promise.resolve() : openProposal(id, area);
}

/** Keep the link and the page in step, both ways. */
export async function keepAddress(): Promise<void> {
  window.addEventListener('hashchange', () => {
    const asked = readAddress(location.hash);
    const sameView = (asked.showStep !== null) === (showing.peek() !== null);
    const isOurs = sameView && asked.area === areaId.peek() && asked.proposal === shareable.peek();
    if (isOurs) return;
    address.value = asked;
    void follow();
  });
  await follow();
  effect(() => {
    const { cutoffMin } = askedLens.value;
    const hash = writeAddress({
      area: areaId.value,
      proposal: shareable.value,
      mode: ifChosen(askedLens.value.mode, DEFAULT_LENS.mode),
      category: ifChosen(askedLens.value.category, DEFAULT_LENS.category),
      cutoffMin: cutoffMin === DEFAULT_LENS.cutoffMin ? null : cutoffMin,
      walker: walkerId.value,
      at: showing.value === null ? mapPlace.value : showing.value.kept.at,
      showStep: showing.value?.step ?? null,
    });
    if (areaId.value === null || hash === location.hash) return;
    const before = readAddress(location.hash);
    const another = before.proposal !== null && before.proposal !== shareable.value;
    if (before.area !== null && (another || before.area !== areaId.value))
      window.history.pushState(null, '', hash);
    else window.history.replaceState(null, '', hash);
  });
}

/** Go where the link says. */
async function follow(): Promise<void> {
  const {
    area,
    proposal: wanted,
    mode,
    category,
    cutoffMin,
    walker,
    at,
    showStep,
  } = address.peek();
  leaveShow();
  const known = areas.peek()?.features.some(({ id }) => id === area) ?? false;
  unknownArea.value = area !== null && areas.peek() !== null && !known;
  if (area === null || !known) {
    areaId.value = null;
    history.value = null;
    return;
  }
  lens.value = {
    mode: mode ?? lens.peek().mode,
    category: category ?? lens.peek().category,
    cutoffMin: cutoffMin ?? lens.peek().cutoffMin,
  };
  if (walker !== null) walkerId.value = walker;
  void openArea(area);
  if (showStep !== null) beginShow(at, showStep);
  if (wanted === null) startNew(area);
  else if (proposal.peek()?.id !== wanted) await openProposal(wanted, area);
}

function ifChosen(value: string, usual: string): string | null {
  return value === usual ? null : value;
}
