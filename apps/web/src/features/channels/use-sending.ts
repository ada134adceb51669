import { useCallback, useEffect } from 'react';
import { useClient } from 'urql';
import { connection, onConnection } from '../../lib/connection';
import { problemOf } from '../../lib/errors';
import { enqueue, flush, type Outcome, type Queued, retryAll } from '../../lib/outbox';
import { POST_MESSAGE, type Said } from './channels.graphql';

/** Writes into the outbox, and sends it whenever there is a line. */
export function useSending(onSent: (message: Said) => void) {
  const client = useClient();
  const send = useCallback(
    async ({ channelId, clientId, body }: Queued): Promise<Outcome> => {
      const input = { channelId, clientId, body };
      const { data, error } = await client.mutation(POST_MESSAGE, { input });
      if (data) onSent(data.postMessage);
      const code = problemOf(error)?.code;
      if (code === undefined) return 'sent';
      return ['OFFLINE', 'INTERNAL', 'TOO_MANY', 'UNAUTHENTICATED'].includes(code)
        ? 'waits'
        : 'refused';
    },
    [client, onSent],
  );
  const start = useCallback(() => void flush(send), [send]);
  useEffect(() => {
    start();
    const stop = onConnection(() => connection() === 'online' && start());
    document.addEventListener('visibilitychange', start);
    return () => {
      stop();
      document.removeEventListener('visibilitychange', start);
    };
  }, [start]);
  return {
    write: async (channelId: string, body: string) => {
      await enqueue(channelId, body);
      start();
    },
    retry: () => {
      retryAll();
      start();
    },
  };
}
