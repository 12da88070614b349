import { useSignalEffect } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { messages } from '../i18n/language';
import { fileOver, intakeOpen, whenIdle } from '../session/intake-door';
import { notice } from '../session/opening';

interface Props {
  readonly focusMap: () => void;
}

/** Where files come in. The panel itself is fetched when it is first asked for. */
export function IntakeDoor({ focusMap }: Props) {
  const [Panel, setPanel] = useState<ComponentType<Props> | null>(null);
  useSignalEffect(() => {
    if (!intakeOpen.value || Panel !== null) return;
    import('./intake-panel')
      .then(({ IntakePanel }) => setPanel(() => IntakePanel))
      .catch(() => {
        intakeOpen.value = false;
        notice.value = messages.peek().status.serviceAway;
      });
  });
  // Ahead of time, as what reads the files.
  useEffect(() => whenIdle(() => void import('./intake-panel').catch(() => undefined)), []);
  return (
    <>
      {intakeOpen.value && Panel !== null && <Panel focusMap={focusMap} />}
      {fileOver.value && <p class="drop-veil">{messages.value.intake.drop}</p>}
    </>
  );
}
