import { effect } from '@preact/signals';
import { intakeOpen, whenIdle } from '../session/intake-door';
import { groundInView } from '../session/place-taker';
import { underlays } from '../session/underlays';
import { freeGround } from './free-part';
import { position } from './lat-lngs';
import type { MapView } from './map-view';

/**
 * What draws underlays is fetched once there is one, or once a file may come;
 * when the page has nothing else to do it is fetched ahead, to be there when the service is away.
 */
export function keepUnderlaysWhenWanted(view: MapView): void {
  let begun = false;
  const fetched = () => import('./underlay-stage');
  whenIdle(() => void fetched().catch(() => undefined));
  groundInView.value = () => {
    const ground = freeGround(view.map);
    const middle = ground.getCenter();
    const widthM = view.map.distance(
      [middle.lat, ground.getWest()],
      [middle.lat, ground.getEast()],
    );
    return { middle: position(middle), widthM };
  };
  effect(() => {
    if (begun || !(intakeOpen.value || underlays.value.length > 0)) return;
    begun = true;
    fetched()
      .then(({ keepUnderlayStage }) => keepUnderlayStage(view))
      .catch(() => {
        begun = false;
      });
  });
}
