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
  const listed = (channels ?? []).map((channel) => {
    const now = heard.get(channel.id);
    return now ? { ...channel, lastMessage: later(channel.lastMessage, now) } : channel;
  });
  const living = useLivingOf(listed, ({ lastMessage }) => lastMessage);
  return listed.map((one) => (living?.includes(one) ? one : { ...one, lastMessage: null }));
}

/** By channel, the last message of those that were heard while it was open: it may be deleted or edited by now. */
function useHeard(current: Current | undefined): ReadonlyMap<string, LastMessage> {
  const [heard, setHeard] = useState<ReadonlyMap<string, LastMessage>>(new Map());
  useEffect(() => {
    if (!current) return undefined;
    return onHeard((message) => {
      if (message?.channelId !== current.id) return;
      const next = asLast(message, current);
      setHeard((all) => new Map(all).set(current.id, later(all.get(current.id), next)));
    });
  }, [current]);
  return heard;
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
