import { language } from '../i18n/language';
import { type ProblemBody, ServiceAway, ServiceProblem } from './problem';

export interface Answer<T> {
  readonly data: T;
  /** The service's version of what was read or written, from its ETag. */
  readonly version: number | null;
}

interface RequestOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly ifVersion?: number;
  readonly signal?: AbortSignal;
}

/**
 * Ask the service.
 *
 * Throws `ServiceProblem` when it refuses, `ServiceAway` when it does not answer, and lets an
 * abort through as the browser gives it.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<Answer<T>> {
  const { method = 'GET', body, ifVersion, signal } = options;
  const headers: Record<string, string> = { 'Accept-Language': language.peek() };
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (ifVersion !== undefined) headers['If-Match'] = `"${ifVersion}"`;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ServiceAway(error);
  }
  if (response.ok) return { data: await readBody<T>(response), version: versionOf(response) };
  throw await refusal(response);
}

async function readBody<T>(response: Response): Promise<T> {
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function refusal(response: Response): Promise<ServiceProblem | ServiceAway> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) return new ServiceAway(`HTTP ${response.status}`);
  return new ServiceProblem(response.status, (await response.json()) as Partial<ProblemBody>);
}

function versionOf(response: Response): number | null {
  const digits = response.headers.get('ETag')?.match(/\d+/)?.[0];
  return digits === undefined ? null : Number(digits);
}
