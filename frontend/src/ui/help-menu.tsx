import { messages } from '../i18n/language';
import { keyListOpen } from '../session/help';
import { startTour } from '../session/tour';
import { Icon } from './icon';
import { Menu } from './menu';

/** The tour and the list of keys, whenever they are wanted. */
export function HelpMenu() {
  const words = messages.value.help;
  return (
    <Menu className="help-menu" title={words.title} label={<Icon name="help" size={17} />}>
      {(close) => (
        <ul class="choice-list">
          <li>
            <button
              type="button"
              class="choice"
              onClick={() => {
                close();
                void startTour();
              }}
            >
              {messages.value.tour.start} <small>{messages.value.tour.minutes}</small>
            </button>
          </li>
          <li>
            <button
              type="button"
              class="choice"
              onClick={() => {
                close();
                keyListOpen.value = true;
              }}
            >
              {words.keys} <kbd>?</kbd>
            </button>
          </li>
        </ul>
      )}
    </Menu>
  );
}
