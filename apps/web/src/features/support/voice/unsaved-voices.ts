import { useSyncExternalStore } from 'react';
import { warnBeforeUnload } from '../../../lib/page/unsent-warning';
import { SENSITIVE_DRAFT_MS } from '../../../lib/device/expiry/unsent-expiry';
import type { FinishedRecording } from './voice-parts';
import type { VoiceQuestion } from './voice-requests';

/** A question of one draft. */
export interface VoicePlace {
  /** The `sendKey` of the draft. */
  readonly draft: string;
  readonly question: VoiceQuestion;
}

interface UnsavedVoice extends VoicePlace {
  readonly note: FinishedRecording;
}

/** The recordings that are not uploaded. Only the memory of the page holds them, for a day like the draft. */
let unsaved: readonly UnsavedVoice[] = [];
/** Counts the deletions, so that a recording that ends after one is not held. */
let deletions = 0;
const listeners = new Set<() => void>();
/** Stops the warning about leaving the page, which would lose the recordings. */
let stopWarning: (() => void) | undefined;

function replace(next: readonly UnsavedVoice[]): void {
  unsaved = next;
  stopWarning?.();
  stopWarning = next.length > 0 ? warnBeforeUnload() : undefined;
  for (const listener of listeners) listener();
}

const isAt =
  ({ draft, question }: VoicePlace) =>
  (one: VoicePlace) =>
    one.draft === draft && one.question === question;

export const unsavedVoiceAt = (place: VoicePlace): FinishedRecording | undefined =>
  unsaved.find(isAt(place))?.note;

/**
 * Returns the function that holds a recording of this place, and drops those of other drafts. It returns false and holds
 * nothing if the recordings were deleted in the meantime.
 */
export function unsavedVoiceHolder(place: VoicePlace): (note: FinishedRecording) => boolean {
  const before = deletions;
  return (note) => {
    if (deletions !== before) return false;
    const others = unsaved.filter((one) => one.draft === place.draft && !isAt(place)(one));
    replace([...others, { ...place, note }]);
    setTimeout(() => unsavedVoiceAt(place) === note && dropUnsavedVoice(place), SENSITIVE_DRAFT_MS);
    return true;
  };
}

export const dropUnsavedVoice = (place: VoicePlace): void =>
  replace(unsaved.filter((one) => !isAt(place)(one)));

/** Deletes the recordings of the draft that the person deletes. */
export function deleteUnsavedVoices(): void {
  deletions += 1;
  replace([]);
}

/** The first question of the draft with a recording that is not uploaded. */
export const unsavedQuestionOf = (draft: string | undefined): VoiceQuestion | undefined =>
  (['goal', 'tried'] as const).find((question) =>
    unsaved.some((one) => one.draft === draft && one.question === question),
  );

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useUnsavedQuestion = (draft: string | undefined): VoiceQuestion | undefined =>
  useSyncExternalStore(subscribe, () => unsavedQuestionOf(draft));
