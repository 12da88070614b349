import { effect, type ReadonlySignal, signal, untracked } from '@preact/signals';
import { isAbort, ServiceAway } from '../api/problem';
import { answer } from './assessment';

export type FollowedState = 'idle' | 'working' | 'ready' | 'away' | 'refused';

/** An answer beside the live one: asked for when it is looked at, and anew after every edit. */
export interface Followed<Told> {
  readonly told: ReadonlySignal<Told | null>;
  readonly state: ReadonlySignal<FollowedState>;
  /** What the service said when it refused. */
  readonly trouble: ReadonlySignal<string>;
  /** Begin to follow; called once. */
  keep(): void;
  again(): void;
}

/**
 * Follow a question.
 *
 * `question` reads what the answer depends on and gives null while nobody looks; `subject` names
 * what it is about, and what was told of another subject is not shown. It is asked once the live
 * answer is there, so that it never stands in the way of an edit's numbers.
 */
export function followed<Question, Told>(
  question: () => { readonly subject: string; readonly asked: Question } | null,
  ask: (asked: Question, signal: AbortSignal) => Promise<Told | null>,
): Followed<Told> {
  const told = signal<Told | null>(null);
  const state = signal<FollowedState>('idle');
  const trouble = signal('');
  let running: AbortController | null = null;
  let subject: string | null = null;

  async function run(asked: Question): Promise<void> {
    running?.abort();
    const current = new AbortController();
    running = current;
    state.value = 'working';
    try {
      const given = await ask(asked, current.signal);
      if (current.signal.aborted) return;
      told.value = given;
      state.value = 'ready';
    } catch (error) {
      if (current.signal.aborted || isAbort(error)) return;
      told.value = null;
      trouble.value = error instanceof Error ? error.message : String(error);
      state.value = error instanceof ServiceAway ? 'away' : 'refused';
    }
  }

  return {
    told,
    state,
    trouble,
    keep() {
      effect(() => {
        const now = question();
        const ready = answer.value !== null;
        running?.abort();
        if (now === null || now.subject !== subject) told.value = null;
        subject = now?.subject ?? null;
        if (now === null) state.value = 'idle';
        else if (ready) untracked(() => void run(now.asked));
      });
    },
    again() {
      const now = untracked(question);
      if (now !== null) void run(now.asked);
    },
  };
}
