import { useEffect } from 'react';
import { type Client, useClient } from 'urql';
import { connection, onConnection } from '../../lib/connection';
import { problemOf, sentence } from '../../lib/errors';
import { type Outcome, type Queued, sendWith, wake } from '../../lib/outbox';
import { useToast } from '../../ui/toast';
import type { Said } from './channels.graphql';
import { EDIT_MESSAGE, POST_MESSAGE, REACT } from './sending.graphql';

const listeners = new Set<(message: Said) => void>();

/** Hears of each message that left the outbox, until the function it gives is called. */
export function onSent(listener: (message: Said) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const WAITS: ReadonlySet<string> = new Set(['OFFLINE', 'INTERNAL', 'TOO_MANY', 'UNAUTHENTICATED']);

const namingOf = ({ mentionIds, mentionsAll }: Pick<Queued, 'mentionIds' | 'mentionsAll'>) => ({
  mentionIds: mentionIds && [...mentionIds],
  mentionsAll,
});

async function post(client: Client, { channelId, clientId, body, replyToId, ...named }: Queued) {
  const input = { channelId, clientId, body, replyToId, ...namingOf(named) };
  const { data, error } = await client.mutation(POST_MESSAGE, { input });
  return { message: data?.postMessage, error };
}

async function change(client: Client, messageId: string, { body, reaction, ...named }: Queued) {
  if (reaction) {
    const { data, error } = await client.mutation(REACT, { input: { messageId, ...reaction } });
    return { message: data?.react, error };
  }
  const input = { messageId, body, ...namingOf(named) };
  const { data, error } = await client.mutation(EDIT_MESSAGE, { input });
  return { message: data?.editMessage, error };
}

/** Sends what waits, on whatever page one is: at the start, when the line comes back, and when the page is looked at. */
export function OutboxSender(): null {
  const client = useClient();
  const toast = useToast();
  useEffect(() => {
    const send = async (queued: Queued): Promise<Outcome> => {
      const { message, error } = queued.messageId
        ? await change(client, queued.messageId, queued)
        : await post(client, queued);
      if (message) for (const listener of listeners) listener(message);
      const problem = problemOf(error);
      if (!problem) return 'sent';
      if (WAITS.has(problem.code)) return 'waits';
      if (!queued.reaction) return 'refused';
      toast({ text: sentence(problem), icon: 'alert' });
      return 'sent'; // nobody writes a reaction anew
    };
    const stops = [
      sendWith(send),
      onConnection(() => {
        if (connection() === 'online') wake();
      }),
    ];
    document.addEventListener('visibilitychange', wake);
    return () => {
      for (const stop of stops) stop();
      document.removeEventListener('visibilitychange', wake);
    };
  }, [client, toast]);
  return null;
}
