import { formatLength } from '../i18n/format';
import { messages } from '../i18n/language';
import { streetTitle } from '../i18n/pick-words';
import { openFor, streetClassName } from '../i18n/street-words';
import { closedBesides } from '../session/picking';
import { inspected, type StreetThing } from '../session/things';
import { Card } from './card';
import { ThingOperations } from './drawing-operations';
import { StreetWhy } from './street-why';

/** An existing street from junction to junction: what it is, and what can be done with it. */
export function StreetCard({ thing }: { thing: StreetThing }) {
  const words = messages.value;
  const { piece, lengthM } = thing.stretch;
  const { lit, unlit } = words.editing.street;
  const passed = closedBesides(thing.stretch);
  const facts = [
    piece.name === null ? null : streetClassName(piece.streetClass, words),
    formatLength(lengthM, words),
    piece.lit === null ? null : piece.lit ? lit : unlit,
  ];
  return (
    <Card
      title={streetTitle(piece, words)}
      icon="street"
      onClose={() => {
        inspected.value = null;
      }}
      actions={<ThingOperations thing={thing} />}
    >
      <p class="quiet">{facts.filter((fact) => fact !== null).join(' · ')}</p>
      <p class="quiet">{openFor(piece, words)}</p>
      {passed.length > 0 && <p class="quiet">{words.editing.pick.alsoCloses(passed.join(', '))}</p>}
      <StreetWhy />
    </Card>
  );
}
