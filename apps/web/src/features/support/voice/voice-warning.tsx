import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Button } from '../../../ui/actions/button';
import { Sheet } from '../../../ui/actions/sheet';

/**
 * Whether this page has shown the warning. The device stores nothing of it: a stored mark would tell that somebody used a
 * case here.
 */
let isWarned = false;

/**
 * Asks once before a voice note is recorded, because a voice identifies. `readers` says who hears it. Calls `onWrite` if
 * the person prefers to write, after the sheet has returned the focus.
 */
export function useVoiceWarning(readers: ReactNode, onWrite: () => void) {
  const [begin, setBegin] = useState<() => void>();
  const [isKnown, setKnown] = useState(isWarned);
  const onClose = () => setBegin(undefined);
  const isWriting = useRef(false);
  const write = useEffectEvent(onWrite);
  useEffect(() => {
    if (!begin && isWriting.current) write();
    isWriting.current = false;
  }, [begin]);
  const onText = () => {
    isWriting.current = true;
    onClose();
  };
  const onAccept = () => {
    isWarned = true;
    setKnown(true);
    onClose();
    begin?.();
  };
  return {
    /** Undefined once the person knows. */
    onFirst: isKnown ? undefined : (start: () => void) => setBegin(() => start),
    warning: begin && <VoiceWarning {...{ readers, onAccept, onText, onClose }} />,
  };
}

interface VoiceWarningProps {
  readers: ReactNode;
  onAccept: () => void;
  onText: () => void;
  onClose: () => void;
}

function VoiceWarning({ readers, onAccept, onText, onClose }: VoiceWarningProps) {
  const { t } = useLingui();
  return (
    <Sheet isOpen onClose={onClose} title={t`Tu voz puede identificarte`}>
      <p>
        <Trans>
          Quien escuche la nota puede reconocer tu voz, tu acento o lo que suena alrededor, aunque
          aquí no des tu nombre.
        </Trans>
      </p>
      <p>{readers}</p>
      <div className="inline wrap">
        <Button kind="primary" icon="mic" onClick={onAccept}>
          <Trans>Grabar igual</Trans>
        </Button>
        <Button kind="text" onClick={onText}>
          <Trans>Mejor escribo</Trans>
        </Button>
      </div>
    </Sheet>
  );
}
