import { useId } from 'preact/hooks';
import { messages } from '../i18n/language';
import { BOUNDARY } from '../session/boundary';
import { REACH } from '../session/reach';
import { SERVED } from '../session/served';
import { SERVICE } from '../session/service-near';
import { SEVERANCE } from '../session/severance';
import { chooseTheme, streetThemes, theme } from '../session/theme';
import { measureName } from './measure-words';

/** What the map speaks of: one choice, with every indicator that streets can tell under them. */
export function ThemeChooser() {
  const id = useId();
  const words = messages.value;
  const { topics } = words.mapLayers;
  const options = [
    ['homes', words.theme.homes],
    [REACH, words.reach.theme],
    [BOUNDARY, topics.boundary],
    [SEVERANCE, topics.severance],
    [SERVED, topics.served],
    [SERVICE, topics.service],
  ] as const;
  return (
    <div class="field">
      <label for={id}>{words.theme.label}</label>
      <select
        id={id}
        value={theme.value}
        onChange={(event) => chooseTheme(event.currentTarget.value)}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
        <optgroup label={topics.streets}>
          {streetThemes.value.map((measure) => (
            <option key={measure.id} value={measure.id}>
              {measureName(measure.id)}
            </option>
          ))}
        </optgroup>
      </select>
    </div>
  );
}
