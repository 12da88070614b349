import type { Position } from 'geojson';
import { messages } from '../i18n/language';
import { lookAt } from '../session/place-taker';

interface Listed {
  readonly message: string;
  readonly place: Position | null;
}

/** What is wrong, each with a way to the place on the map where it has one. */
export function FaultList({ faults }: { faults: readonly Listed[] }) {
  const words = messages.value.intake;
  return (
    <ul class="file-faults">
      {faults.map(({ message, place }, index) => (
        <li key={index}>
          {message}{' '}
          {place !== null && (
            <button
              type="button"
              class="link-button"
              onClick={() => {
                lookAt.value = { place };
              }}
            >
              {words.showFault}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
