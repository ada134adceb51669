import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RequestProblem } from '../../../lib/server/errors';
import {
  dropUnsavedVoice,
  unsavedVoiceAt,
  unsavedVoiceHolder,
  type VoicePlace,
} from './unsaved-voices';
import type { FinishedRecording, Recording, VoiceParts } from './voice-parts';
import { deleteVoice, type DraftVoice, uploadVoice } from './voice-requests';

/** A note before it is stored: while it is recorded, heard and uploaded. */
export type RecorderState =
  | { readonly is: 'idle'; readonly fault?: string }
  | { readonly is: 'starting' }
  | { readonly is: 'recording'; readonly recording: Recording }
  | { readonly is: 'recorded'; readonly note: FinishedRecording; readonly problem?: RequestProblem }
  | { readonly is: 'uploading'; readonly note: FinishedRecording; readonly progress: number };

const IDLE: RecorderState = { is: 'idle' };

interface RecorderEvents {
  onKept: (note: DraftVoice) => void;
  /** The person left the page; a recording that is not stored stays in memory. */
  onLeft: () => void;
}

/**
 * Records and uploads the answer to one question. Leaving the page turns the microphone off; the page holds a recording
 * that was not kept until the person comes back.
 */
export function useVoiceRecorder(place: VoicePlace, { onKept, onLeft }: RecorderEvents) {
  const [state, setState] = useState<RecorderState>(() => {
    const note = unsavedVoiceAt(place);
    return note ? { is: 'recorded', note } : IDLE;
  });
  const holdNote = useRef<(note: FinishedRecording) => boolean>(undefined);
  const onLeave = async (recording: Recording | undefined) => {
    const note = await recording?.stop();
    const isHeld = note ? holdNote.current?.(note) : unsavedVoiceAt(place) !== undefined;
    if (isHeld) onLeft();
  };
  const { hold, take, isHere } = useHeldRecording((recording) => void onLeave(recording));
  // The person may write while a note is uploaded, so the draft of that moment is changed.
  const latest = useRef(onKept);
  useEffect(() => void (latest.current = onKept), [onKept]);
  const stop = async () => {
    const recording = take();
    if (!recording) return;
    const note = await recording.stop();
    const isHeld = note && holdNote.current?.(note);
    if (isHere()) setState(note ? { is: 'recorded', note } : { is: 'idle', fault: 'silent' });
    else if (isHeld) onLeft();
  };
  const begin = async (parts: VoiceParts) => {
    setState({ is: 'starting' });
    holdNote.current = unsavedVoiceHolder(place);
    const begun = await parts.startRecording(() => void stop());
    if (typeof begun === 'string') return setState({ is: 'idle', fault: begun });
    if (hold(begun)) setState({ is: 'recording', recording: begun });
  };
  const discard = () => {
    take()?.cancel();
    dropUnsavedVoice(place);
    setState(IDLE);
  };
  const keep = async () => {
    if (state.is !== 'recorded') return;
    const { note } = state;
    setState({ is: 'uploading', note, progress: 0 });
    const kept = await uploadVoice(place.question, note.blob, (progress) =>
      setState({ is: 'uploading', note, progress }),
    );
    if ('code' in kept) return setState({ is: 'recorded', note, problem: kept });
    if (!isHere()) return deleteVoice(kept);
    dropUnsavedVoice(place);
    setState(IDLE);
    latest.current(kept);
  };
  return { state, begin, stop, discard, keep };
}

/** Holds the current recording, so that only one caller ends it. `onLeave` receives it when the person leaves the page. */
function useHeldRecording(onLeave: (recording: Recording | undefined) => void) {
  const current = useRef<Recording>(undefined);
  const here = useRef(true);
  const take = () => {
    const one = current.current;
    current.current = undefined;
    return one;
  };
  const leave = useEffectEvent(() => onLeave(take()));
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
      leave();
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
