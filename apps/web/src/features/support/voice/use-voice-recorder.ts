import { useEffect, useRef, useState } from 'react';
import type { RequestProblem } from '../../../lib/server/errors';
import type { FinishedRecording, Recording, VoiceParts } from './voice-parts';
import { deleteVoice, type DraftVoice, uploadVoice, type VoiceQuestion } from './voice-requests';

/** A note before it is stored: while it is recorded, heard and uploaded. */
export type RecorderState =
  | { readonly is: 'idle'; readonly fault?: string }
  | { readonly is: 'starting' }
  | { readonly is: 'recording'; readonly recording: Recording }
  | { readonly is: 'recorded'; readonly note: FinishedRecording; readonly problem?: RequestProblem }
  | { readonly is: 'uploading'; readonly note: FinishedRecording; readonly progress: number };

const IDLE: RecorderState = { is: 'idle' };

/**
 * Records and uploads the answer to one question. Leaving the page turns the microphone off and deletes a recording that
 * was not kept.
 */
export function useVoiceRecorder(question: VoiceQuestion, onKept: (note: DraftVoice) => void) {
  const [state, setState] = useState<RecorderState>(IDLE);
  const { hold, take, isHere } = useHeldRecording();
  // The person may write while a note is uploaded, so the draft of that moment is changed.
  const latest = useRef(onKept);
  useEffect(() => void (latest.current = onKept), [onKept]);
  const stop = async () => {
    const recording = take();
    if (!recording) return;
    const note = await recording.stop();
    if (isHere()) setState(note ? { is: 'recorded', note } : { is: 'idle', fault: 'silent' });
  };
  const begin = async (parts: VoiceParts) => {
    setState({ is: 'starting' });
    const begun = await parts.startRecording(() => void stop());
    if (typeof begun === 'string') return setState({ is: 'idle', fault: begun });
    if (hold(begun)) setState({ is: 'recording', recording: begun });
  };
  const discard = () => {
    take()?.cancel();
    setState(IDLE);
  };
  const keep = async () => {
    if (state.is !== 'recorded') return;
    const { note } = state;
    setState({ is: 'uploading', note, progress: 0 });
    const kept = await uploadVoice(question, note.blob, (progress) =>
      setState({ is: 'uploading', note, progress }),
    );
    if ('code' in kept) return setState({ is: 'recorded', note, problem: kept });
    if (!isHere()) return deleteVoice(kept);
    setState(IDLE);
    latest.current(kept);
  };
  return { state, begin, stop, discard, keep };
}

/** Holds the current recording, so that only one caller ends it. */
function useHeldRecording() {
  const current = useRef<Recording>(undefined);
  const here = useRef(true);
  const take = () => {
    const one = current.current;
    current.current = undefined;
    return one;
  };
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      current.current?.cancel();
      current.current = undefined;
    };
  }, []);
  /** Returns false, and turns the microphone off, if the permission arrived after the page was left. */
  const hold = (recording: Recording): boolean => {
    if (!here.current) recording.cancel();
    else current.current = recording;
    return here.current;
  };
  return { take, hold, isHere: () => here.current };
}
