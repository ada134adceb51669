import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useRef, useState } from 'react';
import { Button, IconButton } from '../../../ui/actions/button';
import { MAX_VOICE_SECONDS } from '../sending/file-rules';
import type { Recording } from './recording';
import { formatDuration } from '../../../lib/text/format-duration';

interface RecordingBarProps {
  recording: Recording;
  onCancel: () => void;
  onStop: () => void;
  /** Undefined where a recording is heard before it is sent. */
  onSend?: () => void;
}

const TICK_MS = 250;
/** Number of final seconds in which the remaining time is shown. */
const LAST_SECONDS = 30;

/** Shown while recording: duration, and buttons to discard, stop and possibly send. Escape discards. */
export function RecordingBar({ recording, onCancel, onStop, onSend }: RecordingBarProps) {
  const { t } = useLingui();
  const seconds = useSeconds(recording.startedAt);
  const left = MAX_VOICE_SECONDS - seconds;
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => bar.current?.querySelector<HTMLElement>('.recording__stop')?.focus(), []);
  return (
    <div
      ref={bar}
      className="recording"
      role="group"
      aria-label={t`Nota de voz`}
      onKeyDown={({ key }) => key === 'Escape' && onCancel()}
    >
      <IconButton icon="trash" label={t`Descartar la nota de voz`} onClick={onCancel} />
      <span className="recording__on" role="status">
        <Trans>Grabando</Trans>
      </span>
      <span className="num grow" role="timer">
        {formatDuration(seconds)}
        {left <= LAST_SECONDS && <Trans> · quedan {Math.ceil(left)} s</Trans>}
      </span>
      <Button kind="line" small icon="stop" className="recording__stop" onClick={onStop}>
        <Trans>Parar</Trans>
      </Button>
      {onSend && (
        <IconButton icon="send" label={t`Enviar`} className="iconbtn--send" onClick={onSend} />
      )}
    </div>
  );
}

function useSeconds(startedAt: number): number {
  const passed = () => (performance.now() - startedAt) / 1_000;
  const [seconds, setSeconds] = useState(passed);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((performance.now() - startedAt) / 1_000), TICK_MS);
    return () => clearInterval(timer);
  }, [startedAt]);
  return seconds;
}
