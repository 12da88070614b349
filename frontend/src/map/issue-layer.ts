import * as L from 'leaflet';
import { type Issue, issuePlace } from '../core/issue';
import type { MapView } from './map-view';

export interface IssueOffer {
  readonly label: string;
  readonly accept: () => void;
}

/** What is wrong, said where it is wrong, with a way out where there is one. */
export class IssueLayer {
  readonly #group: L.LayerGroup;
  #shown = '';

  constructor(view: MapView) {
    this.#group = L.layerGroup([], { pmIgnore: true }).addTo(view.map);
  }

  show(issues: readonly Issue[], offers: (issue: Issue) => readonly IssueOffer[]): void {
    const placed = issues.filter((issue) => issuePlace(issue) !== null);
    const key = JSON.stringify(placed);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#group.clearLayers();
    for (const issue of placed) {
      const [lon, lat] = issuePlace(issue) ?? [0, 0];
      const box = callout(issue, offers(issue));
      const icon = L.divIcon({
        className: `issue is-${issue.severity}`,
        html: box,
        iconSize: [0, 0],
      });
      this.#group.addLayer(
        L.marker([lat, lon], {
          icon,
          pane: 'issues',
          keyboard: false,
          interactive: false,
          pmIgnore: true,
        }),
      );
    }
  }
}

function callout(issue: Issue, offers: readonly IssueOffer[]): HTMLElement {
  const box = document.createElement('div');
  box.className = 'issue-box';
  box.setAttribute('role', issue.severity === 'error' ? 'alert' : 'note');
  const text = document.createElement('p');
  text.textContent = issue.message;
  box.append(text);
  for (const { label, accept } of offers) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', accept);
    box.append(button);
  }
  // What the hand does on the words must not reach the map below them.
  L.DomEvent.disableClickPropagation(box);
  L.DomEvent.on(box, 'mousemove', L.DomEvent.stopPropagation);
  return box;
}
