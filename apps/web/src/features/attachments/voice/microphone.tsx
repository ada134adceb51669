import { useLingui } from '@lingui/react/macro';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { IconButton } from '../../../ui/actions/button';
import { Icon } from '../../../ui/display/icon';
import { RecordingBar } from './recording-bar';
import { canRecord } from './recording';
import { useRecorder } from './use-recorder';
import { recorderFaultText } from '../attachment-texts';

export interface MicrophoneProps {
  /** Key (`storedFeedKey`) of the feed in which the message is written. */
  feed: string;
  onSend: (voice: QueuedFile) => void;
  /** Called instead of recording, with the function that starts it; undefined where nothing has to be said before. */
  onFirst?: ((begin: () => void) => void) | undefined;
}

/** A press that lasts longer ends the recording on release; a shorter one needs a second press. */
const HELD_MS = 600;

/** Replaces the send button while the composer is empty. Pressing or holding it records a voice note. */
export function Microphone({ feed, onSend, onFirst }: MicrophoneProps) {
  const { t } = useLingui();
  const recorder = useRecorder(feed);
  const { recording, fault, begin, keep } = recorder;
  const isThere = useIsThere();
  const onHeld = useHolding(begin, keep);
  if (!isThere) return null;
  const send = async () => {
    const voice = await recorder.end();
    if (voice) onSend(voice);
  };
  return (
    <>
      {recording ? (
        <RecordingBar
          {...{ recording }}
          onCancel={recorder.cancel}
          onStop={() => void keep()}
          onSend={() => void send()}
        />
      ) : (
        <IconButton
          icon="mic"
          label={t`Grabar nota de voz`}
          className="iconbtn--send iconbtn--mic"
          onPointerDown={onFirst ? undefined : onHeld}
          onContextMenu={(event) => event.preventDefault()}
          onClick={() => (onFirst ? onFirst(() => void begin()) : void begin())}
        />
      )}
      {fault && (
        <p className="composer__fault" role="alert">
          <Icon name="alert" size="s" />
          {recorderFaultText(fault)}
        </p>
      )}
    </>
  );
}

/** Whether the browser can record. If not, this button is not rendered and the send button stays. */
function useIsThere(): boolean {
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    let isOn = true;
    void canRecord().then((can) => isOn && setThere(can));
    return () => void (isOn = false);
  }, []);
  return isThere;
}

/** Starts on pointer down. Releasing ends the recording if the button was held. */
function useHolding(begin: () => Promise<void>, end: () => Promise<void>) {
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  return ({ button, timeStamp: downAt }: PointerEvent) => {
    if (button !== 0) return;
    const once = (stop.current = new AbortController());
    const up = ({ timeStamp }: Event) => {
      once.abort();
      if (timeStamp - downAt > HELD_MS) void end();
    };
    addEventListener('pointerup', up, { signal: once.signal });
    addEventListener('pointercancel', up, { signal: once.signal });
    void begin();
  };
}
