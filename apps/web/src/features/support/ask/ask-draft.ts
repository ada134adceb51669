import { useEffect, useState } from 'react';
import type { AskSupportInput, SupportDanger, SupportKind } from '../../../gql/types';
import { deleteStored, getStored, putStored } from '../../../lib/device/device-store';

/** The answers of an unsent request, stored on this device under the account. */
export interface AskDraft {
  /** Idempotency key of the request. */
  sendKey: string;
  danger?: SupportDanger;
  kind?: SupportKind;
  goal: string;
  tried: string;
  excludedIds: readonly string[];
  languages: readonly string[];
  name: string;
  safeWay: string;
  times: string;
  /** When the draft was last changed, in milliseconds. */
  at: number;
}

const KEY = 'support';
const DRAFT_LASTS_MS = 24 * 3_600_000;

const emptyDraft = (language: string, name: string): AskDraft => ({
  ...{ sendKey: crypto.randomUUID(), goal: '', tried: '', excludedIds: [], name },
  ...{ languages: [`language:${language}`], safeWay: '', times: '', at: Date.now() },
});

/** Returns the stored draft; undefined if there is none or it is older than a day. */
export async function storedAskDraft(): Promise<AskDraft | undefined> {
  const draft = await getStored<AskDraft>('drafts', KEY).catch(() => undefined);
  if (!draft || Date.now() - draft.at < DRAFT_LASTS_MS) return draft;
  await deleteAskDraft();
  return undefined;
}

export const deleteAskDraft = (): Promise<void> =>
  deleteStored('drafts', KEY).catch(() => undefined);

/** The draft of the form, and a function that changes and stores it. Undefined while it loads. */
export function useAskDraft(language: string, name: string) {
  const [draft, setDraft] = useState<AskDraft>();
  const [isStored, setStored] = useState(false);
  useEffect(() => {
    void storedAskDraft().then((stored) => {
      setStored(stored !== undefined);
      setDraft((now) => now ?? stored ?? emptyDraft(language, name));
    });
  }, [language, name]);
  const change = (changed: Partial<AskDraft>) => {
    if (!draft) return;
    const next = { ...draft, ...changed, at: Date.now() };
    setDraft(next);
    putStored('drafts', KEY, next).then(
      () => setStored(true),
      () => setStored(false),
    );
  };
  return { draft, isStored, change };
}

/** The input of the mutation. */
export function askInputOf({ at: _at, danger, kind, ...draft }: AskDraft): AskSupportInput {
  return {
    ...draft,
    danger: danger ?? 'unknown',
    kind: kind ?? 'unsure',
    excludedIds: [...draft.excludedIds],
    languages: [...draft.languages],
  };
}
