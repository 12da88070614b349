import { language } from '../i18n/language';
import { type ProblemBody, ServiceAway, ServiceProblem } from './problem';
import { answered, service } from './request';
import type { components } from './schema';

type Schemas = components['schemas'];
export type Load = Schemas['LoadOut'];
export type LoadingOptions = Schemas['LoadingOut'];
export type LoadKind = Load['kind'];
/** What is said of a file before it is sent. */
export type LoadAsked = Schemas['LoadIn'];

export async function readLoadingOptions(): Promise<LoadingOptions> {
  return answered(service.GET('/api/loads/options'));
}

export async function readLoads(): Promise<readonly Load[]> {
  return (await answered(service.GET('/api/loads'))).loads;
}

export function askForLoad(body: LoadAsked): Promise<Load> {
  return answered(service.POST('/api/loads', { body }));
}

export function cancelLoad(id: string): Promise<Load> {
  return answered(service.POST('/api/loads/{load_id}/cancel', at(id)));
}

export function takeLoad(id: string): Promise<Load> {
  return answered(service.POST('/api/loads/{load_id}/take', at(id)));
}

function at(id: string) {
  return { params: { path: { load_id: id } } };
}

/**
 * Send a file of a load, telling how much of it is on its way.
 *
 * By XMLHttpRequest: `fetch` does not tell how much was sent.
 */
export function sendFile(
  id: string,
  file: File,
  part: 'file' | 'municipalities',
  onSent: (bytes: number) => void,
  stop: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', `/api/loads/${id}/${part}`);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    request.setRequestHeader('Accept-Language', language.peek());
    request.upload.onprogress = ({ loaded }) => onSent(loaded);
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(refusal(request));
    };
    request.onerror = () => reject(new ServiceAway('the sending was cut off'));
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'));
    stop.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}

function refusal(request: XMLHttpRequest): Error {
  try {
    return new ServiceProblem(request.status, JSON.parse(request.responseText) as ProblemBody);
  } catch {
    return new ServiceAway(`HTTP ${request.status}`);
  }
}
