import type * as L from 'leaflet';
import type { Intervention } from '../core/proposal';

/** One stroke or fill of a drawn change; several lie on top of each other. */
export interface DrawnPath extends L.PathOptions {
  readonly className: string;
  /** Below the streets and railways, as a tunnel is. */
  readonly under?: boolean;
}

/** Names of the patterns and colours are classes, so that schemes and print restyle them. */
function path(className: string, options: Omit<DrawnPath, 'className'> = {}): DrawnPath {
  return { fill: false, lineCap: 'round', lineJoin: 'round', ...options, className };
}

const CASING = path('drawn-casing', { weight: 8 });
const GRAB = path('drawn-grab', { weight: 20 });

/** What is drawn is one accent; what is removed is the same accent struck through. */
export function drawnPaths({ geometry, properties }: Intervention): readonly DrawnPath[] {
  const isSurface = geometry.type === 'Polygon';
  switch (properties.kind) {
    case 'connection':
      return connectionPaths(properties.grade);
    case 'crossing':
      return [
        GRAB,
        path('drawn-casing', { weight: 12, lineCap: 'butt' }),
        path('drawn-line', { weight: 9, dashArray: '4 4', lineCap: 'butt' }),
      ];
    case 'closure':
      return isSurface
        ? [path('drawn-line drawn-struck', { fill: true, weight: 2.5, dashArray: '7 5' })]
        : [
            GRAB,
            path('drawn-casing', { weight: 6 }),
            path('drawn-line', { weight: 2.5 }),
            path('drawn-line', { weight: 12, dashArray: '2 9', lineCap: 'butt' }),
          ];
    case 'change':
      return isSurface
        ? [path('drawn-line drawn-new', { fill: true, weight: 2.5, dashArray: '2 6' })]
        : [GRAB, CASING, path('drawn-line', { weight: 2.5 }), path('drawn-casing', { weight: 1 })];
    case 'service':
    case 'service_change':
      return [
        GRAB,
        path('drawn-casing', { weight: 9 }),
        path('drawn-line', { weight: 6 }),
        path('drawn-casing', { weight: 2.5, dashArray: '1 9' }),
      ];
    case 'demolition':
      return [path('drawn-line drawn-struck', { fill: true, weight: 2.5 })];
    default:
      return [path('drawn-line drawn-new', { fill: isSurface, weight: 2.5 })];
  }
}

function connectionPaths(grade: unknown): readonly DrawnPath[] {
  if (grade === 'bridge') {
    return [
      GRAB,
      path('drawn-shadow', { weight: 12, lineCap: 'butt' }),
      path('drawn-line', { weight: 10, lineCap: 'butt' }),
      path('drawn-casing', { weight: 6, lineCap: 'butt' }),
      path('drawn-line', { weight: 3.5, lineCap: 'butt' }),
    ];
  }
  if (grade === 'tunnel') {
    return [
      path('drawn-casing', { weight: 11, under: true, interactive: false, lineCap: 'butt' }),
      path('drawn-line', {
        weight: 8,
        under: true,
        interactive: false,
        lineCap: 'butt',
        dashArray: '7 5',
      }),
      path('drawn-casing', { weight: 4, under: true, interactive: false, lineCap: 'butt' }),
      GRAB,
    ];
  }
  return [GRAB, CASING, path('drawn-line', { weight: 4.5 })];
}
