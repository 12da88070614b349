import { useEffect, useRef } from 'preact/hooks';
import { KIND_DEFINITIONS } from '../core/kinds';
import { SHORTCUT_PLACES, type ShortcutPlace, shortcutsOf } from '../core/shortcuts';
import { messages } from '../i18n/language';
import { keyListOpen } from '../session/help';
import { Icon } from './icon';

/** Every key of the page, read off the table the keyboard itself asks. Not modal: the map stays alive. */
export function KeyList() {
  return keyListOpen.value ? <OpenList /> : null;
}

function OpenList() {
  const words = messages.value.help;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    box.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  const close = () => {
    keyListOpen.value = false;
  };
  return (
    <section
      class="key-list"
      role="dialog"
      aria-label={words.keys}
      tabIndex={-1}
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <h2>{words.keys}</h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <div class="key-places">
        <Tools />
        {SHORTCUT_PLACES.map((place) => (
          <PlaceKeys key={place} place={place} />
        ))}
      </div>
    </section>
  );
}

function Tools() {
  const words = messages.value;
  return (
    <section>
      <h3>{words.help.places.tools}</h3>
      <dl>
        {KIND_DEFINITIONS.map(({ kind, key }) => (
          <div key={kind}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{words.tools[kind].name}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function PlaceKeys({ place }: { place: ShortcutPlace }) {
  const words = messages.value.help;
  return (
    <section>
      <h3>{words.places[place]}</h3>
      <dl>
        {shortcutsOf(place).map(({ id, strokes }) => (
          <div key={id}>
            <dt>
              {strokes.map((stroke) => (
                <Stroke key={stroke} stroke={stroke} />
              ))}
            </dt>
            <dd>{words.does[id]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** “Ctrl+Shift+z” as it is written on the keys. */
function Stroke({ stroke }: { stroke: string }) {
  const names = messages.value.help.keyNames;
  const parts = stroke === '+' ? ['+'] : stroke.split('+');
  return (
    <span class="stroke">
      {parts.map((part) => (
        <kbd key={part}>{names[part] ?? part.toLocaleUpperCase()}</kbd>
      ))}
    </span>
  );
}
