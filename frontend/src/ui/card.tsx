import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { messages } from '../i18n/language';
import { CategoryIcon, Icon } from './icon';
import type { IconName } from './icon-paths';

interface CardProps {
  readonly title: string;
  readonly icon?: IconName;
  readonly category?: string;
  readonly onClose?: () => void;
  /** What can be done: there also while a phone's card is folded. */
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A small card by the tools, with a title and a way to put it away. */
export function Card({ title, icon, category, onClose, actions, children }: CardProps) {
  // On a phone the answer comes first: the questions wait behind one tap.
  const [folded, setFolded] = useState(true);
  const words = messages.value.form;
  return (
    <section class={`side-card${folded ? ' is-folded' : ''}`} aria-label={title}>
      <header>
        {icon !== undefined && <Icon name={icon} size={18} />}
        {category !== undefined && <CategoryIcon category={category} />}
        <h2>{title}</h2>
        <button
          type="button"
          class="icon-button fold"
          aria-expanded={!folded}
          aria-label={words.details}
          onClick={() => setFolded(!folded)}
        >
          <Icon name={folded ? 'down' : 'up'} size={16} />
        </button>
        {onClose !== undefined && (
          <button type="button" class="icon-button" aria-label={words.close} onClick={onClose}>
            <Icon name="close" size={16} />
          </button>
        )}
      </header>
      {actions !== undefined && <div class="card-actions">{actions}</div>}
      <div class="card-body">{children}</div>
    </section>
  );
}
