import {
  type DrawingFile,
  type FileFeature,
  kindBy,
  type LayerUse,
  positionCount,
} from './drawing-file';
import { propertiesFrom } from './file-properties';
import { deepFreeze } from './freeze';
import { kindDefinition } from './kinds';
import type { Intervention, Proposal } from './proposal';

/** A file sorted by what becomes of it. */
export interface Sorted {
  readonly drawn: readonly Intervention[];
  readonly underlay: readonly FileFeature[];
  /** Of layers that are drawn, those that cannot be: of another shape, or at fault. */
  readonly unfit: number;
  readonly vertices: number;
}

/** Sort the features of a file by what each layer is taken as. */
export function sortFile(
  file: DrawingFile,
  uses: readonly LayerUse[],
  newId: () => string,
): Sorted {
  const drawn: Intervention[] = [];
  const underlay: FileFeature[] = [];
  let unfit = 0;
  let vertices = 0;
  for (const [index, layer] of file.layers.entries()) {
    const use = uses[index] ?? 'nothing';
    if (use === 'nothing') continue;
    if (use === 'underlay') {
      underlay.push(...layer.features);
      continue;
    }
    const atFault = faultyIn(file, layer.name);
    for (const feature of layer.features) {
      const kind = atFault.has(feature.id) ? null : kindBy(feature, use);
      if (kind === null) unfit += 1;
      else {
        drawn.push(intervention(feature, kind, use, newId));
        vertices += positionCount(feature);
      }
    }
  }
  return { drawn, underlay, unfit, vertices };
}

function faultyIn(file: DrawingFile, layer: string): ReadonlySet<string> {
  const faulty = file.faults.filter((fault) => fault.shown && fault.layer === layer);
  return new Set(faulty.flatMap(({ feature }) => (feature === null ? [] : [feature])));
}

function intervention(
  feature: FileFeature,
  kind: Parameters<typeof propertiesFrom>[0],
  use: LayerUse,
  newId: () => string,
): Intervention {
  // What says its own kind may be ours: it comes back as it was, nothing added.
  const usual = use === 'own' ? {} : (kindDefinition(kind)?.defaults ?? {});
  return {
    type: 'Feature',
    id: use === 'own' ? feature.id : newId(),
    geometry: feature.geometry,
    properties: propertiesFrom(kind, usual, feature.properties),
  };
}

/** Add what a file brings; an id that is taken already is given anew. */
export function addFromFile(
  proposal: Proposal,
  drawn: readonly Intervention[],
  newId: () => string,
): Proposal {
  const taken = new Set(proposal.interventions.map(({ id }) => id));
  const added = drawn.map((one) => {
    const id = taken.has(one.id) ? newId() : one.id;
    taken.add(id);
    return { ...one, id };
  });
  return deepFreeze({
    ...proposal,
    interventions: [...proposal.interventions, ...structuredClone(added)],
  });
}
