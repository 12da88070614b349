import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { language, messages } from '../i18n/language';
import { area } from '../session/place';
import { showing } from '../session/showing';
import { proposal } from '../session/workspace';
import { AreaChooser } from './area-chooser';
import { KeyList } from './key-list';
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
      {area.value !== null && (
        <button
          type="button"
          class="skip-link"
          onClick={() => document.getElementById('map')?.focus()}
        >
          {words.skipToMap}
        </button>
      )}
      <TopBar />
      {area.value === null ? <AreaChooser /> : <Workbench />}
      <KeyList />
      <Tour />
    </>
  );
}
