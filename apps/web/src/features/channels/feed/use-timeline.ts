import { useCallback, useEffect, useRef, useState } from 'react';
import { type Client, useClient } from 'urql';
import type { ChangesQuery } from '../../../gql/types';
import { nextExpiry } from '../../../lib/device/expiry-time';
import { requestProblemOf } from '../../../lib/server/errors';
import {
  withoutExpired,
  applyShortenings,
  type Shortening,
  shorteningsFrom,
} from '../../../lib/device/message-expiry';
import { getStoredFeed } from '../../../lib/device/stored-feeds';
import { watchSubject } from '../../../lib/server/socket';
import { callAtServerTime, serverNow } from '../../../lib/server/server-time';
import {
  MESSAGE_CHANGES_QUERY,
  MESSAGE_HISTORY_QUERY,
  type ChannelMessage,
} from '../list/message-history.graphql';
import { emitChannelMessage } from './message-events';
import { onMessageSent } from '../composer/outbox-sender';
import {
  hasGap,
  type Timeline,
  timelineOf,
  withChanges,
  withEarlierPage,
  withMessage,
  restartedFrom,
} from './timeline';

/** Two frames may arrive in the wrong order; after this time a gap counts as a loss. */
const GAP_PATIENCE_MS = 300;
/**
 * Maximum number of attempts to load an earlier page. A change that arrives during the request may make the page
 * outdated.
 */
const EARLIER_TRIES = 3;

export interface FeedState {
  timeline: Timeline<ChannelMessage> | undefined;
  /** Whether the channel is unavailable to the viewer. */
  isGone: boolean;
  /** Whether nothing is stored on the device and the server cannot be reached. */
  isMissing: boolean;
  take: (message: ChannelMessage) => void;
  readEarlier: () => Promise<void>;
}

interface Feed {
  channelId: string;
  topicId: string | null;
  now: Known;
  update: (next: Timeline<ChannelMessage>, shortenings?: readonly Shortening[]) => void;
}

type Known = { current: Timeline<ChannelMessage> | undefined };
type Answer = 'gone' | 'missing' | 'known';

/**
 * Loads a feed and keeps it current: from the device or the last page, by live frames, and by catching up after a gap.
 */
export function useTimeline(channelId: string, topicId: string | null): FeedState {
  const [timeline, setTimeline] = useState<Timeline<ChannelMessage>>();
  const [answer, setAnswer] = useState<Answer>('known');
  const now = useRef<Timeline<ChannelMessage>>(undefined);
  // All shorter retentions received so far. Each later response is checked against them, because a delayed response
  // still contains the longer expiry.
  const known = useRef<readonly Shortening[]>([]);
  const update = useCallback(
    (next: Timeline<ChannelMessage>, shortenings: readonly Shortening[] = []) => {
      if (shortenings.length > 0) known.current = [...known.current, ...shortenings];
      now.current = withoutExpired(applyShortenings(next, known.current), serverNow());
      setTimeline(now.current);
    },
    [],
  );
  useEnds(timeline, now, update);
  const catchUp = useCatchUp({ channelId, topicId, now, update, say: setAnswer });
  const askSoon = useAskSoon(now, catchUp);
  const take = useCallback(
    (message: ChannelMessage) => {
      if (!now.current || message.channelId !== channelId) return;
      update(withMessage(now.current, withOwn(now.current, message)), shorteningsFrom(message));
      if (hasGap(now.current)) askSoon();
    },
    [channelId, update, askSoon],
  );
  useListening(channelId, { catchUp, take, say: setAnswer });
  return {
    timeline,
    isGone: answer === 'gone',
    isMissing: answer === 'missing' && !timeline,
    take,
    readEarlier: useEarlier({ channelId, topicId, now, update }),
  };
}

/** Returns a function that catches up once if the gap has not closed after `GAP_PATIENCE_MS`. */
function useAskSoon(now: Known, catchUp: () => Promise<void>): () => void {
  const isPatient = useRef(false);
  return useCallback(() => {
    if (isPatient.current) return;
    isPatient.current = true;
    setTimeout(() => {
      isPatient.current = false;
      if (now.current && hasGap(now.current)) void catchUp();
    }, GAP_PATIENCE_MS);
  }, [now, catchUp]);
}

