import { computed } from '@preact/signals';
import { StreetPicker, type StreetPiece } from '../core/street-stretch';
import { placeLayers } from './place';

/** The streets people walk or cycle, ready to be pointed at. Built when first asked. */
export const streetPicker = computed(
  () =>
    new StreetPicker(
      (placeLayers.value.streets?.features ?? [])
        .filter(({ properties: { walk, bike } }) => walk || bike !== 'none')
        .map(
          ({ id, geometry, properties }): StreetPiece => ({
            id: String(id),
            line: geometry.coordinates,
            fromNode: properties.from_node,
            toNode: properties.to_node,
            streetClass: properties.street_class,
            name: properties.name,
            walk: properties.walk,
            bike: properties.bike,
            lit: properties.lit,
            grade: properties.grade,
          }),
        ),
    ),
);
