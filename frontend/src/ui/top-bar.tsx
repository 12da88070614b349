import { addressOfNewArea } from '../core/site-page';
import { language, messages, switchLanguage } from '../i18n/language';
import { compared } from '../session/comparing';
import { goToArea, mapPlace } from '../session/navigation';
import { area, areas } from '../session/place';
import { HelpMenu } from './help-menu';
import { Icon } from './icon';
import { Menu } from './menu';
import { ProposalMenu } from './proposal-menu';
import { SaveNote } from './save-note';
import { ShareBar } from './share-menu';

/** The one thin bar: where, what, whether it is kept, and the other language. */
export function TopBar() {
  const words = messages.value;
  const other = language.value === 'da' ? 'en' : 'da';
  return (
    <header class="bar">
      <a class="brand" href="#/" title={words.areas.change}>
        <BrandMark />
        <span class="brand-name">{words.appName}</span>
      </a>
      {area.value !== null && (
        <>
          <AreaMenu />
          {compared.value === null && <ProposalMenu />}
          <SaveNote />
        </>
      )}
      <span class="bar-end">
        {area.value !== null && compared.value === null && <ShareBar />}
        <HelpMenu />
      </span>
      <button
        type="button"
        class="bar-button language"
        lang={other}
        onClick={() => void switchLanguage()}
      >
        <span class="language-name">{words.otherLanguage}</span>{' '}
        <span class="language-code">{other.toUpperCase()}</span>
      </button>
    </header>
  );
}

function AreaMenu() {
  const words = messages.value;
  const open = area.value;
  return (
    <Menu
      className="area-menu"
      title={words.areas.change}
      label={<span class="bar-text">{open?.properties.name}</span>}
    >
      {(close) => (
        <ul class="choice-list">
          {areas.value?.features.map(({ id, properties }) => (
            <li key={id}>
              <button
                type="button"
                class="choice"
                aria-current={id === open?.id}
                onClick={() => {
                  close();
                  if (id !== open?.id) goToArea(String(id));
                }}
              >
                <span>{properties.name}</span>
                <small>{properties.municipality}</small>
              </button>
            </li>
          ))}
          <li>
            <a class="choice" href={addressOfNewArea(mapPlace.value)} onClick={close}>
              <Icon name="plus" size={16} /> {messages.value.newArea.here}
            </a>
          </li>
        </ul>
      )}
    </Menu>
  );
}

function BrandMark() {
  return (
    <svg class="brand-mark" viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
      <path class="brand-area" d="M8 11h10v12H8z" />
      <path class="brand-thread" d="M14 17 27 5" />
    </svg>
  );
}
