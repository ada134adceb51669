import { useLingui } from '@lingui/react/macro';
import { useEffect, useEffectEvent, useState } from 'react';
import type {
  AskSupportInput,
  SupportBeneficiary,
  SupportDanger,
  SupportKind,
} from '../../../gql/types';
import { deleteStored, getStored, putStored } from '../../../lib/device/device-store';
import { formQueue, type QueuedForm } from '../../../lib/device/form-queue';
import { notifyTabs, onTabMessage } from '../../../lib/device/tab-channel';
import { SENSITIVE_DRAFT_MS, unexpiredDraft } from '../../../lib/device/expiry/unsent-expiry';
import { useToast } from '../../../ui/actions/toast';
import {
  deleteVoices,
  type DraftVoice,
  forgetRecordings,
  voicesIn,
  type VoiceQuestion,
} from '../voice/voice-requests';

/** The answers of an unsent request, stored on this device under the account. */
export interface AskDraft {
  /** Idempotency key of the request. */
  sendKey: string;
  danger?: SupportDanger;
  kind?: SupportKind;
  goal: string;
  tried: string;
  beneficiary?: SupportBeneficiary | null;
  /** Absent in drafts of earlier versions of the app, like `voices`. */
  beneficiaryNote?: string;
  /** Absent in drafts of earlier versions of the app. */
  voices?: readonly DraftVoice[];
  /** Questions whose voice note belongs to another request, so that it must be recorded again. */
  voicesToRecord?: readonly VoiceQuestion[];
  excludedIds: readonly string[];
  languages: readonly string[];
  name: string;
  safeWay: string;
  times: string;
  /** When the device deletes the draft: a day after its last change. */
  expiresAt: string;
}

const KEY = 'support';
/** Message to other tabs, with the `sendKey` of the sent draft. */
const DRAFT_SENT = 'supportDraftSent';

/** Reasons for which the server has, or had, another request with the key of a draft. */
export const KEY_SPENT: readonly (string | undefined)[] = [
  'support.sentAlready',
  'support.deleted',
];

const VOICE_GONE = 'support.voiceGone';

const newExpiry = () => new Date(Date.now() + SENSITIVE_DRAFT_MS).toISOString();

export const emptyDraft = (language: string): AskDraft => ({
  ...{ sendKey: crypto.randomUUID(), goal: '', tried: '', excludedIds: [], name: '' },
  ...{ languages: [`language:${language}`], safeWay: '', times: '', expiresAt: newExpiry() },
});

/** The draft that this device could not store, so that the form survives a visit to the emergency list. */
let unstored: AskDraft | undefined;

/** Returns the stored draft; undefined if there is none or it expired. */
async function storedAskDraft(): Promise<AskDraft | undefined> {
  const draft = unstored ?? (await getStored<AskDraft>('drafts', KEY).catch(() => undefined));
  return draft && unexpiredDraft(draft, Date.now());
}

/** The stored draft; undefined while it loads, and without one. */
export function useStoredAskDraft(): AskDraft | undefined {
  const [draft, setDraft] = useState<AskDraft>();
  useEffect(() => void storedAskDraft().then(setDraft), []);
  useEffect(
    () =>
      onSentElsewhere((sendKey) => setDraft((now) => (now?.sendKey === sendKey ? undefined : now))),
    [],
  );
  return draft;
}

function deleteAskDraft(): Promise<void> {
  unstored = undefined;
  return deleteStored('drafts', KEY).catch(() => undefined);
}

/** Deletes a draft that was sent or queued, here and in the other tabs. */
export async function deleteSentDraft({ sendKey }: AskDraft): Promise<void> {
  notifyTabs(`${DRAFT_SENT} ${sendKey}`);
  if ((await storedAskDraft())?.sendKey === sendKey) await deleteAskDraft();
}

const listeners = new Set<(sendKey: string) => void>();
onTabMessage((word) => {
  const [what, sendKey = ''] = word.split(' ');
  if (what === DRAFT_SENT) for (const listener of listeners) listener(sendKey);
});

