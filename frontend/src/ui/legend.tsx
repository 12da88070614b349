import { messages } from '../i18n/language';
import { aCategory } from '../i18n/names';
import { BOUNDARY } from '../session/boundary';
import { TOGGLED_LAYERS, toggleLayer, visibleLayers } from '../session/layers';
import { lens, showingBefore } from '../session/lens';
import { REACH } from '../session/reach';
import { SERVED, servedShown } from '../session/served';
import { SERVICE } from '../session/service-near';
import { SEVERANCE } from '../session/severance';
import { swiping } from '../session/swipe';
import { theme } from '../session/theme';
import { interventions } from '../session/workspace';
import { BoundaryLegend } from './boundary-legend';
import { CheckField } from './fields';
import { Icon } from './icon';
import { LegendFacts } from './legend-facts';
import { moving } from './measure-words';
import { ReachLegend } from './reach-legend';
import { ServedLegend } from './served-legend';
import { ServiceLegend } from './service-legend';
import { SeveranceLegend } from './severance-legend';
import { StreetsLegend } from './streets-legend';
import { ThemeChooser } from './theme-chooser';
import { UnderlayChecks } from './underlay-checks';

/** What the colours mean now, and what is shown at all. */
export function Legend() {
  const words = messages.value;
  return (
    <section class="legend" aria-label={words.layers.label}>
      <ThemeChooser />
      <ThemeLegend />
      <details class="legend-layers">
        <summary>
          <Icon name="layers" size={16} /> {words.layers.label}
        </summary>
        <div class="layer-checks">
          {TOGGLED_LAYERS.map((layer) => (
            <CheckField
              key={layer}
              label={words.layers[layer]}
              checked={visibleLayers.value.has(layer)}
              onChange={() => toggleLayer(layer)}
            />
          ))}
        </div>
        <UnderlayChecks />
        <LineKeys />
      </details>
    </section>
  );
}

/** What the colours on the map mean now. */
export function ThemeLegend() {
  switch (theme.value) {
    case 'homes':
      return servedShown.value === null ? <HomesLegend /> : <ServedLegend />;
    case REACH:
      return <ReachLegend />;
    case BOUNDARY:
      return <BoundaryLegend />;
    case SEVERANCE:
      return <SeveranceLegend />;
    case SERVED:
      return <ServedLegend />;
    case SERVICE:
      return <ServiceLegend />;
    default:
      return <StreetsLegend />;
  }
}

function HomesLegend() {
  const words = messages.value;
  const { mode, category } = lens.value;
  const changes = interventions.value.length > 0 && !showingBefore.value && !swiping.value;
  const say = changes ? words.homes.legendChange : words.homes.legendTime;
  const how = moving(mode);
  return (
    <>
      <p class="legend-title">{say(aCategory(category, words), how)}</p>
      {changes ? <ChangeScale /> : <TimeScale />}
      <LegendFacts parts={[how]} />
    </>
  );
}

export function ChangeScale() {
  const words = messages.value.homes;
  const steps = [
    ['gain-3', words.gain3],
    ['gain-2', words.gain2],
    ['gain-1', words.gain1],
    ['same', words.same],
    ['loss-1', words.loss1],
    ['loss-2', words.loss2],
    ['loss-3', words.loss3],
  ] as const;
  return (
    <ul class="scale is-change">
      <li class="scale-end">{words.shorter}</li>
      {steps.map(([step, label]) => (
        <li key={step}>
          <i class={`swatch swatch-${step}`} />
          {label}
        </li>
      ))}
      <li class="scale-end">{words.longer}</li>
    </ul>
  );
}

export function TimeScale() {
  return (
    <ul class="scale">
      {messages.value.homes.times.map((label, step) => (
        <li key={label}>
          <i class={`swatch swatch-time-${step}`} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** What the lines mean. */
export function LineKeys() {
  const words = messages.value.layers;
  const keys = [
    ['boundary', words.boundary],
    ['main', words.main],
    ['path', words.path],
    ['motorway', words.motorway],
    ['railway', words.railway],
    ['water', words.water],
    ['drawn', words.drawn],
    ['removed', words.removed],
  ] as const;
  return (
    <ul class="line-keys">
      {keys.map(([key, label]) => (
        <li key={key}>
          <i class={`line-key key-${key}`} />
          {label}
        </li>
      ))}
    </ul>
  );
}