/** Removes expired messages at the moment of their expiry. */
function useEnds(
  timeline: Timeline<ChannelMessage> | undefined,
  now: Known,
  update: (next: Timeline<ChannelMessage>) => void,
): void {
  useEffect(() => {
    if (!timeline) return undefined;
    const look = () => now.current && update({ ...now.current });
    // Timers do not run while the page sleeps, so expired messages are also removed when the page becomes visible.
    document.addEventListener('visibilitychange', look);
    const stop = callAtServerTime(nextExpiry(timeline.messages), look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [timeline, now, update]);
}

/**
 * Completes a message. A frame is the same for all readers, so fields about the viewer keep their known values. A
 * response contains these fields, even if a newer frame arrived first. Fields that an older app or server version did
 * not send get defaults.
 */
function withOwn(
  known: Timeline<ChannelMessage> | undefined,
  message: ChannelMessage,
): ChannelMessage {
  const last = known?.messages.find(({ id }) => id === message.id);
  const ownReactions = message.ownReactions ?? last?.ownReactions ?? [];
  const isFolded = message.isFolded ?? last?.isFolded ?? false;
  if (last && last.version > message.version) return { ...last, ownReactions, isFolded };
  const { reactions = [], mentionIds = [], attachments = [], retention = null } = message;
  const { clientId = last?.clientId ?? null } = message;
  const own = { ownReactions, isFolded, clientId };
  return { ...message, reactions, mentionIds, attachments, retention, ...own };
}

interface Hearing {
  catchUp: () => Promise<void>;
  take: (message: ChannelMessage) => void;
  say: (answer: Answer) => void;
}

/** Subscribes to the open channel: live frames, and messages sent from the outbox of this device. */
function useListening(channelId: string, { catchUp, take, say }: Hearing): void {
  useEffect(() => {
    void catchUp();
    const stop = onMessageSent(take);
    const unwatch = watchSubject(
      { channel: channelId },
      {
        onMessage: (message) => {
          take(message as ChannelMessage);
          emitChannelMessage(message as ChannelMessage, false);
        },
        onCatchUp: () => void catchUp(),
        onRefused: (code) => code === 'NOT_FOUND' && say('gone'),
      },
    );
    return () => {
      stop();
      unwatch();
    };
  }, [channelId, catchUp, take, say]);
}

/** Fetches all changes since `upTo`, one request at a time. */
function useCatchUp({
  channelId,
  topicId,
  now,
  update,
  say,
}: Feed & { say: (answer: Answer) => void }): () => Promise<void> {
  const client = useClient();
  const work = useRef<Promise<void>>(undefined);
  const ask = useCallback(async () => {
    for (let isOpen = true; isOpen;) {
      const step = await nextStep(client, { channelId, topicId }, now.current);
      if (typeof step === 'string') return say(step);
      const last = now.current;
      if ('start' in step) update(restartedFrom(last, step.start, topicId), step.start.shortenings);
      else if (last) update(withChanges(last, step.page), step.page.shortenings);
      if (last) tellLate(step);
      isOpen = 'page' in step && step.page.hasMore;
    }
    say('known');
  }, [client, channelId, topicId, now, update, say]);
  return useCallback(() => {
    work.current ??= getStoredFeed<ChannelMessage>(channelId, topicId).then((kept) => {
      const items = kept?.messages.map((message) => withOwn(undefined, message));
      if (kept && items && !now.current) update(timelineOf({ ...kept, items }, topicId));
    });
    return (work.current = work.current.then(ask));
  }, [ask, channelId, topicId, now, update]);
}

type Page = ChangesQuery['changes'];

/** Notifies views outside the feed about messages from a catch-up. */
function tellLate(step: { page: Page } | { start: Page }): void {
  const { items, shortenings } = 'page' in step ? step.page : step.start;
  if ('start' in step || shortenings.length > 0) return emitChannelMessage(undefined, true);
  for (const item of items) emitChannelMessage(item, true);
}

/** One request: the changes since `upTo`, or the last page if nothing is known or too much was missed. */
async function nextStep(
  client: Client,
  feed: Pick<Feed, 'channelId' | 'topicId'>,
  known: Timeline<ChannelMessage> | undefined,
) {
  const options = { requestPolicy: 'network-only' } as const;
  if (known) {
    const asked = { channelId: feed.channelId, after: known.upTo };
    const { data, error } = await client.query(MESSAGE_CHANGES_QUERY, asked, options);
    if (!data) return refusal(error);
    if (!data.changes.hasMore) return { page: data.changes };
  }
  const { data, error } = await client.query(MESSAGE_HISTORY_QUERY, feed, options);
  return data ? { start: data.messages } : refusal(error);
}

const refusal = (error: Parameters<typeof requestProblemOf>[0]): Answer =>
  requestProblemOf(error)?.code === 'NOT_FOUND' ? 'gone' : 'missing';

function useEarlier({ channelId, topicId, now, update }: Feed): () => Promise<void> {
  const client = useClient();
  return async () => {
    const before = now.current?.messages[0]?.seq;
    if (before === undefined) return;
    // Bypasses the GraphQL cache, which could bring deleted messages back.
    const options = { requestPolicy: 'network-only' } as const;
    for (let tries = 0; tries < EARLIER_TRIES; tries += 1) {
      const { data } = await client.query(
        MESSAGE_HISTORY_QUERY,
        { channelId, topicId, before },
        options,
      );
      const last = now.current;
      // The timeline was restarted while this request was open, so this page would leave a gap. When the viewer scrolls
      // up, the page is loaded again.
      if (!data || !last || last.messages[0]?.seq !== before) return;
      const next = withEarlierPage(last, data.messages);
      if (next !== last) return update(next, data.messages.shortenings);
    }
  };
}
