import * as L from 'leaflet';
import { paintMarker } from './paint-marker';
import { paintSvg } from './paint-svg';

interface CanvasInside {
  _container: HTMLCanvasElement;
  _ctx: CanvasRenderingContext2D;
  _redrawBounds: L.Bounds | null;
  _draw(): void;
}

/** What lies over the map for the hand only, or comes from elsewhere and may not be copied. */
const LEFT_OUT = new Set(['tiles', 'tilePane', 'handles', 'issues', 'tooltipPane', 'popupPane']);

/**
 * The map as it stands, painted anew at any scale.
 *
 * Leaflet's canvases are told to draw themselves once more onto this one, so that a picture twice
 * as fine is not the screen blown up; what Leaflet draws as SVG and as elements of the page is
 * painted from its computed style, pane by pane from the ground up.
 */
export function paintMap(map: L.Map, scale: number): HTMLCanvasElement {
  // What was drawn for another size of the window is drawn for this one first.
  map.invalidateSize({ pan: false });
  const size = map.getSize();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(size.x * scale);
  canvas.height = Math.round(size.y * scale);
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('this browser has no canvas to paint on');
  context.fillStyle = getComputedStyle(map.getContainer()).backgroundColor;
  context.fillRect(0, 0, canvas.width, canvas.height);
  for (const pane of panesFromTheGround(map)) paintPane(context, map, pane, scale);
  return canvas;
}

function panesFromTheGround(map: L.Map): readonly HTMLElement[] {
  return Object.entries(map.getPanes())
    .filter(([name, pane]) => name !== 'mapPane' && !LEFT_OUT.has(name) && pane !== undefined)
    .map(([, pane]) => ({ pane, depth: Number(getComputedStyle(pane).zIndex) || 0 }))
    .toSorted((a, b) => a.depth - b.depth)
    .map(({ pane }) => pane);
}

function paintPane(
  context: CanvasRenderingContext2D,
  map: L.Map,
  pane: HTMLElement,
  scale: number,
): void {
  const style = getComputedStyle(pane);
  if (style.display === 'none') return;
  const origin = map.containerPointToLayerPoint([0, 0]);
  context.save();
  context.setTransform(scale, 0, 0, scale, -origin.x * scale, -origin.y * scale);
  context.globalAlpha = Number(style.opacity);
  clipAs(context, pane);
  for (const child of pane.children) {
    if (child instanceof HTMLCanvasElement) paintCanvas(context, map, child);
    else if (child instanceof SVGSVGElement) paintSvg(context, child, scale);
    else if (child instanceof HTMLImageElement) paintImage(context, child);
    else if (child instanceof HTMLElement) {
      context.save();
      context.setTransform(scale, 0, 0, scale, 0, 0);
      paintMarker(context, child, map.getContainer().getBoundingClientRect());
      context.restore();
    }
  }
  context.restore();
}

/** An image that lies turned and scaled in its pane, from its upper left corner. */
function paintImage(context: CanvasRenderingContext2D, image: HTMLImageElement): void {
  const style = getComputedStyle(image);
  if (!image.complete || image.naturalWidth === 0 || style.display === 'none') return;
  const { a, b, c, d, e, f } = new DOMMatrix(style.transform);
  context.save();
  context.globalAlpha *= Number(style.opacity);
  context.transform(a, b, c, d, e, f);
  context.drawImage(image, 0, 0, image.width, image.height);
  context.restore();
}

/** A pane that is cut on screen is cut here: its strip is written corner by corner, in pixels. */
function clipAs(context: CanvasRenderingContext2D, pane: HTMLElement): void {
  const numbers = pane.style.clipPath.match(/-?[\d.]+(?=px)/g)?.map(Number) ?? [];
  if (numbers.length < 6) return;
  context.beginPath();
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    context.lineTo(numbers[index] ?? 0, numbers[index + 1] ?? 0);
  }
  context.closePath();
  context.clip();
}

function paintCanvas(
  context: CanvasRenderingContext2D,
  map: L.Map,
  shown: HTMLCanvasElement,
): void {
  let renderer: CanvasInside | null = null;
  map.eachLayer((layer) => {
    const inside = layer as unknown as CanvasInside;
    if (layer instanceof L.Canvas && inside._container === shown) renderer = inside;
  });
  if (renderer !== null) drawOnto(renderer, context);
}

function drawOnto(renderer: CanvasInside, context: CanvasRenderingContext2D): void {
  const { _ctx, _redrawBounds } = renderer;
  renderer._ctx = context;
  renderer._redrawBounds = null;
  try {
    renderer._draw();
  } finally {
    renderer._ctx = _ctx;
    renderer._redrawBounds = _redrawBounds;
  }
}
