import { deleteStored, getStored, putStored } from '../../../lib/device/device-store';
import { LatestChange } from './latest-change';
import { SENSITIVE_DRAFT_MS, unexpiredDraft } from '../../../lib/device/expiry/unsent-expiry';
import type { AskDraft } from '../ask/ask-draft';

interface StoredDraft {
  readonly key: CryptoKey;
  readonly iv: BufferSource;
  readonly box: ArrayBuffer;
  /** When the device deletes the draft, also if the person does not come back. */
  readonly expiresAt: string;
}

const KEY = 'guestSupport';
const CIPHER = 'AES-GCM';

/** The answers of an unsent request without an account. Only memory holds them, unless the person asked to store them. */
let inMemory: AskDraft | undefined;
/** Key of the stored draft. */
let draftKey: CryptoKey | undefined;
const changes = new LatestChange();

/** The draft of this page or of the device; undefined if there is none. Deletes an expired one. */
export const readGuestDraft = (): Promise<{ draft?: AskDraft; isStored: boolean }> =>
  changes.after(async () => {
    const stored = await getStored<StoredDraft>('drafts', KEY).catch(() => undefined);
    const living = stored && unexpiredDraft(stored, Date.now());
    if (stored && !living) await deleteStored('drafts', KEY).catch(() => undefined);
    if (inMemory) return { draft: inMemory, isStored: living !== undefined };
    if (!living) return { isStored: false };
    const { key, iv, box } = living;
    const opened = await crypto.subtle.decrypt({ name: CIPHER, iv }, key, box);
    draftKey = key;
    inMemory = JSON.parse(new TextDecoder().decode(opened)) as AskDraft;
    return { draft: inMemory, isStored: true };
  });

/** Holds the draft in memory and, if the person asked for it, encrypted on the device for 24 hours. */
export function writeGuestDraft(draft: AskDraft, isStored: boolean): Promise<void> {
  inMemory = draft;
  return isStored ? changes.change(() => store(draft)) : deleteFromDevice();
}

async function store(draft: AskDraft): Promise<void> {
  const key = (draftKey ??= await crypto.subtle.generateKey({ name: CIPHER, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(draft));
  const box = await crypto.subtle.encrypt({ name: CIPHER, iv }, key, text);
  const expiresAt = new Date(Date.now() + SENSITIVE_DRAFT_MS).toISOString();
  await putStored('drafts', KEY, { key, iv, box, expiresAt } satisfies StoredDraft);
}

/** Deletes the draft from memory and from the device. */
export function deleteGuestDraft(): Promise<void> {
  inMemory = undefined;
  return deleteFromDevice();
}

const deleteFromDevice = (): Promise<void> =>
  changes.change(async () => {
    draftKey = undefined;
    await deleteStored('drafts', KEY).catch(() => undefined);
  });
