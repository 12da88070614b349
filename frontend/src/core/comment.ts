import type { Position } from 'geojson';
import type { DrawnGeometry, Intervention } from './proposal';

/** Something said about a proposal. A reply has no number and no place of its own. */
export interface Comment {
  readonly id: string;
  readonly number: number | null;
  readonly replyTo: string | null;
  readonly author: string;
  readonly text: string;
  readonly place: Position | null;
  readonly feature: string | null;
  readonly resolved: boolean;
  /** Taken away by its writer; it stays as long as somebody has answered it. */
  readonly deleted: boolean;
  readonly version: number;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly replies: readonly Comment[];
}

/** Written here and not yet with the service; the token is what lets its writer change it. */
export interface WaitingComment {
  readonly id: string;
  readonly proposal: string;
  readonly replyTo: string | null;
  readonly author: string;
  readonly text: string;
  readonly place: Position | null;
  readonly feature: string | null;
  readonly token: string;
  readonly writtenAt: string;
  /** Why the service would not have it; null while it only waits. */
  readonly refused: string | null;
}

export type CommentFilter = 'open' | 'resolved' | 'all';

/** A comment as it is shown, wherever it is kept. */
export interface ShownComment {
  readonly comment: Comment;
  /** Null once the service has it. */
  readonly waiting: WaitingComment | null;
  readonly replies: readonly ShownComment[];
}

/** What the service has and what waits here, as one list of conversations. */
export function conversations(
  kept: readonly Comment[],
  waiting: readonly WaitingComment[],
): readonly ShownComment[] {
  const known = new Set(kept.flatMap(({ id, replies }) => [id, ...replies.map((r) => r.id)]));
  const left = waiting.filter(({ id }) => !known.has(id));
  const answers = (id: string) =>
    left.filter(({ replyTo }) => replyTo === id).map((each) => shownWaiting(each, []));
  const own = left.filter(({ replyTo }) => replyTo === null);
  return [
    ...kept.map((comment) => ({
      comment,
      waiting: null,
      replies: [...comment.replies.map(shownReply), ...answers(comment.id)],
    })),
    ...own.map((each) => shownWaiting(each, answers(each.id))),
  ];
}

function shownReply(comment: Comment): ShownComment {
  return { comment, waiting: null, replies: [] };
}

function shownWaiting(waiting: WaitingComment, replies: readonly ShownComment[]): ShownComment {
  const { id, replyTo, author, text, place, feature, writtenAt } = waiting;
  const comment: Comment = {
    id,
    number: null,
    replyTo,
    author,
    text,
    place,
    feature,
    resolved: false,
    deleted: false,
    version: 0,
    createdAt: writtenAt,
    editedAt: null,
    replies: [],
  };
  return { comment, waiting, replies };
}

export function filtered(
  shown: readonly ShownComment[],
  filter: CommentFilter,
): readonly ShownComment[] {
  if (filter === 'all') return shown;
  return shown.filter(({ comment }) => comment.resolved === (filter === 'resolved'));
}

/** Where a conversation stands on the map, and what its pin says. */
export interface Pin {
  readonly id: string;
  /** The number of the conversation; null while it waits to be sent. */
  readonly number: number | null;
  readonly place: Position;
  readonly resolved: boolean;
  readonly author: string;
}

/** Pins of conversations about a place or about something drawn; the rest have none. */
export function pinsOf(
  shown: readonly ShownComment[],
  drawn: readonly Intervention[],
): readonly Pin[] {
  const features = new Map(drawn.map((intervention) => [intervention.id, intervention]));
  return shown.flatMap(({ comment }) => {
    const place = placeOf(comment, features);
    if (place === null) return [];
    const { id, number, resolved, author } = comment;
    return [{ id, number, place, resolved, author }];
  });
}

/** A comment follows the thing it is about; when that is gone it stays where it was put. */
function placeOf(
  { place, feature }: Comment,
  features: ReadonlyMap<string, Intervention>,
): Position | null {
  const about = feature === null ? undefined : features.get(feature);
  return about === undefined ? place : anchorOf(about.geometry);
}

/** A place that stands for a whole drawing: its point, the middle of its line, of its corners. */
export function anchorOf(geometry: DrawnGeometry): Position {
  if (geometry.type === 'Point') return geometry.coordinates;
  if (geometry.type === 'LineString') return alongLine(geometry.coordinates);
  const corners = (geometry.coordinates[0] ?? []).slice(0, -1);
  const sum = corners.reduce<[number, number]>(
    ([x, y], [lon = 0, lat = 0]) => [x + lon, y + lat],
    [0, 0],
  );
  return [sum[0] / corners.length, sum[1] / corners.length];
}

/** Half way along a line, measured in degrees: good enough for where to put a pin. */
function alongLine(line: readonly Position[]): Position {
  const steps = line.slice(1).map((to, index) => stepLength(line[index] ?? to, to));
  let left = steps.reduce((sum, step) => sum + step, 0) / 2;
  for (const [index, step] of steps.entries()) {
    const [fromX = 0, fromY = 0] = line[index] ?? [];
    const [toX = 0, toY = 0] = line[index + 1] ?? [];
    if (step > 0 && left <= step) {
      const part = left / step;
      return [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part];
    }
    left -= step;
  }
  return line[0] ?? [0, 0];
}

function stepLength([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): number {
  return Math.hypot(x2 - x1, y2 - y1);
}
