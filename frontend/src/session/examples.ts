import { signal } from '@preact/signals';
import { listExamples, readProposal, type VersionedProposal } from '../api/proposals';

/** The proposals from real life, for the first page: with what they draw. */
export const examples = signal<readonly VersionedProposal[]>([]);

export async function loadExamples(): Promise<void> {
  if (examples.peek().length > 0) return;
  try {
    const listed = await listExamples();
    examples.value = await Promise.all(listed.map(({ id }) => readProposal(id)));
  } catch {
    // The areas stand without them; asked for again when the first page is opened again.
  }
}
