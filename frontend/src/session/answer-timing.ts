/** Marks on the browser's own timeline, for whoever measures how soon an answer is on screen. */
const EDIT_FINISHED = 'forbind:edit-finished';
const ANSWER_RECEIVED = 'forbind:answer-received';
const ANSWER_SHOWN = 'forbind:answer-shown';

let edit = 0;
let shown = 0;

/** The hand let go: from here the wait is counted. */
export function markEditFinished(): void {
  edit += 1;
  performance.mark(EDIT_FINISHED, { detail: { edit } });
}

/** Call before the answer is handed to the page: the mark comes when it has been painted. */
export function markAnswer(): void {
  const answered = edit;
  if (answered === shown) return;
  shown = answered;
  performance.mark(ANSWER_RECEIVED, { detail: { edit: answered } });
  // The map and the cards draw in the next frame; the task after it runs when that is done.
  requestAnimationFrame(() => {
    const painted = new MessageChannel();
    painted.port1.onmessage = () => {
      painted.port1.close();
      performance.mark(ANSWER_SHOWN, { detail: { edit: answered } });
    };
    painted.port2.postMessage(null);
  });
}
