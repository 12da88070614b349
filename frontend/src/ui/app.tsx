import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language, messages } from '../i18n/language';
import { compared } from '../session/comparing';
import { area } from '../session/place';
import { showing } from '../session/showing';
import { sitePage } from '../session/site-page';
import { proposal } from '../session/workspace';
import { AreaChooser } from './area-chooser';
import { KeyList } from './key-list';
import { LazyView } from './lazy-view';
import { Presentation } from './presentation';
import { TopBar } from './top-bar';
import { Tour } from './tour';
import { Workbench } from './workbench';

export function App() {
  const words = messages.value;
  useEffect(
    () =>
      effect(() => {
        document.documentElement.lang = language.value;
        const named = [proposal.value?.name, area.value?.properties.name].filter(Boolean);
        document.title = [...named, messages.value.appName].join(' · ');
      }),
    [],
  );
  if (showing.value !== null) return <Presentation />;
  return (
    <>
      {area.value !== null && compared.value === null && (
        <button
          type="button"
          class="skip-link"
          onClick={() => document.getElementById('map')?.focus()}
        >
          {words.skipToMap}
        </button>
      )}
      <TopBar />
      <Page />
      <KeyList />
      <Tour />
    </>
  );
}

/** Which page there is: the areas, a page beside the map, proposals side by side, or the map. */
function Page() {
  const words = messages.value.comparison;
  if (area.value === null && sitePage.value?.page === 'area') return <NewAreaPage />;
  if (area.value === null && sitePage.value?.page === 'data') return <DataPages />;
  if (area.value === null) return <AreaChooser />;
  if (compared.value === null) return <Workbench />;
  return <LazyView load={loadComparison} loading={words.loading} failed={words.loadFailed} />;
}

function NewAreaPage() {
  const words = messages.value.newArea;
  return <LazyView load={loadNewArea} loading={words.loading} failed={words.loadFailed} />;
}

function DataPages() {
  const words = messages.value.loads;
  return <LazyView load={loadData} loading={words.loading} failed={words.loadFailed} />;
}

const loadData = () => import('./data-page').then(({ DataPage }) => DataPage);
const loadNewArea = () => import('./new-area').then(({ NewArea }) => NewArea);
const loadComparison = () => import('./comparison').then(({ Comparison }) => Comparison);
