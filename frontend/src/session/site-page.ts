import { signal } from '@preact/signals';
import { readSitePage, type SitePage } from '../core/site-page';

/** The page beside the map that is open; null while an area or the first page is. */
export const sitePage = signal<SitePage | null>(readSitePage(location.hash));
