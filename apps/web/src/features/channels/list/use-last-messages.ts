import { useEffect, useState } from 'react';
import { useUnexpired } from '../../../lib/device/use-unexpired';
import type { ChannelData, ChannelMessage } from './message-history.graphql';
import { onChannelMessage } from '../feed/message-events';
import type { LastMessage, ChannelListItem } from './listed-channels.graphql';

/** The open channel: the viewer's id in it, and the authors whom the viewer blocked. */
export type CurrentChannel = Pick<ChannelData, 'id' | 'meId' | 'blockedAuthorIds' | 'allyId'>;

/** Updates each channel's last message: removes expired ones, and adds live messages of the open channel. */
export function useLastMessages(
  channels: readonly ChannelListItem[] | undefined,
  current: CurrentChannel | undefined,
): ChannelListItem[] {
  const heard = useHeard(current);
  const listed = (channels ?? []).map((channel) => {
    const now = heard.get(channel.id);
    return now ? { ...channel, lastMessage: later(channel.lastMessage, now) } : channel;
  });
  const living = useUnexpired(listed, ({ lastMessage }) => lastMessage);
  return listed.map((one) => (living?.includes(one) ? one : { ...one, lastMessage: null }));
}

/** Last live message of each channel that was open, by channel; it may have been edited or deleted since. */
function useHeard(current: CurrentChannel | undefined): ReadonlyMap<string, LastMessage> {
  const [heard, setHeard] = useState<ReadonlyMap<string, LastMessage>>(new Map());
  useEffect(() => {
    if (!current) return undefined;
    return onChannelMessage((message) => {
      if (message?.channelId !== current.id) return;
      const next = asLast(message, current);
      setHeard((all) => new Map(all).set(current.id, later(all.get(current.id), next)));
    });
  }, [current]);
  return heard;
}

/**
 * The message with the higher number; of the same message the newer version. A folded message stays folded, because a frame
 * does not say whether the viewer blocked its author, if that is a former member.
 */
function later(last: LastMessage | null | undefined, next: LastMessage): LastMessage {
  if (!last || next.seq > last.seq) return next;
  if (next.seq < last.seq || next.version <= last.version) return last;
  return last.isFolded ? { ...next, isFolded: true, authorName: null, text: null } : next;
}

function asLast(
  message: ChannelMessage,
  { meId, blockedAuthorIds, allyId }: CurrentChannel,
): LastMessage {
  const { id, seq, version, createdAt, expiresAt, isDeleted, authorId, body, retention } = message;
  const isFolded = message.isFolded || blockedAuthorIds.includes(authorId ?? '');
  const isShown = !isDeleted && !isFolded;
  return {
    ...{ id, seq, version, createdAt, expiresAt, isDeleted, isFolded, retention },
    isMine: authorId === meId,
    authorName: allyId || isFolded ? null : message.authorName,
    text: isShown ? body || null : null,
    fileKind: isShown ? (message.attachments[0]?.kind ?? null) : null,
  };
}
