import type { Position } from 'geojson';
import type { Surface } from '../core/surface';
import { messages } from '../i18n/language';
import { goToArea, unknownArea } from '../session/navigation';
import { areas, loadAreas, loadState } from '../session/place';
import { areaFacts } from './top-bar';

/** The first page: five areas by their shape. */
export function AreaChooser() {
  const words = messages.value;
  const state = loadState.value;
  return (
    <main class="chooser">
      <h1>{words.tagline}</h1>
      <p class="lead">{words.areas.chooseLong}</p>
      {unknownArea.value && <p role="alert">{words.areas.unknown}</p>}
      {typeof state === 'object' && (
        <p class="trouble" role="alert">
          {state.failed === '' ? words.status.serviceAway : state.failed}{' '}
          <button type="button" class="button" onClick={() => void loadAreas()}>
            {words.status.retry}
          </button>
        </p>
      )}
      <ul class="area-cards">
        {areas.value?.features.map(({ id, geometry, properties }) => (
          <li key={id}>
            <button type="button" class="area-card" onClick={() => goToArea(String(id))}>
              <AreaShape geometry={geometry} />
              <strong>{properties.name}</strong>
              <span>{properties.municipality}</span>
              <small>{areaFacts(properties.homes, properties.residents)}</small>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}

const BOX = 120;

function AreaShape({ geometry }: { geometry: Surface }) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons.flat();
  const all = rings.flat();
  const lons = all.map(([lon = 0]) => lon);
  const lats = all.map(([, lat = 0]) => lat);
  const west = Math.min(...lons);
  const north = Math.max(...lats);
  const squeeze = Math.cos((north * Math.PI) / 180);
  const width = (Math.max(...lons) - west) * squeeze;
  const height = north - Math.min(...lats);
  const scale = (BOX - 16) / Math.max(width, height);
  const left = (BOX - width * scale) / 2;
  const top = (BOX - height * scale) / 2;
  const point = ([lon = 0, lat = 0]: Position) =>
    `${(left + (lon - west) * squeeze * scale).toFixed(1)} ${(top + (north - lat) * scale).toFixed(1)}`;
  const path = rings.map((ring) => `M${ring.map(point).join('L')}Z`).join('');
  return (
    <svg class="area-shape" viewBox={`0 0 ${BOX} ${BOX}`} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
