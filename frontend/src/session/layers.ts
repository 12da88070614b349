import { signal } from '@preact/signals';

export const TOGGLED_LAYERS = [
  'homes',
  'facilities',
  'stops',
  'streets',
  'barriers',
  'land',
] as const;

export type ToggledLayer = (typeof TOGGLED_LAYERS)[number];

export const visibleLayers = signal<ReadonlySet<ToggledLayer>>(new Set(TOGGLED_LAYERS));

export function toggleLayer(layer: ToggledLayer): void {
  const next = new Set(visibleLayers.peek());
  if (!next.delete(layer)) next.add(layer);
  visibleLayers.value = next;
}
