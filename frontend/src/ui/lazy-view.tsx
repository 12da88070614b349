import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { messages } from '../i18n/language';

interface LazyViewProps {
  readonly load: () => Promise<ComponentType>;
  readonly loading: string;
  readonly failed: string;
}

/** A view that is fetched when it is first asked for, so that the first page stays small. */
export function LazyView({ load, loading, failed }: LazyViewProps) {
  const [view, setView] = useState<{ readonly View: ComponentType } | null>(null);
  const [trouble, setTrouble] = useState(false);
  const fetchView = () => {
    setTrouble(false);
    load().then(
      (View) => setView({ View }),
      () => setTrouble(true),
    );
  };
  useEffect(fetchView, []);
  if (view !== null) return <view.View />;
  return (
    <main class="lazy-view">
      {trouble ? (
        <div class="map-status is-troubled" role="alert">
          {failed}{' '}
          <button type="button" class="button" onClick={fetchView}>
            {messages.value.status.retry}
          </button>
        </div>
      ) : (
        <p class="map-status is-late">{loading}</p>
      )}
    </main>
  );
}
