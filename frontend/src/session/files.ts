import { replaceInterventions } from '../core/actions/replace-interventions';
import { fileNameOf } from '../core/file-name';
import { exportProposal, type ImportFault, importProposal } from '../core/geojson';
import { newId } from '../core/new-id';
import { messages } from '../i18n/language';
import { notice, startNew } from './opening';
import { areaId } from './place';
import { act, isExample, proposal } from './workspace';

/** Give the open proposal as a file; made here, so it works when the service is away. */
export function exportOpen(): void {
  const open = proposal.peek();
  if (open === null) return;
  const text = JSON.stringify(exportProposal(open), null, 1);
  saveText(text, `${fileNameOf([open.name], 'forslag')}.geojson`, 'application/geo+json');
}

/** Let the reader keep a text as a file of their own. */
export function saveText(text: string, name: string, mediaType: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: mediaType }));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** Read a file: into the open proposal while that is empty, otherwise into a new one. */
export async function importFile(file: File): Promise<void> {
  const words = messages.peek();
  const result = importProposal(await file.text(), newId);
  if (!result.ok) {
    const faults = result.faults.slice(0, 5).map((fault) => sayFault(fault));
    notice.value = [words.proposals.importRefused, ...faults].join(' ');
    return;
  }
  const area = areaId.peek();
  if (area === null) return;
  if (isExample.peek() || (proposal.peek()?.interventions.length ?? 0) > 0) startNew(area);
  act((present) => ({
    ...replaceInterventions(present, result.interventions),
    name: result.name ?? file.name.replace(/\.(geo)?json$/i, ''),
    description: result.description,
    settings: result.settings,
  }));
  notice.value = words.proposals.imported(result.interventions.length);
}

/** Whether a text is a proposal that was saved from here: it says so itself. */
export function isOwnFile(text: string): boolean {
  try {
    const document: unknown = JSON.parse(text);
    return typeof document === 'object' && document !== null && 'forbind' in document;
  } catch {
    return false;
  }
}

function sayFault({ code, position }: ImportFault): string {
  return messages.peek().importFault[code](String((position ?? 0) + 1));
}
