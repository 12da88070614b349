const HALO_PX = 4;
/** Handles and crosshairs are for the hand, not for the picture. */
const HANDLES = '.marker-icon, .marker-icon-middle, .cursor-marker';

/** An icon or a name on the map: its box, the drawing in it, or its words. */
export function paintMarker(
  context: CanvasRenderingContext2D,
  element: HTMLElement,
  map: DOMRect,
): void {
  if (element.matches(HANDLES)) return;
  const style = getComputedStyle(element);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return;
  const box = element.getBoundingClientRect();
  context.save();
  context.globalAlpha *= Number(style.opacity);
  paintBox(context, style, box, map);
  for (const child of element.children) {
    if (child instanceof SVGSVGElement) paintIcon(context, child, map);
    else if (child instanceof HTMLElement) paintMarker(context, child, map);
  }
  if (element.childElementCount === 0) paintWords(context, element.textContent, style, box, map);
  context.restore();
}

function paintBox(
  context: CanvasRenderingContext2D,
  style: CSSStyleDeclaration,
  box: DOMRect,
  map: DOMRect,
): void {
  if (box.width === 0 || box.height === 0) return;
  const border = Number.parseFloat(style.borderTopWidth) || 0;
  const [x, y] = [box.left - map.left, box.top - map.top];
  const round = style.borderTopLeftRadius.endsWith('%')
    ? (Number.parseFloat(style.borderTopLeftRadius) / 100) * box.width
    : Number.parseFloat(style.borderTopLeftRadius) || 0;
  const outline = (inset: number) => {
    context.beginPath();
    context.roundRect(
      x + inset,
      y + inset,
      box.width - 2 * inset,
      box.height - 2 * inset,
      Math.max(0, round - inset),
    );
  };
  outline(0);
  context.fillStyle = style.backgroundColor;
  context.fill();
  if (border === 0 || style.borderTopStyle === 'none') return;
  outline(border / 2);
  context.setLineDash([]);
  context.lineWidth = border;
  context.strokeStyle = style.borderTopColor;
  context.stroke();
}

function paintIcon(context: CanvasRenderingContext2D, svg: SVGSVGElement, map: DOMRect): void {
  const box = svg.getBoundingClientRect();
  const { x, y, width, height } = svg.viewBox.baseVal;
  if (width === 0 || height === 0) return;
  context.save();
  context.translate(box.left - map.left, box.top - map.top);
  context.scale(box.width / width, box.height / height);
  context.translate(-x, -y);
  context.setLineDash([]);
  for (const shape of svg.querySelectorAll('path, circle')) {
    const style = getComputedStyle(shape);
    const outline = outlineOf(shape);
    context.fillStyle = style.fill;
    if (style.fill !== 'none') context.fill(outline);
    if (style.stroke === 'none') continue;
    context.strokeStyle = style.stroke;
    context.lineWidth = Number.parseFloat(style.strokeWidth);
    context.lineCap = style.strokeLinecap as CanvasLineCap;
    context.lineJoin = style.strokeLinejoin as CanvasLineJoin;
    context.stroke(outline);
  }
  context.restore();
}

function outlineOf(shape: Element): Path2D {
  if (!(shape instanceof SVGCircleElement)) return new Path2D(shape.getAttribute('d') ?? '');
  const circle = new Path2D();
  circle.arc(shape.cx.baseVal.value, shape.cy.baseVal.value, shape.r.baseVal.value, 0, 2 * Math.PI);
  return circle;
}

function paintWords(
  context: CanvasRenderingContext2D,
  words: string | null,
  style: CSSStyleDeclaration,
  box: DOMRect,
  map: DOMRect,
): void {
  if (words === null || words.trim() === '') return;
  context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  const x = box.left - map.left + box.width / 2;
  const y = box.top - map.top + box.height / 2;
  const halo = /rgba?\([^)]*\)|#[\da-f]+/i.exec(style.textShadow)?.[0];
  if (halo !== undefined) {
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.lineWidth = HALO_PX;
    context.strokeStyle = halo;
    context.strokeText(words, x, y);
  }
  context.fillStyle = style.color;
  context.fillText(words, x, y);
}
