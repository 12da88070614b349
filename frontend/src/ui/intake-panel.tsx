import { useEffect, useRef } from 'preact/hooks';
import { messages } from '../i18n/language';
import { type Intake, intake, leaveFile, takeFile } from '../session/intake';
import { intakeOpen } from '../session/intake-door';
import { lookAt } from '../session/place-taker';
import { stopFitting } from '../session/plans';
import { chosenUnderlayId } from '../session/underlays';
import { FaultList } from './fault-list';
import { FileFound } from './file-found';
import { Icon } from './icon';
import { UnderlayList } from './underlay-list';

const ENDINGS = '.geojson,.json,.gpkg,.dxf,.pdf,.png,.jpg,.jpeg';

/** Beside the drawing, never over it: a file on its way in, and what lies under the drawing. */
export function IntakePanel({ focusMap }: { focusMap: () => void }) {
  const words = messages.value.intake;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    // Whoever leaves the panel, by its button or for the wall, has no plan in hand any more.
    return () => {
      stopFitting();
      chosenUnderlayId.value = null;
      focusMap();
    };
  }, []);
  const close = () => {
    leaveFile();
    lookAt.value = null;
    intakeOpen.value = false;
  };
  return (
    <section
      class="intake"
      aria-label={words.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <header>
        <Icon name="layers" size={18} />
        <h2 ref={heading} tabIndex={-1}>
          {words.title}
        </h2>
        <button type="button" class="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" size={16} />
        </button>
      </header>
      <div class="intake-body" data-state={intake.value.kind}>
        <InHand now={intake.value} />
        {intake.value.kind !== 'found' && <UnderlayList />}
      </div>
    </section>
  );
}

/** The file in hand, in whichever state it is. */
function InHand({ now }: { now: Intake }) {
  const words = messages.value.intake;
  switch (now.kind) {
    case 'reading':
      return (
        <div class="intake-reading is-late" role="status">
          <p>{words.reading(now.name)}</p>
          <button type="button" class="button" onClick={leaveFile}>
            {words.stop}
          </button>
        </div>
      );
    case 'away':
      return (
        <div class="note-box is-troubled" role="alert">
          <p>{words.away}</p>
          <button type="button" class="button" onClick={() => void takeFile(now.file)}>
            {words.retry}
          </button>
        </div>
      );
    case 'refused':
      return (
        <>
          <div class="note-box is-troubled" role="alert">
            <h3>
              <Icon name="warning" size={16} /> {words.refused(now.name)}
            </h3>
            <FaultList faults={now.reasons} />
          </div>
          <Chooser label={words.another} />
        </>
      );
    case 'found':
      return <FileFound />;
    default:
      return (
        <>
          <p class="quiet">{words.lead}</p>
          <Chooser label={words.choose} />
        </>
      );
  }
}

function Chooser({ label }: { label: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="button is-main" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept={ENDINGS}
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = '';
          if (file !== undefined) void takeFile(file);
        }}
      />
    </>
  );
}
