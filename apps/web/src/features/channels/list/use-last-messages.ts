import { useEffect, useState } from 'react';
import { useLivingOf } from '../../../lib/device/use-living-of';
import type { ChannelShown, Said } from './channels.graphql';
import { onHeard } from '../feed/heard';
import type { LastMessage, Listed } from './list.graphql';

/** The channel that is open beside the list: who the viewer is in it, and whom they blocked there. */
export type Current = Pick<ChannelShown, 'id' | 'meId' | 'blockedAuthorIds' | 'allyId'>;

/** Each channel with its last message as it is by now: without what expired, and with what was heard in the open one. */
export function useLastMessages(
  channels: readonly Listed[] | undefined,
  current: Current | undefined,
): Listed[] {
  const heard = useHeard(current);
  const listed = (channels ?? []).map((channel) =>
    heard && channel.id === current?.id
      ? { ...channel, lastMessage: later(channel.lastMessage, heard) }
      : channel,
  );
  const living = useLivingOf(listed, ({ lastMessage }) => lastMessage);
  return listed.map((one) => (living?.includes(one) ? one : { ...one, lastMessage: null }));
}

/** The last message of the open channel, of those that came since it was opened. */
function useHeard(current: Current | undefined): LastMessage | undefined {
  const [heard, setHeard] = useState<Said>();
  useEffect(
    () => onHeard((message) => setHeard((last) => (message ? later(last, message) : last))),
    [],
  );
  if (!heard || !current || heard.channelId !== current.id) return undefined;
  return asLast(heard, current);
}

interface Numbered {
  readonly seq: number;
  readonly version: number;
}

/** Whichever stands further down, or says more of the same message. */
function later<M extends Numbered>(last: M | null | undefined, next: M): M {
  if (!last || next.seq > last.seq) return next;
  return next.seq === last.seq && next.version > last.version ? next : last;
}

function asLast(message: Said, { meId, blockedAuthorIds, allyId }: Current): LastMessage {
  const { id, seq, version, createdAt, expiresAt, isDeleted, authorId, body, retention } = message;
  const isFolded = blockedAuthorIds.includes(authorId ?? '');
  const isShown = !isDeleted && !isFolded;
  return {
    ...{ id, seq, version, createdAt, expiresAt, isDeleted, isFolded, retention },
    isMine: authorId === meId,
    authorName: allyId || isFolded ? null : message.authorName,
    text: isShown ? body || null : null,
    fileKind: isShown ? (message.attachments[0]?.kind ?? null) : null,
  };
}
