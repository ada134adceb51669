import { useCallback, useEffect, useRef, useState } from 'react';
import { useClient } from 'urql';
import { problemOf } from '../../lib/errors';
import { watch } from '../../lib/socket';
import { CHANGES, HISTORY, type Said } from './channels.graphql';
import {
  hasGap,
  type Timeline,
  timelineOf,
  withChanges,
  withEarlier,
  withMessage,
} from './timeline';

/** Two frames may overtake each other; a hole that stays so long is a hole. */
const GAP_PATIENCE_MS = 300;

export interface Channel {
  timeline: Timeline<Said> | undefined;
  /** The channel is not there any more for this person. */
  isGone: boolean;
  take: (message: Said) => void;
  readEarlier: () => Promise<void>;
}

type Known = { current: Timeline<Said> | undefined };

/** What is known of a channel, kept true: the last page, live messages, and what was missed. */
export function useTimeline(channelId: string): Channel {
  const [timeline, setTimeline] = useState<Timeline<Said>>();
  const [isGone, setGone] = useState(false);
  const now = useRef<Timeline<Said>>(undefined);
  const update = useCallback((next: Timeline<Said>) => {
    now.current = next;
    setTimeline(next);
  }, []);
  const leave = useCallback(() => setGone(true), []);
  const catchUp = useCatchUp(channelId, now, update, leave);
  const take = useCallback(
    (message: Said) => {
      if (!now.current) return;
      update(withMessage(now.current, message));
      const askIfHoled = () => now.current && hasGap(now.current) && catchUp();
      if (hasGap(now.current)) setTimeout(askIfHoled, GAP_PATIENCE_MS);
    },
    [update, catchUp],
  );
  useEffect(() => {
    void catchUp();
    return watch(
      { channel: channelId },
      {
        onMessage: (message) => take(message as Said),
        onCatchUp: () => void catchUp(),
        onRefused: (code) => code === 'NOT_FOUND' && leave(),
      },
    );
  }, [channelId, catchUp, take, leave]);
  return { timeline, isGone, take, readEarlier: useEarlier(channelId, now, update) };
}

/** Asks for what changed since what is known, one question after the other. */
function useCatchUp(
  channelId: string,
  now: Known,
  update: (next: Timeline<Said>) => void,
  leave: () => void,
): () => Promise<void> {
  const client = useClient();
  const work = useRef<Promise<void>>(Promise.resolve());
  const ask = useCallback(async () => {
    for (let isOpen = true; isOpen;) {
      const known = now.current;
      const options = { requestPolicy: 'network-only' } as const;
      const { data, error } = known
        ? await client.query(CHANGES, { channelId, after: known.upTo }, options)
        : await client.query(HISTORY, { channelId }, options);
      if (problemOf(error)?.code === 'NOT_FOUND') return leave();
      if (!data) return;
      if ('messages' in data) update(timelineOf(data.messages));
      else if (now.current) update(withChanges(now.current, data.changes));
      isOpen = 'changes' in data && data.changes.hasMore;
    }
  }, [client, channelId, now, update, leave]);
  return useCallback(() => (work.current = work.current.then(ask)), [ask]);
}

function useEarlier(
  channelId: string,
  now: Known,
  update: (next: Timeline<Said>) => void,
): () => Promise<void> {
  const client = useClient();
  return async () => {
    const before = now.current?.messages[0]?.seq;
    if (before === undefined) return;
    const { data } = await client.query(HISTORY, { channelId, before });
    if (data && now.current) update(withEarlier(now.current, data.messages));
  };
}
