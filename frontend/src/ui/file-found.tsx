import { useId } from 'preact/hooks';
import { type FileLayer, type LayerUse, usesOf } from '../core/drawing-file';
import { formatNumber } from '../i18n/format';
import { messages } from '../i18n/language';
import { chooseUse, hindrance, intake, leaveFile, sorted, takeFound } from '../session/intake';
import { lookAt } from '../session/place-taker';
import { isExample } from '../session/workspace';
import { FaultList } from './fault-list';
import { SelectField } from './fields';

/** What a file was understood to hold, layer by layer, with what each is to be used as. */
export function FileFound() {
  const now = intake.value;
  const words = messages.value.intake;
  const title = useId();
  if (now.kind !== 'found') return null;
  const { file, uses } = now;
  return (
    <section class="file-found" aria-labelledby={title}>
      <div class="file-head">
        <h3 id={title}>{file.name}</h3>
        <button
          type="button"
          class="link-button"
          onClick={() => {
            lookAt.value = { bbox: file.bbox };
          }}
        >
          {words.showAll}
        </button>
      </div>
      <Notes />
      <ul class="file-layers">
        {file.layers.map((layer, index) => (
          <li key={layer.name} data-use={uses[index]}>
            <LayerRow
              layer={layer}
              use={uses[index] ?? 'nothing'}
              onChoose={(use) => chooseUse(index, use)}
            />
          </li>
        ))}
      </ul>
      <Faults />
      <Taking />
    </section>
  );
}

interface LayerRowProps {
  readonly layer: FileLayer;
  readonly use: LayerUse;
  readonly onChoose: (use: LayerUse) => void;
}

function LayerRow({ layer, use, onChoose }: LayerRowProps) {
  const words = messages.value;
  const { intake: say } = words;
  const shapes = (['LineString', 'Polygon', 'Point'] as const).flatMap((shape) => {
    const count = layer.geometries[shape];
    return count === undefined ? [] : [say.shapes[shape](count)];
  });
  const name = (one: LayerUse) =>
    one === 'own' || one === 'underlay' || one === 'nothing'
      ? say.uses[one]
      : say.asKind(words.drawnNames[one].toLocaleLowerCase(words.locale));
  return (
    <>
      <p class="file-layer-name">
        <i class={`use-key is-${use === 'underlay' || use === 'nothing' ? use : 'drawn'}`} />
        <strong>{layer.name}</strong>
        <span class="quiet">{shapes.join(', ')}</span>
      </p>
      <SelectField
        label={say.layer(layer.name)}
        value={use}
        options={usesOf(layer).map((one) => [one, name(one)] as const)}
        onChoose={onChoose}
      />
      <Attributes layer={layer} />
    </>
  );
}

function Attributes({ layer: { attributes } }: { layer: FileLayer }) {
  const words = messages.value.intake;
  if (attributes.length === 0) return null;
  return (
    <details class="file-attributes">
      <summary>{words.attributes}</summary>
      <dl>
        {attributes.map(({ name, values }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{values.length === 0 ? words.noValues : values.join(', ')}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Notes() {
  const now = intake.value;
  const words = messages.value.intake;
  if (now.kind !== 'found' || now.file.notes.length === 0) return null;
  return (
    <details class="file-notes">
      <summary>{words.notes}</summary>
      <ul>
        {now.file.notes.map(({ layer, message }) => (
          <li key={`${layer} ${message}`}>
            {layer !== null && <strong>{layer}: </strong>}
            {message}
          </li>
        ))}
      </ul>
    </details>
  );
}

function Faults() {
  const now = intake.value;
  const words = messages.value.intake;
  if (now.kind !== 'found' || now.file.faultCount === 0) return null;
  const { faults, faultCount } = now.file;
  return (
    <section class="note-box is-troubled">
      <h3>{words.faults(faultCount)}</h3>
      <p class="quiet">{words.faultsHelp}</p>
      <FaultList faults={faults} />
      {faultCount > faults.length && (
        <p class="quiet">{words.moreFaults(faultCount - faults.length)}</p>
      )}
    </section>
  );
}

/** What will happen, and the two ways on. */
function Taking() {
  const now = intake.value;
  const parts = sorted.value;
  const words = messages.value;
  const { intake: say } = words;
  const why = hindrance.value;
  if (now.kind !== 'found' || parts === null) return null;
  const { limits } = now.file;
  const reason =
    why === null
      ? null
      : why === 'features' || why === 'vertices'
        ? say.hindrances[why](formatNumber(limits[why], words))
        : say.hindrances[why];
  return (
    <footer class="file-taking">
      {reason === null ? (
        <p role="status">{say.summary(parts.drawn.length, parts.underlay.length)}</p>
      ) : (
        <p class="field-fault" role="status">
          {reason}
        </p>
      )}
      {parts.unfit > 0 && <p class="quiet">{say.unfit(parts.unfit)}</p>}
      {isExample.value && parts.drawn.length > 0 && <p class="quiet">{say.example}</p>}
      <div class="choice-row">
        <button type="button" class="button is-main" disabled={why !== null} onClick={takeFound}>
          {say.take}
        </button>
        <button type="button" class="button" onClick={leaveFile}>
          {say.leave}
        </button>
      </div>
    </footer>
  );
}
