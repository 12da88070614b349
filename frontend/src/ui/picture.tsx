import { render } from 'preact';
import { fileNameOf } from '../core/file-name';
import { messages } from '../i18n/language';
import { MapStage } from '../map/map-stage';
import { paintMap } from '../map/paint/paint-map';
import { spoken } from '../session/drawing';
import { notice } from '../session/opening';
import { area } from '../session/place';
import { loadSources } from '../session/sources';
import { interventions, shownName } from '../session/workspace';
import { ownFonts } from './picture-fonts';
import { Sheet } from './sheet';

/** Points of the picture to each pixel of the screen. */
const FINENESS = 2;

/** What is on screen as a PNG, with its title, legend, scale and sources. */
export async function savePicture(): Promise<void> {
  const stage = MapStage.current;
  if (stage === null) return;
  const words = messages.peek().show;
  spoken.value = words.pictureComing;
  try {
    download(await pictureOf(stage), `${pictureName()}.png`);
    spoken.value = words.pictureSaved;
  } catch (error) {
    notice.value = words.pictureFailed(error instanceof Error ? error.message : String(error));
  }
}

async function pictureOf(stage: MapStage): Promise<Blob> {
  // Asked for only now: few pictures are taken, and the page stays small.
  const [{ domToBlob }, cssText] = await Promise.all([
    import('modern-screenshot'),
    ownFonts(),
    loadSources(),
  ]);
  const map = paintMap(stage.view.map, FINENESS);
  const host = document.createElement('div');
  host.className = 'sheet-host is-away';
  document.body.append(host);
  try {
    render(<Sheet map={map} widthPx={map.width / FINENESS} isPaper={false} />, host);
    const sheet = host.firstElementChild;
    if (!(sheet instanceof HTMLElement)) throw new Error('the sheet was not drawn');
    return await domToBlob(sheet, { scale: FINENESS, type: 'image/png', font: { cssText } });
  } finally {
    render(null, host);
    host.remove();
  }
}

/** After the area and the proposal, the area once. */
function pictureName(): string {
  const place = area.peek()?.properties.name ?? '';
  if (interventions.peek().length === 0) {
    return fileNameOf([messages.peek().show.today(place)], 'kort');
  }
  const name = shownName.peek();
  return fileNameOf(name.startsWith(place) ? [name] : [place, name], 'kort');
}

function download(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
