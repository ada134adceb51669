import { changeAll } from './device-store';
import { type Mortal, shortened } from './expiry';
import type { KeptChannel, Listed } from './kept-rules';
import { withoutEnded } from './kept-rules';
import { atServerTime, serverNow } from '../server/server-time';

/** Maximum time that a message may stay on the device after it expired. */
const LOOK_EVERY_MS = 30_000;

/** Deletes expired messages from the device, now and periodically, also offline. Returns a function that stops it. */
export function keepForgetting(): () => void {
  let isOn = true;
  let stop = () => undefined as void;
  const look = async () => {
    await changeAll<KeptChannel>('channels', left).catch(() => undefined);
    if (isOn) stop = atServerTime(serverNow() + LOOK_EVERY_MS, () => void look());
  };
  void look();
  return () => {
    isOn = false;
    stop();
  };
}

/** Applies shorter retentions to the stored messages of every listed channel, in all its feeds. */
export function shortenKept(listed: readonly Listed[]): Promise<void> {
  const known = new Map(listed.map(({ id, shortenings }) => [id, shortenings]));
  return changeAll<KeptChannel<Mortal>>('channels', (kept) =>
    left(shortened(kept, known.get(kept.id) ?? [])),
  );
}

/** Removes expired messages; returns undefined if none are left. */
function left<M>(kept: KeptChannel<M>): KeptChannel<M> | undefined {
  const living = withoutEnded(kept, serverNow());
  return living !== kept && living.messages.length === 0 ? undefined : living;
}
