import { useCallback, useEffect, useRef, useState } from 'react';
import type { QueuedFile } from '../../../lib/device/queued-files';
import { addToDraft } from '../sending/draft-files';
import type { FileRejection } from '../sending/file-rules';
import { type RecordingFailure, startRecording, type Recording } from './recording';
import { storeVoiceNote } from '../sending/prepare-file';

type Fault = RecordingFailure | FileRejection | 'silent';

/**
 * Records a voice note into the draft of `feed` (a `storedFeedKey`). Unmounting stops the recording and stores it in
 * that draft.
 */
export function useRecorder(feed: string) {
  const [recording, setRecording] = useState<Recording>();
  const [fault, setFault] = useState<Fault>();
  const { listen, take } = useListening();
  const end = useCallback(async (): Promise<QueuedFile | undefined> => {
    const one = take();
    if (!one) return undefined;
    const spoken = await one.stop();
    const taken = spoken ? await storeVoiceNote(feed, spoken) : 'silent';
    setRecording(undefined);
    if (typeof taken !== 'string') return taken;
    setFault(taken);
    return undefined;
  }, [feed, take]);
  const keep = useCallback(async () => {
    const voice = await end();
    if (voice) await addToDraft(feed, voice);
  }, [feed, end]);
  const begin = async () => {
    const begun = await listen(() => void keep());
    if (begun === undefined) return;
    const isFault = typeof begun === 'string';
    setFault(isFault ? begun : undefined);
    if (!isFault) setRecording(begun);
  };
  const cancel = () => {
    take()?.cancel();
    setRecording(undefined);
  };
  useEffect(() => () => void keep(), [keep]);
  return { recording, fault, begin, keep, end, cancel };
}

function useListening() {
  const current = useRef<Recording>(undefined);
  /** Set while the browser asks for permission. If the member cancels during that time, the recording is discarded. */
  const asked = useRef<{ isOver: boolean }>(undefined);
  /**
   * Starts a recording. Returns undefined if a recording is in progress, or if the member cancelled while the browser
   * asked for permission.
   */
  const listen = async (onLimit: () => void): Promise<Recording | RecordingFailure | undefined> => {
    if (asked.current || current.current) return undefined;
    const ask = (asked.current = { isOver: false });
    const begun = await startRecording(onLimit);
    asked.current = undefined;
    if (typeof begun === 'string') return begun;
    if (!ask.isOver) return (current.current = begun);
    begun.cancel();
    return undefined;
  };
  /** Removes and returns the recording, so that only one caller can end it. */
  const take = useCallback((): Recording | undefined => {
    if (asked.current) asked.current.isOver = true;
    const one = current.current;
    current.current = undefined;
    return one;
  }, []);
  return { listen, take };
}
