import { computed, effect, signal, untracked } from '@preact/signals';
import { alongStreets } from '../core/modes';
import { type MapPlace, type PageAddress, readAddress, writeAddress } from '../core/page-address';
import { readSitePage } from '../core/site-page';
import { cutoffFor, readWhen, USUAL_WHEN } from '../core/travel';
import { compared, comparedPlace } from './comparing';
import { DEFAULT_LENS, lens } from './lens';
import { openProposal, startNew } from './opening';
import { areaId, areas, openArea } from './place';
import { outbox, savedCount } from './saving';
import { askedLens, beginShow, leaveShow, showing } from './showing';
import { sitePage } from './site-page';
import { keepKnownTopic, linkedReach, linkedTopic, takeTopic } from './topics';
import { chosenToStop, when } from './travel';
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
    const ours = compared.peek();
    const besideMap = readSitePage(location.hash) !== null || sitePage.peek() !== null;
    const isOurs =
      !besideMap &&
      sameView &&
      asked.area === areaId.peek() &&
      asked.compare?.join() === ours?.join() &&
      (ours !== null || asked.proposal === shareable.peek());
    if (isOurs) return;
    address.value = asked;
    void follow();
  });
  await follow();
  keepKnownTopic();
  // The service may have been away when the page was opened: the link still holds.
  effect(() => {
    const missed = areas.value !== null && areaId.peek() === null && address.peek().area !== null;
    if (missed && !unknownArea.peek()) untracked(() => void follow());
  });
  effect(() => {
    const { cutoffMin } = askedLens.value;
    const hash = writeAddress({
      area: areaId.value,
      proposal: compared.value === null ? shareable.value : null,
      compare: compared.value,
      mode: ifChosen(askedLens.value.mode, DEFAULT_LENS.mode),
      category: ifChosen(askedLens.value.category, DEFAULT_LENS.category),
      cutoffMin: cutoffMin === DEFAULT_LENS.cutoffMin ? null : cutoffMin,
      when: askedLens.value.mode === 'transit' ? ifChosen(when.value, USUAL_WHEN) : null,
      toStop: askedLens.value.mode === 'transit' ? ifChosen(chosenToStop.value, 'walk') : null,
      walker: walkerId.value,
      layer: linkedTopic.value,
      reach: linkedReach.value,
      at: shownPlace(),
      showStep: showing.value?.step ?? null,
    });
    if (areaId.value === null || hash === location.hash) return;
    const before = readAddress(location.hash);
    const comparing = compared.value !== null;
    const another =
      comparing !== (before.compare !== null) ||
      (!comparing && before.proposal !== null && before.proposal !== shareable.value);
    if (before.area !== null && (another || before.area !== areaId.value))
      window.history.pushState(null, '', hash);
    else window.history.replaceState(null, '', hash);
  });
}

/** Where the map of the view in force looks; a presentation moves it and puts it back. */
function shownPlace(): MapPlace | null {
  if (compared.value !== null) return comparedPlace.value;
  return showing.value === null ? mapPlace.value : showing.value.kept.at;
}

/** Go where the link says. */
async function follow(): Promise<void> {
  const {
    area,
    proposal: wanted,
    compare,
    mode,
    category,
    cutoffMin,
    when: hours,
    toStop: how,
    walker,
    layer,
    reach,
    at,
    showStep,
  } = address.peek();
  sitePage.value = area === null ? readSitePage(location.hash) : null;
  leaveShow();
  const known = areas.peek()?.features.some(({ id }) => id === area) ?? false;
  unknownArea.value = area !== null && areas.peek() !== null && !known;
  if (area === null || !known) {
    areaId.value = null;
    history.value = null;
    compared.value = null;
    return;
  }
  const moving = mode ?? lens.peek().mode;
  lens.value = {
    mode: moving,
    category: category ?? lens.peek().category,
    cutoffMin: cutoffFor(moving, cutoffMin ?? lens.peek().cutoffMin),
  };
  if (hours !== null) when.value = readWhen(hours);
  if (how !== null) chosenToStop.value = alongStreets(how);
  if (walker !== null) walkerId.value = walker;
  void openArea(area);
  // An area that is opened forgets the point of the one before: the link's comes after.
  takeTopic(layer, reach);
  if (showStep !== null) beginShow(at, showStep);
  compared.value = showStep === null ? compare : null;
  if (compared.value !== null) comparedPlace.value = at;
  // What is open stays open behind a comparison.
  if (compared.value !== null && proposal.peek()?.area === area) return;
  if (wanted === null) startNew(area);
  else if (proposal.peek()?.id !== wanted) await openProposal(wanted, area);
}

function ifChosen(value: string, usual: string): string | null {
  return value === usual ? null : value;
}
