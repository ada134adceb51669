import { useEffect, useState } from 'react';
import { type AskDraft, emptyDraft } from '../ask/ask-draft';
import { deleteVoices } from '../voice/voice-requests';
import { deleteGuestDraft, readGuestDraft, writeGuestDraft } from './guest-draft';

/** The draft of a request without an account, and whether the device stores it. */
export function useGuestDraft(language: string) {
  const [draft, setDraft] = useState<AskDraft>();
  const [isStored, setStored] = useState(false);
  useEffect(() => {
    void readGuestDraft()
      .catch(() => ({ draft: undefined, isStored: false }))
      .then((found) => {
        setStored(found.isStored);
        setDraft((now) => now ?? found.draft ?? emptyDraft(language));
      });
  }, [language]);
  const replace = (next: AskDraft, isKept: boolean) => {
    setDraft(next);
    setStored(isKept);
    writeGuestDraft(next, isKept).catch(() => setStored(false));
  };
  const change = (changed: Partial<AskDraft>) =>
    draft && replace({ ...draft, ...changed }, isStored);
  const discard = () => {
    void deleteGuestDraft();
    deleteVoices(draft?.voices);
    setStored(false);
    setDraft(emptyDraft(language));
  };
  const store = (isKept: boolean) => draft && replace(draft, isKept);
  return { draft, isStored, change, discard, store };
}
