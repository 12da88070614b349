import { useEffect } from 'preact/hooks';
import { isDrawnHere } from '../api/areas';
import type { AreaFeature } from '../api/places';
import { areaPicture } from '../core/area-picture';
import { readAddress, writeAddress } from '../core/page-address';
import { addressOfChange, addressOfData, addressOfNewArea } from '../core/site-page';
import { middleOf } from '../core/surface';
import { language, messages } from '../i18n/language';
import { examples, loadExamples } from '../session/examples';
import { goToArea, unknownArea } from '../session/navigation';
import { areas, loadAreas, loadState } from '../session/place';
import { areaFacts } from './area-facts';
import { DENMARK_BOX, DENMARK_PATH, onDenmark } from './denmark-outline';
import { Icon } from './icon';
import { TourOffer } from './tour-offer';

/** The first page: what this is, five areas by their shape, and what others have thought of. */
export function AreaChooser() {
  useEffect(() => void loadExamples(), []);
  return (
    <main class="chooser">
      <Welcome />
      <Trouble />
      <TourOffer />
      <ul class="area-cards">
        {areas.value?.features.map((area) => (
          <AreaCard key={area.id} area={area} />
        ))}
        {areas.value !== null && <NewAreaCard />}
      </ul>
      <Examples />
      <p class="data-link">
        <a href={addressOfData(null)}>{messages.value.loads.link}</a>
      </p>
    </main>
  );
}

/** What Forbind is, in the time it takes to read a road sign. */
function Welcome() {
  const words = messages.value;
  const steps = [
    ['area', words.first.choose],
    ['connection', words.first.draw],
    ['before', words.first.see],
  ] as const;
  return (
    <header class="welcome">
      <div>
        <h1>{words.tagline}</h1>
        <p class="lead">{words.first.lead}</p>
        <ol class="welcome-steps">
          {steps.map(([icon, text]) => (
            <li key={icon}>
              <Icon name={icon} size={20} /> {text}
            </li>
          ))}
        </ol>
      </div>
      <Denmark />
    </header>
  );
}

function Trouble() {
  const words = messages.value;
  const state = loadState.value;
  return (
    <>
      {unknownArea.value && <p role="alert">{words.areas.unknown}</p>}
      {typeof state === 'object' && (
        <p class="trouble" role="alert">
          {state.failed === '' ? words.status.serviceAway : state.failed}{' '}
          <button type="button" class="button" onClick={() => void loadAreas()}>
            {words.status.retry}
          </button>
        </p>
      )}
    </>
  );
}

/** Where the five lie. The cards say their names; this is the picture beside them. */
function Denmark() {
  const places = areas.value?.features.map(({ id, geometry }) => {
    const [lon = 0, lat = 0] = middleOf(geometry);
    return { id, ...onDenmark(lon, lat) };
  });
  const { width, height } = DENMARK_BOX;
  return (
    <svg class="denmark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={DENMARK_PATH} />
      {places?.map(({ id, x, y }) => (
        <circle key={id} cx={x} cy={y} r="4" />
      ))}
    </svg>
  );
}

function AreaCard({ area }: { area: AreaFeature }) {
  const { id, geometry, properties } = area;
  const drawn = examples.value.find(({ proposal }) => proposal.area === id);
  const picture = areaPicture(geometry, drawn?.proposal.interventions ?? [], 120, 9);
  return (
    <li>
      <button type="button" class="area-card" onClick={() => goToArea(String(id))}>
        <svg class="area-shape" viewBox="0 0 120 120" aria-hidden="true">
          <path class="area-outline" d={picture.outline} />
          <path class="area-surface" d={picture.surfaces} />
          <path class="area-thread" d={picture.threads} />
        </svg>
        <strong>{properties.name}</strong>
        <span>{properties.municipality}</span>
        <small>{areaFacts(properties.homes, properties.residents)}</small>
      </button>
      {isDrawnHere(area) && (
        <a class="change-area" href={addressOfChange(String(id))}>
          {messages.value.newArea.changeCard}
        </a>
      )}
    </li>
  );
}

function NewAreaCard() {
  const words = messages.value.newArea;
  return (
    <li>
      <a class="new-area-card" href={addressOfNewArea(null)}>
        <Icon name="plus" size={26} />
        <strong>{words.card}</strong>
        <small>{words.cardLead}</small>
      </a>
    </li>
  );
}

function Examples() {
  const words = messages.value;
  if (examples.value.length === 0) return null;
  return (
    <section class="examples">
      <h2>{words.proposals.examples}</h2>
      <ul>
        {examples.value.map(({ proposal, english }) => {
          const inEnglish = language.value === 'en';
          const name = (inEnglish ? english.name : null) ?? proposal.name;
          const story = (inEnglish ? english.description : null) ?? proposal.description;
          return (
            <li key={proposal.id}>
              <h3>{name}</h3>
              <p>{story}</p>
              <p class="example-links">
                <a href={addressOf(proposal, null)}>{words.first.open}</a>
                <a href={addressOf(proposal, 0)}>
                  <Icon name="show" size={15} /> {words.first.show}
                </a>
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function addressOf({ area, id }: { area: string; id: string }, showStep: number | null): string {
  return writeAddress({ ...readAddress(''), area, proposal: id, showStep });
}
