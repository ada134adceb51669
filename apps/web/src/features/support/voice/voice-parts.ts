import { type ComponentType, createContext, useContext, useEffect, useState } from 'react';

/** The bytes of a note; `gone` if the viewer may no longer hear it; `offline` if the server did not answer. */
export type LoadedNote = Blob | 'gone' | 'offline';

export interface Recording {
  readonly startedAt: number;
  /** Stops and returns the recording; undefined if it is empty. */
  stop: () => Promise<FinishedRecording | undefined>;
  cancel: () => void;
}

export interface FinishedRecording {
  readonly blob: Blob;
  readonly seconds: number;
}

/** Parts of another feature with which notes are recorded and heard. The page loads them; see `VoicePartsLoader`. */
export interface VoiceParts {
  readonly VoicePlayer: ComponentType<{
    load: () => Promise<LoadedNote>;
    seconds: number;
    label: string;
  }>;
  readonly RecordingBar: ComponentType<{
    recording: Recording;
    onCancel: () => void;
    onStop: () => void;
  }>;
  canRecord: () => Promise<boolean>;
  startRecording: (onLimit: () => void) => Promise<Recording | 'refused' | 'none'>;
  recorderFaultText: (why: string) => string;
}

/** Loads the parts together with their texts. */
export const VoicePartsLoader = createContext<() => Promise<VoiceParts>>(() =>
  Promise.reject(new Error('This page has no parts for voice notes')),
);

/** The parts that a loader has loaded, so that the next page shows them at once. */
const loaded = new Map<() => Promise<VoiceParts>, VoiceParts>();

/** The parts, once they are loaded. `isNeeded` says whether the page shows a note or a recorder. */
export function useVoiceParts(isNeeded: boolean): VoiceParts | undefined {
  const load = useContext(VoicePartsLoader);
  const [parts, setParts] = useState(isNeeded ? loaded.get(load) : undefined);
  useEffect(() => {
    let isOn = true;
    if (isNeeded)
      void load().then(
        (found) => {
          loaded.set(load, found);
          if (isOn) setParts(found);
        },
        () => undefined,
      );
    return () => void (isOn = false);
  }, [load, isNeeded]);
  return parts;
}
