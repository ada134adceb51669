import { changeAll } from './device-store';
import { type Mortal, shortened } from './expiry';
import type { KeptChannel, Listed } from './kept-rules';
import { withoutEnded } from './kept-rules';
import { atServerTime, serverNow } from '../server/server-time';

/** This long a message may outlast its time on the device, while nothing else wakes it. */
const LOOK_EVERY_MS = 30_000;

/** Takes off what is over, now and whenever something is, with or without a line. Gives how to stop. */
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

/** What channels keep for less time by now goes earlier, in each of their feeds, also where none of them is open. */
export function shortenKept(listed: readonly Listed[]): Promise<void> {
  const known = new Map(listed.map(({ id, shortenings }) => [id, shortenings]));
  return changeAll<KeptChannel<Mortal>>('channels', (kept) =>
    left(shortened(kept, known.get(kept.id) ?? [])),
  );
}

/** Nothing where all of it is over. */
function left<M>(kept: KeptChannel<M>): KeptChannel<M> | undefined {
  const living = withoutEnded(kept, serverNow());
  return living !== kept && living.messages.length === 0 ? undefined : living;
}
