import { useCallback, useEffect, useRef, useState } from 'react';
import type { WaitingFile } from '../../lib/waiting-files';
import { addToDraft } from './draft-files';
import type { FileRefusal } from './file-rules';
import { type NoRecording, record, type Recording } from './recording';
import { takeVoice } from './take-file';

type Fault = NoRecording | FileRefusal | 'silent';

/** Records into a draft. Who goes elsewhere finds what they said in the draft when they come back. */
export function useRecorder(channelId: string) {
  const [recording, setRecording] = useState<Recording>();
  const [fault, setFault] = useState<Fault>();
  const current = useRef<Recording>(undefined);
  const isStarting = useRef(false);
  const end = useCallback(async (): Promise<WaitingFile | undefined> => {
    const spoken = await current.current?.stop();
    current.current = undefined;
    const taken = spoken ? await takeVoice(spoken.blob, spoken.seconds) : 'silent';
    setRecording(undefined);
    if (typeof taken !== 'string') return taken;
    setFault(taken);
    return undefined;
  }, []);
  const keep = useCallback(async () => {
    const voice = current.current && (await end());
    if (voice) await addToDraft(channelId, voice);
  }, [channelId, end]);
  const begin = async () => {
    if (isStarting.current || current.current) return;
    isStarting.current = true;
    setFault(undefined);
    const begun = await record(() => void keep());
    isStarting.current = false;
    if (typeof begun === 'string') return setFault(begun);
    current.current = begun;
    setRecording(begun);
  };
  const cancel = () => {
    current.current?.cancel();
    current.current = undefined;
    setRecording(undefined);
  };
  useEffect(() => () => void keep(), [keep]);
  return { recording, fault, begin, keep, end, cancel };
}
