import { computed, effect } from '@preact/signals';
import * as L from 'leaflet';
import { messages } from '../i18n/language';
import { pickSentence } from '../i18n/pick-words';
import { buildings } from '../session/buildings';
import { cutting, cutVerdict } from '../session/cutting';
import { tool } from '../session/drawing';
import { isPicking, pointedAt, repeated } from '../session/picking';
import { inspected } from '../session/things';
import { latLng } from './lat-lngs';
import type { MapView } from './map-view';
import { PickLayer } from './pick-layer';

/** What can be taken, the street that was asked about, and where a line would be cut. */
export function keepEditing(view: MapView): void {
  const picks = new PickLayer(view);
  effect(() => {
    const shown = isPicking.value && tool.value?.kind === 'demolition';
    picks.showBuildings(shown ? buildings.value : []);
  });
  const asked = computed(() =>
    inspected.value?.type === 'street' && tool.value === null ? inspected.value.stretch : null,
  );
  effect(() => {
    if (!isPicking.value) {
      picks.showPointed(null, '', false);
      picks.showAsked(asked.value);
      return;
    }
    const pick = pointedAt.value;
    const share = tool.value?.properties.share;
    const part = typeof share === 'number' ? share : 1;
    const text = pick === null ? '' : pickSentence(pick, messages.value, part);
    const again = repeated.value !== null;
    const note = again ? ` · ${messages.value.editing.pick.isTaken}` : '';
    picks.showPointed(pick, text + note, again);
  });
  keepCutMark(view);
}

/** Scissors' place on the line. */
function keepCutMark(view: MapView): void {
  const mark = L.circleMarker([0, 0], {
    renderer: view.renderer('joins'),
    radius: 8,
    className: 'cut-mark',
    interactive: false,
    pmIgnore: true,
  });
  effect(() => {
    const cut = cutting.value;
    view.map.getContainer().classList.toggle('is-cutting', cut !== null);
    if (cut === null) {
      mark.remove();
      return;
    }
    mark.setLatLng(latLng(cut.place)).addTo(view.map);
    mark.getElement()?.classList.toggle('is-blocked', cutVerdict.value?.blocked !== null);
  });
}
