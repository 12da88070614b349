import type { DrawingFile } from '../core/drawing-file';
import type { DrawnGeometry, JsonValue } from '../core/proposal';
import { answered, service } from './request';

/** Have the service read a GeoJSON, GeoPackage or DXF; it keeps nothing of it. */
export async function readDrawingFile(file: File, signal: AbortSignal): Promise<DrawingFile> {
  const answer = await answered(
    service.POST('/api/drawings/read', {
      params: { query: { name: file.name.slice(-200) } },
      headers: { 'Content-Type': 'application/octet-stream' },
      // The description of the service has no better word for bytes than a text.
      body: file as unknown as string,
      bodySerializer: (body: unknown) => body as Blob,
      signal,
    }),
  );
  return {
    name: answer.name,
    bbox: answer.bbox as unknown as DrawingFile['bbox'],
    layers: answer.layers.map(({ features, ...layer }) => ({
      ...layer,
      features: features.features.map(({ id, kind, geometry, properties }) => ({
        id,
        kind,
        geometry: geometry as DrawnGeometry,
        properties: properties as Record<string, JsonValue>,
      })),
    })),
    faults: answer.faults.map(({ layer, feature, message, lon, lat, shown }) => ({
      layer,
      feature,
      message,
      place: lon === null || lat === null ? null : [lon, lat],
      shown,
    })),
    faultCount: answer.fault_count,
    notes: answer.notes,
    limits: answer.limits,
  };
}