/** Calls `listener` with the key of a draft that another tab sent. Returns the function that stops it. */
function onSentElsewhere(listener: (sendKey: string) => void) {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The draft of the form, and functions that change and delete it. The draft is undefined while it loads. */
export function useAskDraft(language: string) {
  const { t } = useLingui();
  const toast = useToast();
  const [draft, setDraft] = useState<AskDraft>();
  const [isStored, setStored] = useState(false);
  useEffect(() => {
    void storedAskDraft().then((stored) => {
      setStored(stored !== undefined && stored !== unstored);
      setDraft((now) => now ?? stored ?? emptyDraft(language));
    });
  }, [language]);
  const replace = (next: AskDraft) => {
    setDraft(next);
    const finish = (isDone: boolean) => {
      unstored = isDone ? undefined : next;
      setStored(isDone);
    };
    putStored('drafts', KEY, next).then(
      () => finish(true),
      () => finish(false),
    );
  };
  const change = (changed: Partial<AskDraft>) =>
    draft && replace({ ...draft, ...changed, expiresAt: newExpiry() });
  const clear = () => {
    setStored(false);
    setDraft(emptyDraft(language));
  };
  const discard = (hadVoices: boolean) => {
    if (!draft) return;
    void deleteAskDraft();
    deleteVoices(draft.voices);
    clear();
    const text = hadVoices
      ? t`Borraste todo. Con «Deshacer» vuelve solo lo que escribiste.`
      : t`Borraste lo escrito`;
    toast({ text, onUndo: () => replace({ ...draft, voices: [] }) });
  };
  const clearSent = useEffectEvent((sendKey: string) => {
    if (draft?.sendKey !== sendKey) return;
    clear();
    toast({ text: t`Ya enviaste este pedido desde otra pestaña` });
  });
  useEffect(() => onSentElsewhere((sendKey) => clearSent(sendKey)), []);
  return { draft, isStored, change, discard };
}

/** The change that makes the draft another request, because the server has one with its key, and with its voice notes. */
export function asAnotherRequest({ voices = [], voicesToRecord = [] }: AskDraft) {
  deleteVoices(voices);
  return { sendKey: crypto.randomUUID(), ...spentVoices(voices, voicesToRecord) };
}

const spentVoices = (voices: readonly DraftVoice[], earlier: readonly VoiceQuestion[] = []) => ({
  voices: [],
  voicesToRecord: [...new Set([...earlier, ...voices.map(({ question }) => question)])],
});

/** Lets the form show which note is missing, when the server refused a request because of that. */
export function useMissingVoices(reason: string | undefined, { voices }: AskDraft): void {
  useEffect(() => {
    if (reason === VOICE_GONE) forgetRecordings(voices);
  }, [reason, voices]);
}

export function askInputOf({
  expiresAt: _expiresAt,
  voicesToRecord: _voicesToRecord,
  danger,
  kind,
  voices = [],
  ...draft
}: AskDraft): AskSupportInput {
  return {
    ...draft,
    danger: danger ?? 'unknown',
    kind: kind ?? 'unsure',
    excludedIds: [...draft.excludedIds],
    languages: [...draft.languages],
    voices: voices.map(({ question, id: note, key }) => ({ question, note, key })),
  };
}

/** The input of an unsent request. */
export const askInputIn = ({ input }: QueuedForm) => input as unknown as AskSupportInput;

/**
 * Moves an unsent request back into the form. Returns false and changes nothing if the form has another draft. The
 * request gets a new key if the server refused this one, because the server answers a known key with the first request.
 */
export async function restoreDraft(form: QueuedForm): Promise<boolean> {
  if (await storedAskDraft()) return false;
  const { name, goal, tried, safeWay, times, excludedIds = [], ...rest } = askInputIn(form);
  const { beneficiary = null, beneficiaryNote, ...others } = rest;
  const { voices: _sent, ...input } = others;
  const voices = voicesIn(form);
  const reason = form.problem?.reason;
  if (reason === VOICE_GONE) forgetRecordings(voices);
  const draft: AskDraft = {
    ...{
      ...input,
      beneficiary,
      excludedIds,
      ...(KEY_SPENT.includes(reason) ? spentVoices(voices) : { voices }),
    },
    ...{ name: name ?? '', goal: goal ?? '', tried: tried ?? '' },
    ...{ safeWay: safeWay ?? '', times: times ?? '', expiresAt: newExpiry() },
    beneficiaryNote: beneficiaryNote ?? '',
    ...(reason !== 'form.stale' && { sendKey: crypto.randomUUID() }),
  };
  await putStored('drafts', KEY, draft);
  await formQueue.remove(form);
  return true;
}
