const NONE = new Set(['none', '']);

/** Every path of a drawing, with the style it has on the page. */
export function paintSvg(
  context: CanvasRenderingContext2D,
  svg: SVGSVGElement,
  scale: number,
): void {
  for (const path of svg.querySelectorAll('path')) {
    // Paths of patterns are painted where the pattern is used.
    if (path.closest('defs') === null) paintPath(context, path, scale);
  }
}

export function paintPath(
  context: CanvasRenderingContext2D,
  path: SVGPathElement,
  scale: number,
): void {
  const style = getComputedStyle(path);
  if (style.display === 'none' || style.visibility === 'hidden') return;
  const shape = new Path2D(path.getAttribute('d') ?? '');
  // A pane that is drawn faintly makes all in it faint.
  const opacity = context.globalAlpha * Number(style.opacity);
  context.save();
  if (!NONE.has(style.transform)) {
    const { a, b, c, d, e, f } = new DOMMatrix(style.transform);
    context.transform(a, b, c, d, e, f);
  }
  const blurred = /blur\(([\d.]+)px\)/.exec(style.filter);
  // A filter is measured in pixels of the picture, whatever the scale.
  if (blurred !== null) context.filter = `blur(${Number(blurred[1]) * scale}px)`;
  if (!NONE.has(style.fill)) {
    context.globalAlpha = opacity * Number(style.fillOpacity);
    context.fillStyle = paintOf(context, path, style.fill, scale);
    context.fill(shape, style.fillRule as CanvasFillRule);
  }
  if (!NONE.has(style.stroke)) {
    context.globalAlpha = opacity * Number(style.strokeOpacity);
    context.strokeStyle = style.stroke;
    strokeAs(context, style);
    context.stroke(shape);
  }
  context.restore();
}

function strokeAs(context: CanvasRenderingContext2D, style: CSSStyleDeclaration): void {
  context.lineWidth = Number.parseFloat(style.strokeWidth);
  context.lineCap = style.strokeLinecap as CanvasLineCap;
  context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
  const dashes = style.strokeDasharray.match(/[\d.]+/g)?.map(Number) ?? [];
  context.setLineDash(dashes);
  context.lineDashOffset = Number.parseFloat(style.strokeDashoffset) || 0;
}

/** A colour, or the pattern of the drawing that a fill names. */
function paintOf(
  context: CanvasRenderingContext2D,
  path: SVGPathElement,
  fill: string,
  scale: number,
): string | CanvasPattern {
  const named = /url\("?#([^")]+)"?\)/.exec(fill)?.[1];
  const pattern = named === undefined ? null : path.ownerDocument.getElementById(named);
  if (!(pattern instanceof SVGPatternElement)) return fill;
  return patternOf(context, pattern, scale) ?? 'transparent';
}

/** A pattern of a rectangle and lines, as fine as the picture. */
function patternOf(
  context: CanvasRenderingContext2D,
  pattern: SVGPatternElement,
  scale: number,
): CanvasPattern | null {
  const tile = document.createElement('canvas');
  const width = pattern.width.baseVal.value;
  const height = pattern.height.baseVal.value;
  tile.width = Math.round(width * scale);
  tile.height = Math.round(height * scale);
  const inside = tile.getContext('2d');
  if (inside === null) return null;
  inside.scale(tile.width / width, tile.height / height);
  for (const part of pattern.children) paintPart(inside, part);
  const made = context.createPattern(tile, 'repeat');
  const turned = pattern.patternTransform.baseVal.consolidate()?.matrix ?? new DOMMatrix();
  const { a, b, c, d, e, f } = turned;
  made?.setTransform(
    new DOMMatrix([a, b, c, d, e, f]).scale(width / tile.width, height / tile.height),
  );
  return made;
}

function paintPart(context: CanvasRenderingContext2D, part: Element): void {
  const style = getComputedStyle(part);
  if (part instanceof SVGRectElement) {
    context.globalAlpha = Number(style.fillOpacity);
    context.fillStyle = style.fill;
    const { x, y, width, height } = part;
    context.fillRect(x.baseVal.value, y.baseVal.value, width.baseVal.value, height.baseVal.value);
  } else if (part instanceof SVGLineElement) {
    context.globalAlpha = Number(style.strokeOpacity);
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.beginPath();
    context.moveTo(part.x1.baseVal.value, part.y1.baseVal.value);
    context.lineTo(part.x2.baseVal.value, part.y2.baseVal.value);
    context.stroke();
  }
}
