import type { Comment, CommentFilter, WaitingComment } from '../core/comment';
import { answered, service } from './request';
import type { components } from './schema';

type StoredReply = components['schemas']['ReplyOut'];
type Stored = components['schemas']['CommentOut'];

const PAGE = 200;

/** Every conversation about a proposal, by number. */
export async function readComments(
  proposal: string,
  state: CommentFilter,
): Promise<readonly Comment[]> {
  const read = async (offset: number) => {
    const params = { path: { proposal_id: proposal }, query: { state, limit: PAGE, offset } };
    return answered(service.GET('/api/proposals/{proposal_id}/comments', { params }));
  };
  const first = await read(0);
  const all = [...first.comments];
  while (all.length < first.numberMatched) {
    const next = await read(all.length);
    if (next.comments.length === 0) break;
    all.push(...next.comments);
  }
  return all.map(comment);
}

/** Send a comment that waits; sending it twice is harmless. */
export async function sendComment(waiting: WaitingComment): Promise<void> {
  const { id, proposal, author, text, place, feature, replyTo, token } = waiting;
  const [lon = null, lat = null] = place ?? [];
  const body = { id, author, text, lon, lat, feature, reply_to: replyTo, edit_token: token };
  const params = { path: { proposal_id: proposal } };
  await answered(service.POST('/api/proposals/{proposal_id}/comments', { params, body }));
}

export async function editComment(
  proposal: string,
  { id, version }: Comment,
  token: string,
  text: string,
): Promise<void> {
  const params = own(proposal, id, version, token);
  const address = '/api/proposals/{proposal_id}/comments/{comment_id}';
  await answered(service.PATCH(address, { params, body: { text } }));
}

export async function deleteComment(
  proposal: string,
  { id, version }: Comment,
  token: string,
): Promise<void> {
  const params = own(proposal, id, version, token);
  await answered(service.DELETE('/api/proposals/{proposal_id}/comments/{comment_id}', { params }));
}

export async function resolveComment(
  proposal: string,
  id: string,
  resolved: boolean,
): Promise<void> {
  const params = { path: { proposal_id: proposal, comment_id: id } };
  const address = '/api/proposals/{proposal_id}/comments/{comment_id}/resolved';
  await answered(service.PUT(address, { params, body: { resolved } }));
}

function own(proposal: string, id: string, version: number, token: string) {
  return {
    path: { proposal_id: proposal, comment_id: id },
    header: { 'if-match': `"${version}"`, 'edit-token': token },
  };
}

function comment(stored: Stored): Comment {
  return { ...reply(stored), replies: stored.replies.map(reply) };
}

function reply(stored: StoredReply): Comment {
  const { id, number, author, text, lon, lat, feature, resolved, deleted, version } = stored;
  return {
    id,
    number,
    replyTo: stored.reply_to,
    author,
    text,
    place: lon === null || lat === null ? null : [lon, lat],
    feature,
    resolved,
    deleted,
    version,
    createdAt: stored.created_at,
    editedAt: stored.edited_at,
    replies: [],
  };
}
