import { messages } from '../i18n/language';
import { mapPlace } from '../session/navigation';
import { beginShow } from '../session/showing';
import { swipeAsked, toggleSwipe } from '../session/swipe';
import { interventions } from '../session/workspace';
import { Icon } from './icon';
import { Menu } from './menu';
import { savePicture } from './picture';

/** On the wall, on paper, as a picture. */
export function ShareBar() {
  const words = messages.value.show;
  return (
    <>
      <button
        type="button"
        class="bar-button show-button"
        title={`${words.beginHelp} (P)`}
        onClick={() => beginShow(mapPlace.peek())}
      >
        <Icon name="show" size={17} /> <span class="bar-text">{words.begin}</span>
      </button>
      <Menu className="share-menu" title={words.shareMenu} label={<Icon name="print" size={17} />}>
        {(close) => <ShareActions close={close} />}
      </Menu>
    </>
  );
}

function ShareActions({ close }: { close: () => void }) {
  const words = messages.value.show;
  return (
    <ul class="choice-list">
      <li class="only-narrow">
        <button
          type="button"
          class="choice"
          onClick={() => {
            close();
            beginShow(mapPlace.peek());
          }}
        >
          <Icon name="show" size={17} /> {words.begin}
        </button>
      </li>
      <li class="only-narrow">
        <button
          type="button"
          class="choice"
          aria-pressed={swipeAsked.value}
          aria-disabled={interventions.value.length === 0}
          onClick={() => {
            close();
            toggleSwipe();
          }}
        >
          <Icon name="swipe" size={17} /> {messages.value.swipe.toggle}
        </button>
      </li>
      <li>
        <button
          type="button"
          class="choice"
          onClick={() => {
            close();
            window.print();
          }}
        >
          <Icon name="print" size={17} /> {words.print} <small>{words.printHelp}</small>
        </button>
      </li>
      <li>
        <button
          type="button"
          class="choice"
          onClick={() => {
            close();
            void savePicture();
          }}
        >
          <Icon name="picture" size={17} /> {words.picture} <small>{words.pictureHelp}</small>
        </button>
      </li>
    </ul>
  );
}
