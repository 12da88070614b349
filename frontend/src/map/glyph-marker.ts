import * as L from 'leaflet';

export interface GlyphStyle {
  readonly disc: string;
  readonly ink: string;
  readonly edge: string;
  readonly path: Path2D;
  /** Below this radius only the disc is drawn. */
  readonly smallestWithGlyph: number;
}

interface CanvasInside {
  readonly _ctx: CanvasRenderingContext2D;
  readonly _drawing: boolean;
}

interface CircleInside {
  readonly _renderer: CanvasInside;
  readonly _point: L.Point;
  readonly _radius: number;
  _empty(): boolean;
}

/**
 * A circle with an icon in it, drawn on the pane's canvas.
 *
 * Leaflet lets a path draw itself through `_updatePath`; hundreds of icons as elements of the page
 * would make every pan slow.
 */
export class GlyphMarker extends L.CircleMarker {
  readonly #glyph: GlyphStyle;

  constructor(place: L.LatLngExpression, options: L.CircleMarkerOptions, glyph: GlyphStyle) {
    super(place, options);
    this.#glyph = glyph;
  }

  protected _updatePath(): void {
    const inside = this as unknown as CircleInside;
    const { _ctx: context, _drawing: drawing } = inside._renderer;
    if (!drawing || inside._empty()) return;
    const { x, y } = inside._point;
    const radius = inside._radius;
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fillStyle = this.#glyph.disc;
    context.fill();
    context.lineWidth = 1;
    context.strokeStyle = this.#glyph.edge;
    context.stroke();
    if (radius < this.#glyph.smallestWithGlyph) return;
    const scale = (radius * 1.2) / 24;
    context.save();
    context.translate(x - 12 * scale, y - 12 * scale);
    context.scale(scale, scale);
    context.lineWidth = 2.2;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    context.strokeStyle = this.#glyph.ink;
    context.stroke(this.#glyph.path);
    context.restore();
  }
}
