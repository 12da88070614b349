import { computed, effect } from '@preact/signals';
import { messages } from '../i18n/language';
import { about, placing } from '../session/comment-writing';
import { chosenComment, pins } from '../session/comments';
import { ghosts } from '../session/looking';
import { showView } from '../session/panel-view';
import { pointedAt } from '../session/pointing';
import { GhostLayer } from './ghost-layer';
import { latLng } from './lat-lngs';
import type { MapView } from './map-view';
import { PinLayer } from './pin-layer';

/** What people say about places, and what another version has, on the map. */
export function keepTalk(view: MapView): void {
  const layer = new PinLayer(view, (id) => {
    chosenComment.value = id;
    showView('comments');
  });
  effect(() => {
    const words = messages.value.comments;
    layer.show(pins.value, chosenComment.value, ({ number, author }) =>
      number === null ? words.waitingPin : words.pin(String(number), author),
    );
  });
  effect(() => layer.showNew(about.value.place));
  const ghostLayer = new GhostLayer(view);
  effect(() => ghostLayer.show(ghosts.value));
  const isPlacing = computed(() => placing.value);
  effect(() => {
    const { classList } = view.map.getContainer();
    classList.toggle('is-placing', isPlacing.value);
    if (isPlacing.value) view.map.getContainer().focus({ preventScroll: true });
  });
  keepInView(view);
}

/** Bring a place that was asked for from the panel into the middle of what can be seen. */
function keepInView(view: MapView): void {
  effect(() => {
    const place = pointedAt.value;
    if (place !== null) view.map.panTo(latLng(place), { animate: false });
  });
}
