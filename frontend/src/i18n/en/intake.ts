import type { intake as danish } from '../da/intake';
import { plural } from '../plural';

const changes = (n: number) => `${n} ${plural('en', n, 'change', 'changes')}`;
const shapes = (n: number) => `${n} ${plural('en', n, 'thing', 'things')}`;

/** What is said of files from elsewhere, and of what lies under the drawing. */
export const intake: typeof danish = {
  intake: {
    title: 'Files and underlays',
    close: 'Close files and underlays',
    choose: 'Choose a file',
    another: 'Choose another file',
    lead: 'A drawing (GeoJSON, GeoPackage or DXF) or a plan (PDF, PNG or JPEG). You can also drop the file anywhere on the page.',
    drop: 'Drop the file here',
    reading: (name: string) => `Reading ${name} …`,
    stop: 'Stop',
    away: 'The service does not answer, so the file cannot be read now.',
    retry: 'Try again',
    refused: (name: string) => `${name} cannot be read`,
    understood: (name: string, layers: number) =>
      `${name} is read: ${layers} ${plural('en', layers, 'layer', 'layers')}`,
    showAll: 'Show all of it',
    layer: (name: string) => `Use ${name} as`,
    count: (n: number, formatted: string, read: number) =>
      read === n ? formatted : `${read} of ${formatted}`,
    shapes: {
      Point: (n: number) => `${n} ${plural('en', n, 'point', 'points')}`,
      LineString: (n: number) => `${n} ${plural('en', n, 'line', 'lines')}`,
      Polygon: (n: number) => `${n} ${plural('en', n, 'surface', 'surfaces')}`,
    },
    uses: {
      own: 'Proposal: what the file itself says',
      underlay: 'Underlay: only to look at',
      nothing: 'Leave it out',
    },
    asKind: (kind: string) => `Proposal: ${kind}`,
    attributes: 'What the file says',
    noValues: 'nothing',
    notes: 'How it was read',
    faults: (n: number) => `${n} ${plural('en', n, 'fault', 'faults')} in the file`,
    moreFaults: (n: number) => `and ${n} more`,
    faultsHelp: 'The rest can be used. To have all of it, mend the file and choose it again.',
    showFault: 'Show the place',
    summary: (drawn: number, underlay: number) =>
      [
        drawn > 0 ? `${changes(drawn)} will be part of the proposal.` : '',
        underlay > 0 ? `${shapes(underlay)} will lie under the drawing.` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    unfit: (n: number) =>
      `${n} ${plural('en', n, 'does', 'do')} not fit what the layer is used as and ${plural('en', n, 'is', 'are')} left out.`,
    take: 'Put it in',
    leave: 'Cancel',
    taken: (drawn: number, underlay: number) =>
      [
        drawn > 0 ? `${changes(drawn)} put in. Undo takes them out again.` : '',
        underlay > 0 ? `${shapes(underlay)} now lie under the drawing.` : '',
      ]
        .filter((part) => part !== '')
        .join(' '),
    hindrances: {
      nothing: 'Choose what at least one layer is to be used as.',
      other: 'You are looking at the other version. First choose which one counts.',
      features: (limit: string) =>
        `A proposal can have ${limit} changes at most. Use some of the layers as underlay.`,
      vertices: (limit: string) =>
        `A proposal can have ${limit} vertices at most. Simplify the lines, or use them as underlay.`,
    },
    example: 'The example cannot be changed. The drawing goes into a new proposal.',
    noPage: {
      locked: 'The PDF is locked with a password. Save it without one and choose it again.',
      broken:
        'The PDF is broken and its page cannot be shown. Save it again, or save the page as an image (PNG or JPEG).',
      slow: 'The page is so intricate that it was not drawn within half a minute. Save it as an image (PNG or JPEG).',
    },
    planTooHeavy: (megabytes: string, limit: string) =>
      `The file takes ${megabytes} MB; at most ${limit} MB can be placed on the map. Save it smaller.`,
    imageTooLarge: (megapixels: string, limit: string) =>
      `The image has ${megapixels} million pixels; at most ${limit} million can be placed on the map. Save it smaller.`,
    imageBroken: 'The image is broken and cannot be shown. Save it again as PNG or JPEG.',

    underlays: 'Underlays',
    underlaysNone: 'Nothing lies under the drawing yet.',
    underlaysHere: 'Underlays are in this browser only and are not sent to the service.',
    unkept: 'The browser could not keep the underlay. It is gone when the page closes.',
    plan: 'Plan',
    lines: (n: number) => shapes(n),
    see: (name: string) => `Show ${name}`,
    opacity: (name: string) => `How clear ${name} is`,
    opacityShort: 'Clearness',
    adjust: (name: string) => `Adjust ${name}`,
    adjustShort: 'Adjust',
    adjusting: 'Drag the plan to move it. Drag a corner to turn and size it.',
    width: 'Width',
    turn: 'Turned',
    degrees: '°',
    lock: 'Lock it, so that it cannot be moved',
    back: 'Move back',
    zoomTo: 'Show on the map',
    fit: 'Fit with two points',
    fitStop: 'Stop',
    fitSteps: [
      'Click a place on the plan that you can find on the map.',
      'Click another place on the plan, far from the first.',
      'Click the map where the first place lies.',
      'Click the map where the second place lies.',
    ] as readonly string[],
    fitOnPlan: 'That was outside the plan. Click the plan itself.',
    fitTooNear: 'The two places were too near each other. Try again with places farther apart.',
    fitDone: 'The plan lies in place.',
    done: 'Done',
    remove: 'Remove',
    removeSure: (name: string) => `Remove ${name}?`,
    keep: 'Keep it',
    removed: (name: string) => `${name} is removed`,
    planPlaced: (name: string) => `${name} lies in the middle of the map`,
    pagePlaced: (name: string, pages: number) =>
      pages === 1
        ? `${name} lies in the middle of the map`
        : `Page 1 of ${pages} of ${name} lies in the middle of the map`,
    planBack: 'The plan lies where it was before',
    planMoved: 'The plan has moved',
    handles: [
      'Top left corner of the plan',
      'Top right corner of the plan',
      'Bottom right corner of the plan',
      'Bottom left corner of the plan',
    ] as readonly string[],
    handleWhole: 'The whole plan',
    handleKeys: 'Arrow keys move it 1 metre, with shift 10',
  },
};
