import createClient from 'openapi-fetch';
import { waitOf } from '../core/retry-after';
import { language } from '../i18n/language';
import { type ProblemBody, ServiceAway, ServiceProblem } from './problem';
import type { paths } from './schema';

/** The service, typed by its own description. */
export const service = createClient<paths>({ baseUrl: location.origin });

service.use({
  onRequest({ request }) {
    request.headers.set('Accept-Language', language.peek());
    return request;
  },
});

interface Outcome<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The answer of a call.
 *
 * Throws `ServiceProblem` when the service refuses, `ServiceAway` when it does not answer, and lets
 * an abort through as the browser gives it.
 */
export async function answered<Data>(call: Promise<Outcome<Data>>): Promise<Data> {
  let outcome: Outcome<Data>;
  try {
    outcome = await call;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ServiceAway(error);
  }
  if (outcome.response.ok) return outcome.data as Data;
  // What is not a problem of the service's own comes from somebody in front of it.
  if (typeof outcome.error !== 'object' || outcome.error === null) {
    throw new ServiceAway(`HTTP ${outcome.response.status}`);
  }
  const wait = waitOf(outcome.response.headers.get('Retry-After'), Date.now());
  throw new ServiceProblem(outcome.response.status, outcome.error as Partial<ProblemBody>, wait);
}
