export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Side = 'right' | 'left' | 'below' | 'above' | 'inside';

export interface CalloutPlace {
  readonly left: number;
  readonly top: number;
  readonly side: Side;
}

const GAP_PX = 16;
const EDGE_PX = 12;

/**
 * Where a callout stands beside what it points at.
 *
 * The first side with room is taken, in the order right, left, below, above; along the other axis
 * it is centred on the target and drawn back into the window. A target that leaves no room at any
 * side (the map) takes it inside, in its lower right corner.
 */
export function placeCallout(target: Box, callout: Size, window: Size): CalloutPlace {
  const right = target.left + target.width;
  const bottom = target.top + target.height;
  const fits: readonly (readonly [Side, boolean])[] = [
    ['right', right + GAP_PX + callout.width + EDGE_PX <= window.width],
    ['left', target.left - GAP_PX - callout.width >= EDGE_PX],
    ['below', bottom + GAP_PX + callout.height + EDGE_PX <= window.height],
    ['above', target.top - GAP_PX - callout.height >= EDGE_PX],
  ];
  const side = fits.find(([, enough]) => enough)?.[0] ?? 'inside';
  const beside = {
    left: target.left + (target.width - callout.width) / 2,
    top: target.top + (target.height - callout.height) / 2,
  };
  const wanted = {
    right: { ...beside, left: right + GAP_PX },
    left: { ...beside, left: target.left - GAP_PX - callout.width },
    below: { ...beside, top: bottom + GAP_PX },
    above: { ...beside, top: target.top - GAP_PX - callout.height },
    inside: {
      left: right - callout.width - 4 * GAP_PX,
      top: bottom - callout.height - GAP_PX,
    },
  }[side];
  return {
    left: within(wanted.left, window.width - callout.width),
    top: within(wanted.top, window.height - callout.height),
    side,
  };
}

function within(wanted: number, room: number): number {
  return Math.max(EDGE_PX, Math.min(wanted, room - EDGE_PX));
}
