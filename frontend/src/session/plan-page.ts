import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerAddress from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import type { Size } from '../core/placement';
import { pageScale } from '../core/plan-page-scale';

GlobalWorkerOptions.workerSrc = workerAddress;

/** The first page of a PDF as an image. */
export interface PlanPage extends Size {
  readonly image: Blob;
  readonly pages: number;
}

export type NoPage = 'locked' | 'broken' | 'slow';

const PATIENCE_MS = 30_000;

/** Draw the first page of a PDF; gives why not where it cannot be done. */
export async function planPage(file: File): Promise<PlanPage | NoPage> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    isEvalSupported: false,
    // The page's policy lets no WebAssembly run: a picture in JPEG 2000 within the page stays empty.
    useWasm: false,
    enableXfa: false,
  });
  let late: ReturnType<typeof setTimeout> | undefined;
  const patience = new Promise<NoPage>((resolve) => {
    late = setTimeout(() => resolve('slow'), PATIENCE_MS);
  });
  try {
    return await Promise.race([task.promise.then(drawFirst), patience]);
  } catch (error) {
    // The library tells its own errors apart by name alone.
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' : 'broken';
  } finally {
    clearTimeout(late);
    await task.destroy();
  }
}

async function drawFirst(document: PDFDocumentProxy): Promise<PlanPage | NoPage> {
  const page = await document.getPage(1);
  const { width, height } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: pageScale({ width, height }) });
  const canvas = window.document.createElement('canvas');
  canvas.width = Math.max(1, Math.floor(viewport.width));
  canvas.height = Math.max(1, Math.floor(viewport.height));
  await page.render({ canvas, viewport }).promise;
  const image = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (image === null) return 'broken';
  return { image, width: canvas.width, height: canvas.height, pages: document.numPages };
}
