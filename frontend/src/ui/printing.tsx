import { render } from 'preact';
import { MapStage } from '../map/map-stage';
import { paintMap } from '../map/paint/paint-map';
import { readPalette } from '../map/palette';
import { palette } from '../map/palette-signal';
import { area } from '../session/place';
import { loadSources } from '../session/sources';
import { Sheet } from './sheet';

/** A printer's points are finer than a screen's. */
const FINENESS = 3;

let host: HTMLElement | null = null;

/** However printing is asked for, the sheet is made right before it and taken away after. */
export function keepPrinted(): void {
  window.addEventListener('beforeprint', putSheet);
  window.addEventListener('afterprint', takeSheet);
  // A print cannot wait for an answer.
  void loadSources();
}

function putSheet(): void {
  const stage = MapStage.current;
  // Where another view stands in the map's place, that is what is printed.
  const onPage = stage?.container.isConnected === true && area.peek() !== null;
  if (stage === null || !onPage || host !== null) return;
  const map = onPaper(() => paintMap(stage.view.map, FINENESS));
  host = document.createElement('div');
  host.className = 'sheet-host';
  document.body.append(host);
  document.body.classList.add('has-sheet');
  render(<Sheet map={map} widthPx={map.width / FINENESS} isPaper />, host);
}

function takeSheet(): void {
  if (host === null) return;
  render(null, host);
  host.remove();
  host = null;
  document.body.classList.remove('has-sheet');
}

/** Paper is white, also for those who work in the dark. */
function onPaper<Painted>(paint: () => Painted): Painted {
  const page = document.documentElement;
  page.classList.add('on-paper');
  palette.value = readPalette();
  try {
    return paint();
  } finally {
    page.classList.remove('on-paper');
    palette.value = readPalette();
  }
}
