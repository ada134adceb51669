import { useCallback, useEffect, useRef, useState } from 'react';
import { type Client, useClient } from 'urql';
import type { ChangesQuery } from '../../../gql/types';
import { nextEnd } from '../../../lib/device/ends';
import { problemOf } from '../../../lib/server/errors';
import { living, shortened, type Shortening, shorteningsOf } from '../../../lib/device/expiry';
import { keptChannel } from '../../../lib/device/kept-channels';
import { watch } from '../../../lib/server/socket';
import { atServerTime, serverNow } from '../../../lib/server/server-time';
import { CHANGES, HISTORY, type Said } from '../list/channels.graphql';
import { tellHeard } from './heard';
import { onSent } from '../composer/outbox-sender';
import {
  hasGap,
  type Timeline,
  timelineOf,
  withChanges,
  withEarlier,
  withMessage,
  withStart,
} from './timeline';

/** Two frames may overtake each other; a hole that stays so long is a hole. */
const GAP_PATIENCE_MS = 300;
/** A change may overtake an earlier page each time; the reader asks again after so many. */
const EARLIER_TRIES = 3;

export interface Channel {
  timeline: Timeline<Said> | undefined;
  /** The channel is not there any more for this person. */
  isGone: boolean;
  /** Nothing is known of it, and nothing can be asked. */
  isMissing: boolean;
  take: (message: Said) => void;
  readEarlier: () => Promise<void>;
}

interface Feed {
  channelId: string;
  topicId: string | null;
  now: Known;
  update: (next: Timeline<Said>, shortenings?: readonly Shortening[]) => void;
}

type Known = { current: Timeline<Said> | undefined };
type Answer = 'gone' | 'missing' | 'known';

/** What is known of a feed of a channel, kept true: what the device kept or the last page, live messages, and what was missed. */
export function useTimeline(channelId: string, topicId: string | null): Channel {
  const [timeline, setTimeline] = useState<Timeline<Said>>();
  const [answer, setAnswer] = useState<Answer>('known');
  const now = useRef<Timeline<Said>>(undefined);
  // An answer that is late still says when a message was to end before.
  const known = useRef<readonly Shortening[]>([]);
  const update = useCallback((next: Timeline<Said>, shortenings: readonly Shortening[] = []) => {
    if (shortenings.length > 0) known.current = [...known.current, ...shortenings];
    now.current = living(shortened(next, known.current), serverNow());
    setTimeline(now.current);
  }, []);
  useEnds(timeline, now, update);
  const catchUp = useCatchUp({ channelId, topicId, now, update, say: setAnswer });
  const askSoon = useAskSoon(now, catchUp);
  const take = useCallback(
    (message: Said) => {
      if (!now.current || message.channelId !== channelId) return;
      update(withMessage(now.current, withOwn(now.current, message)), shorteningsOf(message));
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

/** Asks for what is missing, once, when it has not come by itself. */
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

/** What is over goes from the screen by itself, in the moment in which it is over. */
function useEnds(
  timeline: Timeline<Said> | undefined,
  now: Known,
  update: (next: Timeline<Said>) => void,
): void {
  useEffect(() => {
    if (!timeline) return undefined;
    const look = () => now.current && update({ ...now.current });
    // A page that slept hears of the time when it is looked at again.
    document.addEventListener('visibilitychange', look);
    const stop = atServerTime(nextEnd(timeline.messages), look);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', look);
    };
  }, [timeline, now, update]);
}

/**
 * A frame is the same for everybody: what is the reader's own stays as it is known. An answer says it anew, also one that
 * a later frame overtook. What an older version of the app kept, or an older server sends, lacks some of it.
 */
function withOwn(known: Timeline<Said> | undefined, message: Said): Said {
  const last = known?.messages.find(({ id }) => id === message.id);
  const ownReactions = message.ownReactions ?? last?.ownReactions ?? [];
  if (last && last.version > message.version) return { ...last, ownReactions };
  const { reactions = [], mentionIds = [], attachments = [], retention = null } = message;
  const { clientId = last?.clientId ?? null } = message;
  return { ...message, reactions, mentionIds, attachments, ownReactions, clientId, retention };
}

interface Hearing {
  catchUp: () => Promise<void>;
  take: (message: Said) => void;
  say: (answer: Answer) => void;
}

/** Hears of the channel while it is open: by the socket, and of what left the own outbox. */
function useListening(channelId: string, { catchUp, take, say }: Hearing): void {
  useEffect(() => {
    void catchUp();
    const stop = onSent(take);
    const unwatch = watch(
      { channel: channelId },
      {
        onMessage: (message) => {
          take(message as Said);
          tellHeard(message as Said, false);
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

/** Asks for what changed since what is known, one question after the other. */
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
      if ('start' in step) update(withStart(last, step.start, topicId), step.start.shortenings);
      else if (last) update(withChanges(last, step.page), step.page.shortenings);
      if (last) tellLate(step);
      isOpen = 'page' in step && step.page.hasMore;
    }
    say('known');
  }, [client, channelId, topicId, now, update, say]);
  return useCallback(() => {
    work.current ??= keptChannel<Said>(channelId, topicId).then((kept) => {
      const items = kept?.messages.map((message) => withOwn(undefined, message));
      if (kept && items && !now.current) update(timelineOf({ ...kept, items }, topicId));
    });
    return (work.current = work.current.then(ask));
  }, [ask, channelId, topicId, now, update]);
}

type Page = ChangesQuery['changes'];

/** What was caught up with may be shown in another place, too. */
function tellLate(step: { page: Page } | { start: Page }): void {
  const { items, shortenings } = 'page' in step ? step.page : step.start;
  if ('start' in step || shortenings.length > 0) return tellHeard(undefined, true);
  for (const item of items) tellHeard(item, true);
}

/** One question: the last page where nothing is known, else what changed since. Who missed very much starts anew. */
async function nextStep(
  client: Client,
  feed: Pick<Feed, 'channelId' | 'topicId'>,
  known: Timeline<Said> | undefined,
) {
  const options = { requestPolicy: 'network-only' } as const;
  if (known) {
    const asked = { channelId: feed.channelId, after: known.upTo };
    const { data, error } = await client.query(CHANGES, asked, options);
    if (!data) return refusal(error);
    if (!data.changes.hasMore) return { page: data.changes };
  }
  const { data, error } = await client.query(HISTORY, feed, options);
  return data ? { start: data.messages } : refusal(error);
}

const refusal = (error: Parameters<typeof problemOf>[0]): Answer =>
  problemOf(error)?.code === 'NOT_FOUND' ? 'gone' : 'missing';

function useEarlier({ channelId, topicId, now, update }: Feed): () => Promise<void> {
  const client = useClient();
  return async () => {
    const before = now.current?.messages[0]?.seq;
    if (before === undefined) return;
    // From memory it would bring back what was deleted since.
    const options = { requestPolicy: 'network-only' } as const;
    for (let tries = 0; tries < EARLIER_TRIES; tries += 1) {
      const { data } = await client.query(HISTORY, { channelId, topicId, before }, options);
      const last = now.current;
      // What began anew meanwhile has a hole there: whoever reads on asks again.
      if (!data || !last || last.messages[0]?.seq !== before) return;
      const next = withEarlier(last, data.messages);
      if (next !== last) return update(next, data.messages.shortenings);
    }
  };
}
