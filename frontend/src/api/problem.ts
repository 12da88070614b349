import type { Issue, Join } from '../core/issue';

/** One thing the service found wrong, as RFC 9457 carries it in `errors`. */
export interface ProblemFault {
  readonly code: string;
  readonly message: string;
  readonly pointer: string | null;
  readonly feature: string | null;
  readonly lon: number | null;
  readonly lat: number | null;
}

export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors: readonly ProblemFault[];
  readonly issues?: readonly Issue[];
  readonly joins?: readonly Join[];
  readonly current?: unknown;
}

/** The service answered, and the answer is no. */
export class ServiceProblem extends Error {
  readonly status: number;
  readonly body: Partial<ProblemBody>;
  /** How long the service asks to be left alone; null where it does not say. */
  readonly waitMs: number | null;

  constructor(status: number, body: Partial<ProblemBody>, waitMs: number | null = null) {
    super(body.errors?.[0]?.message ?? body.detail ?? body.title ?? `HTTP ${status}`);
    this.name = 'ServiceProblem';
    this.status = status;
    this.body = body;
    this.waitMs = waitMs;
  }
}

/** Nobody answered, or somebody who is not the service did (a proxy, a stopped server). */
export class ServiceAway extends Error {
  constructor(cause: unknown) {
    super('the service does not answer', { cause });
    this.name = 'ServiceAway';
  }
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** The service is there and asks for a moment: it, or its database, is starting again. */
export function isRestarting(error: unknown): error is ServiceProblem {
  return error instanceof ServiceProblem && error.status === 503;
}
