import type * as L from 'leaflet';
import { cornersOf, type Placement, type Size } from '../core/placement';
import type { PlanUnderlay } from '../core/underlay';

const TILE_PX = 256;

/** What Leaflet plans while it zooms. */
interface ZoomPlan {
  readonly zoom: number;
  readonly center: L.LatLng;
}

/** The part of Leaflet that its own image overlay uses too. */
interface ZoomingMap {
  _getNewPixelOrigin(center: L.LatLng, zoom: number): L.Point;
}

/** An image that lies turned and scaled on the map, exact at every zoom. */
export class PlanLayer {
  readonly image = document.createElement('img');
  readonly #map: L.Map;
  readonly #address: string;
  readonly #size: Size;
  #placement: Placement;

  constructor(map: L.Map, pane: HTMLElement, plan: PlanUnderlay) {
    this.#map = map;
    this.#size = { width: plan.width, height: plan.height };
    this.#placement = plan.placement;
    this.#address = URL.createObjectURL(plan.image);
    const { image } = this;
    image.className = 'plan leaflet-zoom-animated';
    image.alt = '';
    image.draggable = false;
    image.width = plan.width;
    image.height = plan.height;
    image.src = this.#address;
    pane.append(image);
    map.on('zoom viewreset', this.#lay);
    map.on('zoomanim', this.#layAhead);
    this.show(plan);
  }

  show({ placement, opacity, visible }: Pick<PlanUnderlay, 'placement' | 'opacity' | 'visible'>) {
    this.#placement = placement;
    this.image.style.opacity = String(opacity);
    this.image.style.display = visible ? '' : 'none';
    this.#lay();
  }

  remove(): void {
    this.#map.off('zoom viewreset', this.#lay);
    this.#map.off('zoomanim', this.#layAhead);
    this.image.remove();
    URL.revokeObjectURL(this.#address);
  }

  readonly #lay = (): void => {
    this.#layFor(this.#map.getZoom(), this.#map.getPixelOrigin());
  };

  readonly #layAhead = ({ zoom, center }: ZoomPlan): void => {
    const map = this.#map as unknown as ZoomingMap;
    this.#layFor(zoom, map._getNewPixelOrigin(center, zoom));
  };

  /** Pixels are not rounded here: a turned edge would jump. */
  #layFor(zoom: number, origin: L.Point): void {
    const world = TILE_PX * 2 ** zoom;
    const { scale, turn } = this.#placement;
    const [topLeft] = cornersOf(this.#placement, this.#size);
    if (topLeft === undefined) return;
    const [a, b] = [Math.cos(turn) * scale * world, Math.sin(turn) * scale * world];
    const [x, y] = [topLeft.x * world - origin.x, topLeft.y * world - origin.y];
    this.image.style.transform = `matrix(${a}, ${b}, ${-b}, ${a}, ${x}, ${y})`;
  }
}
