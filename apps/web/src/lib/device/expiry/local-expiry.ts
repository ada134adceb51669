import { updateAllStored } from '../device-store';
import { formQueue, type QueuedForm } from '../form-queue';
import { type ExpiringMessage, applyShortenings } from '../message-expiry';
import type { StoredFeed, ListedChannel } from '../stored-feed-rules';
import { storedWithoutExpired } from '../stored-feed-rules';
import { callAtServerTime, serverNow } from '../../server/server-time';
import { unexpiredDraft, unexpiredForm } from './unsent-expiry';

/** Maximum time that a message or draft may stay on the device after it expired. */
const LOOK_EVERY_MS = 30_000;

/**
 * Deletes expired messages, drafts and unsent forms of every account from the device, now and periodically, also
 * offline. Returns a function that stops the deletion.
 */
export function startLocalExpiry(): () => void {
  let isOn = true;
  let stop = () => undefined as void;
  const look = async () => {
    await updateAllStored<StoredFeed>('channels', unexpiredPart).catch(() => undefined);
    await deleteExpiredUnsent().catch(() => undefined);
    if (isOn) stop = callAtServerTime(serverNow() + LOOK_EVERY_MS, () => void look());
  };
  void look();
  return () => {
    isOn = false;
    stop();
  };
}

/** Applies shorter retentions to the stored messages of every listed channel, in all its feeds. */
export function applyShorteningsToStored(listed: readonly ListedChannel[]): Promise<void> {
  const known = new Map(listed.map(({ id, shortenings }) => [id, shortenings]));
  return updateAllStored<StoredFeed<ExpiringMessage>>('channels', (kept) =>
    unexpiredPart(applyShortenings(kept, known.get(kept.id) ?? [])),
  );
}

async function deleteExpiredUnsent(): Promise<void> {
  const now = Date.now();
  await updateAllStored('drafts', (draft) => unexpiredDraft(draft, now));
  await updateAllStored<QueuedForm>('forms', (form) => unexpiredForm(form, now));
  // The queue of this page has the forms in memory too.
  for (const form of formQueue.all()) if (!unexpiredForm(form, now)) await formQueue.remove(form);
}

/** Removes expired messages; returns undefined if none are left. */
function unexpiredPart<M>(kept: StoredFeed<M>): StoredFeed<M> | undefined {
  const living = storedWithoutExpired(kept, serverNow());
  return living !== kept && living.messages.length === 0 ? undefined : living;
}
